"""An edition over standard.yaml over the book; the single mistakes are in tests/cases/."""

import re
from pathlib import Path

import pytest

from bindery.findings import Place, Report, UsageError
from bindery.model.edition import Edition, Output
from bindery.settings import Settings, edition_names, edition_text, load_edition, load_settings
from books import MINIMAL, write_book

TWO_CHAPTERS = (
    (MINIMAL / "book/book.yaml").read_text().replace("01-one.md]", "01-one.md, chapters/02-two.md]")
)
LEAF = (MINIMAL / "book/figures/leaf.svg").read_text()


def book(root: Path, **editions: str) -> Settings:
    files = {f"book/editions/{name}.yaml": text for name, text in editions.items()}
    files |= {"book/book.yaml": TWO_CHAPTERS, "book/chapters/02-two.md": "---\ntitle: Two\n---\nText.\n"}
    report = Report()
    found = load_settings(write_book(root, files), report)
    assert found
    assert not list(report)
    return found


def load(root: Path, name: str = "ours", **editions: str) -> tuple[Edition | None, list[str]]:
    report = Report()
    edition = load_edition(name, book(root, **editions), root, report)
    return edition, [found.code for found in report]


def loaded(root: Path, name: str = "ours", **editions: str) -> Edition:
    edition, codes = load(root, name, **editions)
    assert edition
    assert codes == []
    return edition


def test_what_an_edition_leaves_out_comes_from_the_book(tmp_path: Path) -> None:
    edition = loaded(tmp_path, ours="organisation: Riverside Library\n", standard="# nothing\nlanguage:\n")
    assert (edition.title, edition.language) == ("A small book", "en-GB")
    assert edition.organisation == "Riverside Library"
    assert (edition.chapters, edition.questionnaires, edition.journal) == (None, None, ())
    assert edition.outputs == (Output("pdf"), Output("epub"))


def test_standard_stands_between_an_edition_and_the_book(tmp_path: Path) -> None:
    standard = "title: Standard\nsubtitle: Also\noutputs: [{format: epub}]\nwording: {page: p. {}}\n"
    edition = loaded(tmp_path, ours="title: Ours\n", standard=standard.replace("p. {}", '"p. {}"'))
    assert (edition.title, edition.subtitle) == ("Ours", "Also")
    assert edition.outputs == (Output("epub"),)
    assert edition.wording.page == "p. {}"


def test_a_standard_of_its_own_makes_a_file_of_its_own(tmp_path: Path) -> None:
    edition = loaded(tmp_path, ours="outputs: [{format: pdf}, {format: pdf, standard: ua-2}]\n")
    assert [output.file_name("book") for output in edition.outputs] == [
        "book-print-a4.pdf",
        "book-print-a4-ua-2.pdf",
    ]


def test_wording_is_laid_over_label_by_label(tmp_path: Path) -> None:
    edition = loaded(
        tmp_path,
        ours='wording: {try: Do, page: "S. {}"}\n',
        standard='wording: {page: "p. {}", go-deeper: Read on}\n',
    )
    wording = edition.wording
    assert (wording.try_, wording.page, wording.go_deeper, wording.write) == (
        "Do",
        "S. {}",
        "Read on",
        "Write",
    )


@pytest.mark.parametrize("name", ["02-two", "02-two.md", "chapters/02-two.md", "chapters/02-two"])
def test_a_chapter_is_named_by_its_file_in_any_way(tmp_path: Path, name: str) -> None:
    edition = loaded(tmp_path, ours=f"chapters: [{name}, 01-one]\n")
    assert edition.chapters == ("chapters/02-two.md", "chapters/01-one.md")


def test_journal_pages_keep_their_order_and_number(tmp_path: Path) -> None:
    assert loaded(tmp_path, ours="journal: {lined: 4}\n").journal == (("lined", 4),)


def test_logo_and_welcome_are_paths_from_the_book(tmp_path: Path) -> None:
    edition = loaded(tmp_path, ours="logo: ./figures//leaf.svg\nwelcome: chapters/01-one.md\n")
    assert (edition.logo, edition.welcome) == ("figures/leaf.svg", "chapters/01-one.md")


