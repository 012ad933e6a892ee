"""Nothing outside the book is read, nothing is called, and no active content leaves the press."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from lxml.etree import fromstring

from bindery.findings import CannotGoOn, Report
from bindery.layout.part import PrintPart
from bindery.pdf import Engine, Fence
from walls.activity import active_parts
from walls.room import CHAPTER, End, Outcome, chapter, lay, press, read
from walls.vectors import HARMLESS, TEMPLATE, Vector, page_vectors, set_out, template_book, vectors
from walls.witness import CANARY, Listener, contents, keep_secrets, leaks, listening

VECTORS = tuple(vectors())


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    with listening() as listener:
        yield listener


def test_there_are_vectors_enough_and_each_has_its_own_name() -> None:
    assert len(VECTORS) == len({vector.name for vector in VECTORS})
    assert len(VECTORS) > 100


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.name)
def test_a_way_out_is_refused_with_a_place(vector: Vector, tmp_path: Path, listener: Listener) -> None:
    root = set_out(vector, tmp_path / "project", tmp_path / "secrets", listener.address)
    outcome = read(root)
    assert outcome.end is End.REFUSED, outcome
    assert all(finding.place.line for finding in outcome.findings), outcome.told
    assert CANARY.decode() not in outcome.told
    assert not listener.calls


@pytest.mark.parametrize("html", page_vectors(), ids=str)
def test_the_fence_stops_what_the_intake_might_have_missed(
    html: str, tmp_path: Path, listener: Listener
) -> None:
    secrets, book = tmp_path / "secrets", tmp_path / "book"
    book.mkdir()
    keep_secrets(secrets)
    (book / "link.png").symlink_to(secrets / "secret.png")
    page = html.replace("{outside}", secrets.as_uri()).replace("{call}", listener.address)
    page = page.replace("{inside}", book.as_uri())
    report, out = Report(), tmp_path / "out"
    out.mkdir()
    engine = Engine(Fence([book]), report)
    with suppress(CannotGoOn):
        sheets = engine.lay_out(PrintPart("one", f"<html lang=en><title>x</title>{page}", "right", False))
        (out / "x.pdf").write_bytes(engine.bind([sheets]))
    # The engine itself draws no <use> of another file; everything else is refused, and said.
    assert report.has_errors or "<use" in html
    assert leaks(out) == []
    assert not listener.calls


@pytest.mark.slow
@pytest.mark.usefixtures("listener")
def test_words_that_look_like_orders_are_printed_and_nothing_else(tmp_path: Path) -> None:
    root = lay(tmp_path / "project", template_book())
    outcome = press(root)
    assert outcome.end is End.DONE, outcome
    found = dict(contents(root / "output"))
    assert not [name for name, content in found.items() if b"1337" in content or b"root:x:" in content]
    assert TEMPLATE in fromstring(found["small.epub/EPUB/text/title.xhtml"]).xpath("string()")


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """Everything that the reader lets through, in one book, built."""
    root = lay(tmp_path_factory.mktemp("harmless"), HARMLESS)
    return root, press(root)


@pytest.mark.slow
def test_what_is_let_through_does_nothing_in_any_output(harmless: tuple[Path, Outcome]) -> None:
    root, outcome = harmless
    assert outcome.end is End.DONE, outcome
    assert leaks(root / "output") == []
    assert [part for path in sorted((root / "output").rglob("*.*")) for part in active_parts(path)] == []


@pytest.mark.slow
@pytest.mark.usefixtures("harmless")
def test_the_witnesses_would_see_a_leak(tmp_path: Path) -> None:
    lay(tmp_path, {CHAPTER: chapter(f"{CANARY.decode()}\n")})
    assert press(tmp_path).end is End.DONE
    assert {name.split("/")[0].split(":")[0] for name in leaks(tmp_path / "output")} >= {
        "small-print-a4.pdf",
        "small.epub",
    }
