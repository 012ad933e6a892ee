"""What the last layout tells the next one. It is noted what was asked, so that nothing is composed twice."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from bindery.layout.adjustments import Adjustments

Given = TypeVarTuple("Given")
Answer = TypeVar("Answer")
# Questions, each with what is given to it, and their answers.
Asked = dict[tuple[Callable[..., object], tuple[object, ...]], object]


class Told:
    """Adjustments that are asked, and note it. A question is a function of adjustments."""

    def __init__(self, adjustments: Adjustments) -> None:
        """Nothing has been asked yet."""
        self._adjustments = adjustments
        self._asked: Asked = {}

    def tell(self, question: Callable[[Adjustments, *Given], Answer], *given: *Given) -> Answer:
        """The answer to a question."""
        answer = question(self._adjustments, *given)
        self._asked[question, given] = answer
        return answer

    def asked(self) -> Asked:
        """What was asked since this was last called."""
        asked, self._asked = self._asked, {}
        return asked

    def agrees(self, asked: Asked) -> bool:
        """Whether the answers to these questions are what they were."""
        return all(
            question(self._adjustments, *given) == answer for (question, given), answer in asked.items()
        )
