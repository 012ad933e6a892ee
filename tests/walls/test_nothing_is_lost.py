"""Nothing is lost in silence: whatever is taken away is missed by name."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bindery.findings import MachineError
from bindery.layout import templates
from walls.missing import BOOK, PRESS
from walls.proof import Proof, flawed
from walls.room import CHAPTER, EDITION, FIGURE_LINE, OUTPUTS, End, chapter, figure, lay, read

LEAF = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">{}<rect width="9" height="9"/></svg>'
FIGURES = ("figures/leaf.svg", "figures/b.svg", "figures/c.png")


def dot() -> bytes:
    target = BytesIO()
    Image.new("1", (4, 4)).save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize("missing", range(3))
def test_every_figure_that_is_gone_is_named_where_it_was_asked_for(tmp_path: Path, missing: int) -> None:
    asked = [f'::: figure {{src={name} alt="A leaf."}}\nA caption.\n:::\n\n' for name in FIGURES]
    files: dict[str, str | bytes] = {f"book/{name}": LEAF.format("") for name in FIGURES[:2]}
    files["book/figures/c.png"] = dot()
    root = lay(tmp_path, {CHAPTER: chapter("".join(asked)), **files})
    assert read(root).end is End.DONE
    (root / "book" / FIGURES[missing]).unlink()
    outcome = read(root)
    assert outcome.end is End.REFUSED
    assert f"{CHAPTER}:{FIGURE_LINE + 4 * missing}: error[I001]" in outcome.told
    assert FIGURES[missing] in outcome.told


def test_a_logo_that_is_gone_is_named_where_it_was_asked_for(tmp_path: Path) -> None:
    outcome = read(lay(tmp_path, {EDITION: f"{OUTPUTS}logo: figures/none.svg\n"}))
    assert f"{EDITION}:4:1: error[I001]" in outcome.told


def test_a_welcome_that_is_gone_is_named_where_it_was_asked_for(tmp_path: Path) -> None:
    outcome = read(lay(tmp_path, {EDITION: f"{OUTPUTS}welcome: front/none.md\n"}))
    assert f"{EDITION}:4:1: error[I001]" in outcome.told


@pytest.mark.parametrize(
    "part", ['<use href="#none"/>', '<g fill="url(#none)"/>', '<g style="mask: url(#none)"/>']
)
def test_a_part_that_a_drawing_lacks_is_named_in_the_drawing(tmp_path: Path, part: str) -> None:
    root = lay(
        tmp_path, {CHAPTER: figure("figures/own.svg"), "book/figures/own.svg": LEAF.format(f"\n{part}")}
    )
    assert (
        'book/figures/own.svg:2: error[I031] this drawing has no part with the id "none"' in read(root).told
    )


@pytest.mark.slow
@pytest.mark.parametrize("proof", [BOOK, PRESS], ids=lambda proof: proof.name)
def test_whatever_is_taken_away_is_missed_by_its_name_or_made_again(tmp_path: Path, proof: Proof) -> None:
    assert flawed(proof, tmp_path) == {}


def test_a_template_that_is_gone_is_the_machines_fault() -> None:
    with pytest.raises(MachineError, match=r"print/none\.html\.j2"):
        templates.render("print/none.html.j2")
