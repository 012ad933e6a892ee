"""SVG as text: one user unit is one mm, numbers have at most three decimals, and nothing has an id."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

NAMESPACE = "http://www.w3.org/2000/svg"


@dataclass(frozen=True, slots=True)
class Paint:
    """How a path is painted: the colour of its inside, and colour and width (mm) of its line."""

    fill: str = "none"
    stroke: str = "none"
    width: float = 0.0
    round_ends: bool = False


def filled(colour: str) -> Paint:
    """The inside only."""
    return Paint(fill=colour)


def lined(colour: str, width: float, *, fill: str = "none", round_ends: bool = False) -> Paint:
    """A line of `width` mm; `fill` is what stands inside it."""
    return Paint(fill, colour, width, round_ends)


def number(value: float) -> str:
    """A number with at most three decimals, without trailing zeros and never as -0."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Numbers with a space between them."""
    return " ".join(number(value) for value in values)


def path(commands: str, paint: Paint) -> str:
    """A path element, or nothing where there are no commands."""
    if not commands:
        return ""
    attributes = [f'd="{commands}"', f'fill="{_attribute(paint.fill)}"']
    if paint.width:
        attributes += [f'stroke="{_attribute(paint.stroke)}"', f'stroke-width="{number(paint.width)}"']
    if paint.round_ends:
        attributes.append('stroke-linecap="round"')
    return f"<path {' '.join(attributes)}/>"


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """Path commands of a straight line."""
    return f"M{numbers(x1, y1)}L{numbers(x2, y2)}"


def drawing(width: float, height: float, *shapes: str, title: str | None = None) -> str:
    """An svg element of `width` x `height` mm. With a title it is a picture with that name, without one an ornament."""
    size = f'width="{number(width)}mm" height="{number(height)}mm" viewBox="0 0 {numbers(width, height)}"'
    role = 'aria-hidden="true"' if title is None else 'role="img"'
    name = "" if title is None else f"<title>{escape(title)}</title>"
    return f'<svg xmlns="{NAMESPACE}" {size} {role}>{name}{"".join(shapes)}</svg>'


def _attribute(value: str) -> str:
    return escape(value, {'"': "&quot;"})
