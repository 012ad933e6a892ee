"""What counts as spelt right, and what happens where there is nothing to spell with."""

from pathlib import Path

import pytest

from bindery.build.reading import read_manuscript
from bindery.findings import Place, Report
from bindery.proofreading import spelling
from bindery.proofreading.lines import Lines
from bindery.proofreading.passages import Passage, Sort
from bindery.proofreading.proofread import Proof, proofread
from bindery.proofreading.spelling import NoSpeller, Speller, check_spelling
from books import write_book

OWN = frozenset({"Łódź", "Wanjiru", "groupthink", "olds"})


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller("en_GB", OWN)


@pytest.mark.parametrize(
    "word",
    "colour organisation don’t somebody’s naïve Łódź Łódź’s Wanjiru’s Groupthink co-teaching eight-year-olds".split(),
)
def test_a_word_that_is_right(word: str, speller: Speller) -> None:
    assert speller.knows(word)


@pytest.mark.parametrize("word", ["color", "wanjiru", "Groupthynk", "teh", "well-ketp", "Wanjirus"])
def test_a_word_that_is_not(word: str, speller: Speller) -> None:
    assert not speller.knows(word)


def test_figures_and_signs_are_no_words(speller: Speller, tmp_path: Path) -> None:
    report = Report()
    text = "In 1991, 3–4 % (“about” £5) … x2"
    passage = Passage(text, Place("book/chapters/01-one.md", 1), "one", Sort.PROSE)
    check_spelling([passage], speller, Lines(tmp_path), report)
    assert not len(report)


def test_without_the_dictionary_nobody_looked(tmp_path: Path) -> None:
    (proof,) = [one for one in proofs(tmp_path, "xx_XX") if one.judge == "Spelling"]
    assert proof.skipped == "there is no Hunspell dictionary xx_XX here; Debian has it as hunspell-xx-xx"
    assert not proof.findings


def test_without_hunspell_nobody_looked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "find_spec", lambda _name: None)
    with pytest.raises(NoSpeller, match="no Hunspell"):
        Speller("en_GB", frozenset())


def proofs(root: Path, dictionary: str) -> tuple[Proof, ...]:
    settings = (Path(__file__).parents[1] / "minimal/book/book.yaml").read_text("utf-8")
    files = {
        "book/book.yaml": f"{settings}house-style: style.yaml\n",
        "book/style.yaml": f"dictionary: {dictionary}\n",
    }
    write_book(root, files)
    manuscript = read_manuscript(root, Report())
    return proofread(manuscript.whole, manuscript.settings.house, root)
