"""The specimen shows everything that the press can print, and the standard edition nothing of the specimen."""

from io import StringIO
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree

import pytest
import tinyhtml5

from bindery.build.reading import read_book
from bindery.findings import Report
from bindery.layout.adjustments import Adjustments
from bindery.layout.print_face import PrintFace
from bindery.layout.print_parts import print_parts
from bindery.layout.views.specimen import greys, swatches
from bindery.model import blocks
from bindery.model.blocks import Block, Heading
from bindery.model.course_blocks import JournalBlock, Pathway, QuestionnaireBlock, Write
from bindery.model.node import walk
from bindery.model.numbered import NumberedBook
from bindery.model.questionnaire import ElementType
from bindery.numbering import for_format
from bindery.units import PAPERS

ROOT = Path(__file__).parents[2]
# What editions and outputs take out before anything is printed, what only the e-book has, and the notes for leaders,
# which stand in the guide of editions that ask for it.
NEVER_PRINTED = {"only", "page-mark", "facilitator"}


@pytest.fixture(scope="module")
def specimen() -> NumberedBook:
    return read_book("specimen", ROOT, Report())


def printed(book: NumberedBook) -> list[Block]:
    return [node for piece in book.book.body for node in walk(piece) if isinstance(node, Block)]


def test_every_block_is_in_it(specimen: NumberedBook) -> None:
    kinds = {
        kind.kind for kind in vars(blocks).values() if isinstance(kind, type) and issubclass(kind, Block)
    }
    assert kinds - {"block"} - NEVER_PRINTED <= {block.kind for block in printed(specimen)}


def test_every_kind_of_question_is_in_it(specimen: NumberedBook) -> None:
    asked = [block.questionnaire for block in printed(specimen) if isinstance(block, QuestionnaireBlock)]
    types = {element.type for questionnaire in asked if questionnaire for element in questionnaire.elements}
    assert types == set(get_args(ElementType))


def test_every_kind_of_journal_page_is_in_it(specimen: NumberedBook) -> None:
    shown = {block.name for block in printed(specimen) if isinstance(block, JournalBlock)}
    assert shown == {kind.name for kind in specimen.book.journal_kinds}


def test_the_states_of_what_has_states_are_in_it(specimen: NumberedBook) -> None:
    everything = printed(specimen)
    writes = [block for block in everything if isinstance(block, Write)]
    pathways = [block for block in everything if isinstance(block, Pathway)]
    assert {block.level for block in everything if isinstance(block, Heading)} == {2, 3, 4}
    assert any(write.words for write in writes)
    assert {write.weight for write in writes if write.fill} == {1, 2}
    assert {len(pathway.room) for pathway in pathways} == {1, 2, 3}
    assert any(pathway.tear_out for pathway in pathways)


def test_the_standard_edition_has_nothing_of_it(specimen: NumberedBook) -> None:
    standard = read_book("standard", ROOT, Report())
    assert not {piece.slug for piece in standard.book.body} & {piece.slug for piece in specimen.book.body}


def test_all_accents_stand_out_alike_on_white() -> None:
    assert {swatch.contrast for swatch in swatches()} <= {"6.3 : 1", "6.4 : 1"}


def test_a_grey_is_its_own_copy() -> None:
    assert all(swatch.grey == swatch.value for swatch in greys() if swatch.name != "tint")


def test_every_part_is_well_formed_and_says_the_same_when_it_is_read_as_xml(specimen: NumberedBook) -> None:
    face = PrintFace(for_format(specimen, "pdf"), PAPERS["a4"], Adjustments(), ROOT / "book", "")
    parts = print_parts(face)
    assert len(parts) > 2
    for part in parts:
        as_xml = ElementTree.fromstring(part.html)  # noqa: S314 - made here
        assert told(as_xml) == told(tinyhtml5.parse(StringIO(part.html), namespace_html_elements=False))


def told(element: Any) -> list[object]:
    """What an element says, and all in it; spaces outside of the text and the name of a name space aside."""
    attributes = {name: value for name, value in element.attrib.items() if not name.endswith("xmlns")}
    inside = [part for child in element for part in (*told(child), child.tail)]
    if element.tag in {"html", "head", "body"}:
        inside = [part for part in inside if part and str(part).strip()]
        return [element.tag, attributes, *inside]
    return [element.tag, attributes, element.text or "", *inside]
