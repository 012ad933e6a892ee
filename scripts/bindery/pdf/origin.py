"""Where a structure element comes from: what its HTML says, carried through the PDF in one private key."""

import json
from dataclasses import dataclass, fields
from typing import Any

# The private key of a structure element; the finisher reads it and leaves it out.
KEY = "BinderyOrigin"


@dataclass(frozen=True, slots=True)
class Origin:
    """What the document says of the box that a structure element was made for; all empty for a run of text.

    `mark` is the same for all fragments of one HTML element or pseudo-element, and for nothing else that was tagged
    with it; `tag` is its name, as in `p` or `span::footnote-call`. `kind` is the structure type that the document
    asks for (`data-tag`), `id` its id. `call` joins a footnote with its mark in the text. `expansion` is what an
    abbreviation stands for; `says` are the words of the link that a footnote's mark becomes. `box` are the edges of
    such a mark: left, upper, right and lower in CSS pixels from the page's upper left corner. `blank` numbers the
    marked contents directly inside that are white space; `inline` says that the box stands in a line of text,
    `bookmark` that the outline leads here, `hidden` that there is nothing to be read. `names` are all places that
    links may lead to, in or at the element, once it has been mended.
    """

    mark: str = ""
    tag: str = ""
    kind: str = ""
    id: str = ""
    call: str = ""
    expansion: str = ""
    says: str = ""
    box: tuple[float, ...] = ()
    blank: tuple[int, ...] = ()
    inline: bool = False
    bookmark: bool = False
    hidden: bool = False
    names: tuple[str, ...] = ()

    def encoded(self) -> str:
        """As text; what is empty is left out."""
        return json.dumps({name: value for name in _NAMES if (value := getattr(self, name))})

    @classmethod
    def decoded(cls, text: str) -> "Origin":
        """From the text that `encoded` gave."""
        said: dict[str, Any] = json.loads(text)
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in said.items()
        }
        return cls(**values)


_NAMES = tuple(field.name for field in fields(Origin))
NOWHERE = Origin()
