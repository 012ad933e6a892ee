"""What can stand where a drawing holds numbers: all of SVG's grammar, and nothing else, read in one go."""

import time

import pytest

from bindery.intake.svg_numbers import can_be_drawn

GOOD = [
    ("width", "40mm"),
    ("width", ".5em"),
    ("width", "100%"),
    ("x", "1 2,3"),
    ("viewBox", "0 0 40 40"),
    ("viewBox", "-1,-2 , 40.5,20"),
    ("d", ""),
    ("d", "M0 0h1"),
    ("d", "M 10,10 L 20-5.5.5.5 z m1 1"),
    ("d", "M1 1a1 1 0 01.5.5"),
    ("d", "M1 1A10,10 0 0,1 20,20 1 1 0 1 0 2 2 Z"),
    ("d", "M0,0c.1-.2.3-.4.5-.6"),
    ("d", "M0 0C1 2 3 4 5 6 1 2 3 4 5 6"),
    ("d", "M1e-5 1E3"),
    ("transform", "translate(1,2) rotate(45deg),scale(.5)"),
    ("transform", "matrix(1 0 0 1 0 0)"),
    ("transform", "rotate(45 1 2)"),
    ("transform", ""),
    ("opacity", "50%"),
    ("points", "1,2 3,4"),
    ("stroke-dasharray", "none"),
    ("stroke-dasharray", "1 2 3"),
    ("orient", "auto"),
    ("orient", "-45.5"),
    ("fill", "anything"),
]
BAD = [
    ("width", "4pmm"),
    ("width", "99999999999"),
    ("x", "1e99"),
    ("x", "nan"),
    ("font-size", "small"),
    ("viewBox", "0 0 [](#no)40 40"),
    ("viewBox", "0 0 40"),
    ("viewBox", "0 0 40 40 1"),
    ("d", "M"),
    ("d", "M5"),
    ("d", "5 M0 0"),
    ("d", "L1 1"),
    ("d", "M0 0 X1"),
    ("d", "M0 0a1 1 0 2 1 1 1"),
    ("d", "M0 0C1 2 3 4"),
    ("transform", "rotate(a)"),
    ("transform", "rotate(1 2)"),
    ("transform", "translate()"),
    ("transform", "translate(1"),
    ("opacity", "x"),
    ("points", "1 2 3"),
    ("orient", "a uto"),
]
LONG = [
    ("d", "M0 0" + "1 " * 99_999 + "x"),
    ("d", "M0 0a" + "0 " * 100_000),
    ("d", "M0 0a" + "0" * 200_000),
    ("points", "1" * 200_000 + "x"),
    ("points", "1 1 " * 50_000 + "1"),
    ("transform", "translate(" * 20_000),
    ("transform", "translate(1)" * 17_000 + "x"),
    ("viewBox", " " * 200_000 + "x"),
]


@pytest.mark.parametrize(("name", "value"), GOOD)
def test_what_svg_lets_stand_there_can_be_drawn(name: str, value: str) -> None:
    assert can_be_drawn(name, value)


@pytest.mark.parametrize(("name", "value"), BAD)
def test_anything_else_cannot(name: str, value: str) -> None:
    assert not can_be_drawn(name, value)


@pytest.mark.parametrize(("name", "value"), LONG, ids=lambda text: text[:12])
def test_a_long_value_is_read_once(name: str, value: str) -> None:
    begun = time.process_time()
    can_be_drawn(name, value)
    assert time.process_time() - begun < 5  # seconds; twice would be an hour
