"""Shapes of Markdown that have cost some parser more than linear time, each about so many letters long."""

from collections.abc import Callable, Mapping

from walls.room import HEAD

SHAPES: Mapping[str, Callable[[int], str]] = {
    "quotation marks": lambda n: "\"a 'b " * (n // 6),
    "opened emphasis": lambda n: "*a " * (n // 3),
    "closed emphasis": lambda n: "a** " * (n // 4),
    "emphasis in turn": lambda n: "*_" * (n // 2),
    "strong in emphasis": lambda n: "a***b**c*" * (n // 9),
    "opened brackets": lambda n: "[" * n,
    "opened links": lambda n: "[a](" * (n // 4),
    "opened titles of links": lambda n: '[a](#b "' * (n // 8),
    "opened pictures": lambda n: "![" * (n // 2),
    "opened terms": lambda n: "[[a|" * (n // 4),
    "opened references": lambda n: "[@a " * (n // 4),
    "opened marks": lambda n: "[a]{" * (n // 4),
    "marks of code, ever longer": lambda n: "".join("`" * k + " " for k in range(1, int((2 * n) ** 0.5))),
    "opened comments": lambda n: "<!--" * (n // 4),
    "opened data": lambda n: "a <![CDATA[" * (n // 11),
    "addresses": lambda n: "<a:" * (n // 3),
    "entities": lambda n: "&#" * (n // 2),
    "backslashes": lambda n: "\\" * n,
    "a wide table": lambda n: "\n".join(("|a" * (n // 6), "|-" * (n // 6), "|a" * (n // 6))),
    "a long table": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * (n // 6),
    "a table with cells left out": lambda n: "|a|b|c\n|-|-|-\n" + "a\n" * ((n - 14) // 2),
    "a lazy quotation": lambda n: "> a\n" + "a\n" * (n // 2),
    "a long list": lambda n: "- a\n" * (n // 4),
    "lists in lists": lambda n: "- a\n  - b\n    - c\n" * (n // 18),
    "addresses of links": lambda n: "".join(f"[a{i}]: b\n" for i in range(n // 10)),
    "footnotes": lambda n: "".join(f"a[^{i}]\n\n[^{i}]: b\n\n" for i in range(n // 22)),
    "definitions": lambda n: "a\n: b\n\n" * (n // 7),
    "an underlined heading": lambda n: "a\n" * (n // 2) + "===\n",
    "headings": lambda n: "## a\n" * (n // 5),
    "blocks": lambda n: "::: example\na\n:::\n\n" * (n // 20),
    "attributes": lambda n: "::: example {" + " ".join(f"a{i}=1" for i in range(n // 8)) + "}\na\n:::\n",
    "opened attributes": lambda n: "::: example " + '{a="' * (n // 4) + "\na\n:::\n",
    "spaces": lambda n: "a" + " " * n + "b",
    "line breaks": lambda n: "a  \n" * (n // 4),
    "empty lines": lambda n: "\n" * n,
}


def shape(name: str, length: int) -> str:
    """A chapter of this shape, of about so many letters in all."""
    return HEAD + SHAPES[name](length - len(HEAD))
