"""Reading YAML 1.2 into plain data with places."""

from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from bindery.findings import Report, remembered
from bindery.intake.builder import Builder, Refusal
from bindery.intake.located import Located


@dataclass(frozen=True, slots=True)
class _Problem:
    """What the parser's words contain, what we say, the hint, and whether to point at what was opened."""

    sign: str
    message: str
    hint: str
    at_opening: bool = False


_ONE_COLUMN = "lines that belong together begin in one column"
_PROBLEMS = (
    _Problem(
        "mapping values", "a colon stands where none can stand", "put words that hold a colon in quotes"
    ),
    _Problem(
        "could not find expected ':'",
        "this line has no colon",
        'write "key: value", with a space after the colon',
        True,
    ),
    _Problem("'\\t'", "a tab stands where only spaces can stand", "indent with spaces; YAML knows no tabs"),
    _Problem("cannot start any token", "words cannot begin with this sign", "put the words in quotes"),
    _Problem("end of stream", "a quotation mark is opened here and never closed", "close it", True),
    _Problem("stream end", "a bracket is opened here and never closed", "close it", True),
    _Problem(
        "escape",
        "a backslash that means nothing",
        "use single quotes, in which a backslash is a backslash",
    ),
    _Problem(
        "block end",
        "this does not fit in with the lines above it",
        "lines that belong together begin in one column; or a quotation mark further up is not closed",
    ),
    _Problem("indentation", "this is not indented as the lines above it", _ONE_COLUMN),
    _Problem("document start", "this is not indented as the lines above it", _ONE_COLUMN),
    _Problem(
        "while parsing a flow",
        "a bracket is opened here that is not closed, or a comma is missing",
        "write [a, b] or {a: 1, b: 2}",
        True,
    ),
)
_UNKNOWN = _Problem(
    "",
    "something here has no meaning",
    "look for a missing colon, quote or bracket here and on the line before",
)


def read_yaml(text: str, file: str, report: Report, first_line: int = 1) -> Located | None:
    """What a YAML text says; None, after a finding, when it is not what this press reads.

    `first_line` is the line of the file on which the text begins.
    """
    return _read(text, file, first_line, report)


@remembered(512)
def _read(text: str, file: str, first_line: int, report: Report) -> Located | None:
    builder = Builder(file, first_line)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except Refusal as refusal:
        report.add(refusal.code, refusal.message, refusal.place, refusal.hint)
    except MarkedYAMLError as error:
        _report_problem(error, builder, report)
    except (ValueError, OverflowError):
        message = "this is not YAML: a number beyond all bounds"
        report.add("I010", message, builder.last, "look for a backslash or a %")
    else:
        return builder.finish(report)
    return None


def _report_problem(error: MarkedYAMLError, builder: Builder, report: Report) -> None:
    words = f"{error.problem} {error.context}"
    problem = next((known for known in _PROBLEMS if known.sign in words), _UNKNOWN)
    mark = (error.context_mark if problem.at_opening else error.problem_mark) or error.problem_mark
    place = builder.mark(mark) if mark else builder.last
    report.add("I010", f"this is not YAML: {problem.message}", place, problem.hint)
