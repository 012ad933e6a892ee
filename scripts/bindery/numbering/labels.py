"""What the target of a reference is called when the author gives no words."""

from collections.abc import Iterator, Mapping

from bindery.model.blocks import Block, Heading, Paragraph
from bindery.model.course_blocks import Figure, JournalBlock, Pathway, QuestionnaireBlock
from bindery.model.inlines import Strong, plain_text
from bindery.model.node import walk
from bindery.model.wording import Wording


def label_of(block: Block, numbers: Mapping[str, str], wording: Wording) -> str:
    """The title of a block: its own, its number, or its first words."""
    match block:
        case Heading(inlines=inlines) | Pathway(title=inlines):
            return plain_text(inlines)
        case Figure():
            return wording.figure.format(numbers.get(block.key, "")).strip()
        case QuestionnaireBlock(questionnaire=attached) if attached is not None:
            return attached.title
        case JournalBlock():
            return next(_leads(block), "") or (block.page_kind.title if block.page_kind else block.name)
        case _:
            return getattr(block, "title", "") or next(_first_words(block), block.id)


def _leads(block: Block) -> Iterator[str]:
    """The words in bold with which a prompt begins."""
    for node in walk(block):
        if isinstance(node, Paragraph) and node.inlines and isinstance(node.inlines[0], Strong):
            yield plain_text(node.inlines[0].children).rstrip(".:")


def _first_words(block: Block) -> Iterator[str]:
    yield from _leads(block)
    for node in walk(block):
        if isinstance(node, Paragraph):
            yield " ".join(plain_text(node.inlines).split()[:6])