def test_a_mistake_is_reported_in_the_file_that_makes_it(tmp_path: Path) -> None:
    settings, report = book(tmp_path, ours="title: Ours\n", standard="\nchapters: [03-three]\n"), Report()
    assert load_edition("ours", settings, tmp_path, report)
    assert [found.place for found in report] == [Place("book/editions/standard.yaml", 2, 12)]


def test_a_questionnaire_that_could_not_be_read_may_be_named(tmp_path: Path) -> None:
    files = {
        "book/questionnaires/tea.yaml": "name: tea\n",
        "book/editions/ours.yaml": "questionnaires: [tea]\n",
    }
    settings, report = load_settings(write_book(tmp_path, files), Report()), Report()
    assert settings
    assert load_edition("ours", settings, tmp_path, report)
    assert not list(report)


def test_a_file_that_does_not_fit_gives_no_edition(tmp_path: Path) -> None:
    assert load(tmp_path, ours="titel: Ours\n") == (None, ["S001"])
    assert load(tmp_path, ours="title: Ours\n", standard="outputs: []\n") == (None, ["S004"])


@pytest.mark.parametrize(
    ("name", "words"),
    [("our", 'did you mean "ours"?'), ("zebra", "known are: ours, standard"), ("../ours", "ours")],
)
def test_an_unknown_edition_is_wrong_usage(tmp_path: Path, name: str, words: str) -> None:
    settings = book(tmp_path, ours="title: Ours\n")
    with pytest.raises(UsageError, match=re.escape(words)):
        load_edition(name, settings, tmp_path, Report())


def test_editions_are_named_in_order(tmp_path: Path) -> None:
    book(tmp_path, zoo="title: Zoo\n", acme="title: Acme\n")
    assert edition_names(tmp_path) == ("acme", "standard", "zoo")


def test_a_new_edition_is_the_standard_one_until_it_is_edited(tmp_path: Path) -> None:
    text = edition_text("ours", book(tmp_path))
    ours, standard = loaded(tmp_path, ours=text), loaded(tmp_path, "standard")
    assert ours.outputs == standard.outputs
    assert (ours.title, ours.journal, ours.wording) == (standard.title, standard.journal, standard.wording)
    assert ours.chapters == ("chapters/01-one.md", "chapters/02-two.md")


def test_every_line_of_a_new_edition_can_be_switched_on(tmp_path: Path) -> None:
    text = edition_text("ours", book(tmp_path))
    switched_on = re.sub(
        r"^( *)# (?!yaml-)(?=[a-z-]+: ?[^ ]*$|[a-z-]+: \"|  |- \{)", r"\1", text, flags=re.MULTILINE
    )
    write_book(
        tmp_path,
        {"book/figures/our-logo.svg": LEAF, "book/editions/our-welcome.md": "---\ntitle: A\n---\nB\n"},
    )
    edition = loaded(tmp_path, ours=switched_on)
    assert (edition.organisation, edition.logo) == ("Riverside Library", "figures/our-logo.svg")
    assert (edition.welcome, edition.questionnaires) == ("editions/our-welcome.md", ("tea",))
    assert (edition.journal, edition.wording.pathway) == ((("lined", 2),), "Exercise")
    assert len(edition.outputs) == 4


def test_a_new_edition_has_every_key(tmp_path: Path) -> None:
    text = edition_text("ours", book(tmp_path))
    keys = "title subtitle organisation logo facilitator welcome chapters questionnaires journal facilitator-guide"
    for key in f"{keys} language wording outputs".split():
        assert re.search(rf"^(# )?{key}:", text, re.MULTILINE), key
    assert text.startswith(
        "# yaml-language-server: $schema=../../scripts/bindery/settings/schemas/edition.schema.json"
    )


@pytest.mark.parametrize("name", ["", "Acme", "2nd", "a b", "../x", "a_b", "é"])
def test_a_name_that_cannot_be_a_file_name_everywhere_is_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="small letters"):
        edition_text(name, book(tmp_path))
