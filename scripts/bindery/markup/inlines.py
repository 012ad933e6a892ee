"""Running text from its tokens."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bindery.markup.context import Context
from bindery.markup.tokens import Token
from bindery.model.inlines import (
    Citation,
    Code,
    CrossReference,
    Emphasis,
    FootnoteCall,
    IndexMark,
    Inline,
    LineBreak,
    Link,
    Phrase,
    Strong,
    Term,
    Text,
    plain_text,
)
from bindery.model.settings import slug_of

_WOULD_PRINT = re.compile(r"\{\s*[#.][\w-]|\{\s*[A-Za-z][\w-]*\s*=")
# What is no mark here, or is written in a way that makes it none, with what to write.
_NO_MARKS = (
    (re.compile(r"\[\["), "a term is [[term]] or [[term|words]]; in a table, write [[term\\|words]]"),
    (
        re.compile(r"\[@"),
        "a reference is [@key], one key and nothing else; a page goes after it: [@key], p. 4",
    ),
    (re.compile(r"\^\["), "a footnote is [^1] in the text, and [^1]: its words in a paragraph of its own"),
    (re.compile(r":::"), "::: stands at the beginning of a line of its own"),
    (re.compile(r"^#{1,6}[^\s#]"), "a heading has a space after its #"),
    (re.compile(r"^\[[ xX]?\]\s"), "things to tick stand in ::: checklist"),
    (re.compile(r"~~\S"), "nothing can be struck out here; take the two ~~ away"),
)
_ADDRESS = re.compile(r"(https://|http://|mailto:)\S+$", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")

Children = tuple[Inline, ...]


def build_inlines(tokens: Sequence[Token], context: Context) -> Children:
    """The inlines of one run of tokens; what cannot stand in running text is reported and left out."""
    return _joined(_Builder(tokens, context).until(None))


def _joined(inlines: Children) -> Children:
    """Neighbouring texts made one."""
    joined: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and joined and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].value + inline.value)
        elif inline != Text(""):
            joined.append(inline)
    return tuple(joined)


def _hint_where_marks_would_print(text: str) -> str:
    """What to write instead of a mark that would come out as text; "" when there is none."""
    if _WOULD_PRINT.search(text):
        return "attributes stand after the name of a block, at the end of a heading, or directly after ]"
    return next((hint for mark, hint in _NO_MARKS if mark.search(text)), "")


def _in_sentences(inlines: Children) -> Children:
    """Pointers that know whether their sentence goes on without a stop."""
    return tuple(
        replace(one, goes_on=_goes_on(then)) if isinstance(one, CrossReference) else one
        for one, then in pairwise((*inlines, None))
        if one is not None
    )


def _goes_on(then: Inline | None) -> bool:
    if then is None or isinstance(then, LineBreak | FootnoteCall):
        return False
    begins = plain_text((then,)).lstrip()[:1]
    return not begins or begins.isalnum() or begins in "(“‘–"


class _Builder:
    def __init__(self, tokens: Sequence[Token], context: Context) -> None:
        self._tokens: Iterator[Token] = iter(tokens)
        self._context = context

    def until(self, end: str | None) -> Children:
        """Inlines up to a closing token, or to the end."""
        found: list[Inline] = []
        for token in self._tokens:
            if token.type == end:
                break
            inline = _MAKERS[token.type](self, token)
            if inline is not None:
                found.append(inline)
        return _in_sentences(_joined(tuple(found)))

    def _text(self, token: Token) -> Inline:
        hint = _hint_where_marks_would_print(token.content)
        if hint:
            message = f"this would be printed as text: {token.content.strip()[:60]}"
            self._context.add("M007", message, token.line, hint)
        return Text(token.content)

    def _escaped(self, token: Token) -> Inline:
        return Text(token.content)

    def _emphasis(self, _token: Token) -> Inline:
        return Emphasis(self.until("em_close"))

    def _strong(self, _token: Token) -> Inline:
        return Strong(self.until("strong_close"))

    def _link(self, token: Token) -> Inline:
        address = token.attribute("href")
        children = self.until("link_close")
        if address.startswith("#"):
            return CrossReference(address[1:], children, self._context.place(token.line))
        if not _ADDRESS.match(address):
            hint = "#id for a place in the book, or an address that begins with https:// or mailto:"
            self._context.add("M016", f'a link cannot lead to "{address}"', token.line, hint)
        return Link(children or (Text(address),), address)

    def _span(self, token: Token) -> Inline | None:
        children = self.until("span_close")
        language, entry = token.attribute("lang"), token.attribute("entry")
        names = set(token.attributes or ())
        if names == {"lang"} and _LANGUAGE.match(language):
            return Phrase(children, language)
        if token.attribute("class") == "index" and names <= {"class", "entry"}:
            words = entry or plain_text(children)
            return IndexMark(words, children, self._context.key(), self._context.place(token.line))
        hint = '{.index}, {.index entry="..."} or {lang=xx}'
        self._context.add(
            "M021", f'"{plain_text(children)}" carries a mark that does not exist', token.line, hint
        )
        return Phrase(children, "")

    def _image(self, token: Token) -> None:
        hint = '::: figure {src=figures/name.svg alt="what it shows"}'
        self._context.add(
            "M009", f'the picture "{token.attribute("src")}" stands in running text', token.line, hint
        )

    def _html(self, token: Token) -> None:
        self._context.add(
            "M008", f"raw HTML: {token.content[:60]}", token.line, "write Markdown; a plain < is \\<"
        )

    def _term(self, token: Token) -> Inline:
        place = self._context.place(token.line)
        return Term(slug_of(token.info), (Text(token.content),), self._context.key(), place)

    def _citation(self, token: Token) -> Inline:
        return Citation(token.info, self._context.key(), self._context.place(token.line))

    def _footnote(self, token: Token) -> Inline:
        label = f"{self._context.slug}.{token.info}"
        return FootnoteCall(label, self._context.key(), self._context.place(token.line))


_MAKERS: dict[str, Callable[[_Builder, Token], Inline | None]] = {
    "text": _Builder._text,
    "text_special": _Builder._escaped,
    "softbreak": lambda _builder, _token: Text(" "),
    "hardbreak": lambda _builder, _token: LineBreak(),
    "code_inline": lambda _builder, token: Code(token.content),
    "em_open": _Builder._emphasis,
    "strong_open": _Builder._strong,
    "link_open": _Builder._link,
    "span_open": _Builder._span,
    "image": _Builder._image,
    "html_inline": _Builder._html,
    "press_term": _Builder._term,
    "press_citation": _Builder._citation,
    "footnote_ref": _Builder._footnote,
}
