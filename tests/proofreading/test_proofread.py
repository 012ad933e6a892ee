"""What the proofreaders read, what they leave alone, and how words are counted."""

from pathlib import Path

import pytest

from bindery.build.reading import Manuscript, read_manuscript
from bindery.findings import Report
from bindery.proofreading import Sort, count_table, proofread, prose, word_counts
from bindery.proofreading.data import data_passages
from bindery.proofreading.passages import passages_of
from books import write_book
from epub.rich_book import RICH


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_book(tmp_path_factory.mktemp("rich"), RICH)


@pytest.fixture(scope="module")
def manuscript(root: Path) -> Manuscript:
    return read_manuscript(root, Report())


def text(manuscript: Manuscript, sort: Sort) -> str:
    passages = passages_of(manuscript.whole)
    return " | ".join(passage.text for passage in passages if passage.sort is sort and passage.piece == "one")


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("Some words about tea", Sort.PROSE),
        ("It can be too hot.", Sort.PROSE),
        ("A note of its own", Sort.PROSE),
        ("First heading", Sort.HEADING),
        ("Say it aloud.", Sort.PATHWAY),
        ("A map of cups", Sort.PATHWAY),
        ("What do you drink?", Sort.PROMPT),
        ("Count them.", Sort.PROMPT),
        ("cup", Sort.TABLE),
        ("One is enough.", Sort.PULL_QUOTE),
        ("Bring enough cups.", Sort.LEADERS),
        ("Look about", Sort.LEADERS),
        ("To count.", Sort.LABEL),
        ("A cup on a table.", Sort.LABEL),
    ],
)
def test_words_count_as_what_they_stand_in(words: str, sort: Sort, manuscript: Manuscript) -> None:
    assert words in text(manuscript, sort)


def test_code_references_and_other_languages_are_left_out(manuscript: Manuscript) -> None:
    read = text(manuscript, Sort.PROSE)
    assert "umuntu" not in read
    assert "typed words" not in read
    assert "smith2001" not in read


def test_the_data_beside_the_text_is_read_where_it_is_printed(root: Path) -> None:
    read = {(passage.place.file, passage.text) for passage in data_passages(root)}
    assert ("book/questionnaires/questions.yaml", "A line or two.") in read
    assert ("book/journal/guided.yaml", "What happened?") in read
    assert ("book/journal/guided.yaml", "Mon") in read
    assert not any(words in ("guided", "comment", "why") for _, words in read)


def test_prose_is_running_text_alone(manuscript: Manuscript) -> None:
    counts = word_counts(manuscript.whole)
    (chapter,) = [count for count in counts if count.number == 1]
    pathway = (
        "A map of cups To see where the cups are. a pen Say it aloud. Look about. Count. Stop. Do the same."
    )
    assert chapter.words[Sort.PATHWAY] == len(f"{pathway} What did you see? Cups".split())
    assert prose(counts) == sum(count.words[Sort.PROSE] for count in counts)


def test_the_table_of_counts_has_a_line_for_each_piece_and_their_sum(manuscript: Manuscript) -> None:
    counts = word_counts(manuscript.whole)
    head, *rows, last = count_table(counts)
    assert len(rows) == len(manuscript.whole.pieces)
    assert "prose" in head
    assert last.startswith("All")
    assert f"{prose(counts):,}" in last


def test_a_book_without_rules_is_not_read(manuscript: Manuscript, root: Path) -> None:
    assert manuscript.settings.house is None
    assert proofread(manuscript.whole, None, root) == ()


def test_what_no_rule_asks_for_is_not_looked_at(tmp_path: Path) -> None:
    settings = str(RICH["book/book.yaml"])
    chapter = str(RICH["book/chapters/01-one.md"]).replace("Some words", 'Some some "words"')
    files = {
        "book/book.yaml": f"{settings}house-style: style.yaml\n",
        "book/style.yaml": "may-double: [had]\n",
    }
    write_book(tmp_path, {**RICH, **files, "book/chapters/01-one.md": chapter})
    found = read_manuscript(tmp_path, Report())
    (proof,) = proofread(found.whole, found.settings.house, tmp_path)
    assert (proof.judge, proof.findings) == ("House style", ())
