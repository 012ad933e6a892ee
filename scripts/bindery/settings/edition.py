"""Loading an edition: its file over editions/standard.yaml over the book."""

from dataclasses import dataclass, fields, replace
from pathlib import Path

from bindery.findings import Place, Report, UsageError
from bindery.intake import Located, check_picture, read_text
from bindery.intake.closest import suggestion_or_list
from bindery.model.edition import Edition, EditionSettings, Output
from bindery.settings.choice import chosen_chapters, chosen_journal, chosen_questionnaires, left_out
from bindery.settings.documents import read_document
from bindery.settings.listing import is_below_book, normal
from bindery.settings.uniqueness import Names
from bindery.settings.validate import validate
from bindery.settings.value import Settings
from bindery.settings.wording import overlaid

STANDARD = "standard"
_OUTPUTS = (Output("pdf"), Output("epub"))


@dataclass(frozen=True, slots=True)
class EditionFile:
    """An edition's own file: what it says, and where."""

    value: EditionSettings
    located: Located


@dataclass(frozen=True, slots=True)
class Layers:
    """The files of an edition, the nearest first."""

    files: tuple[EditionFile, ...]

    @property
    def merged(self) -> EditionSettings:
        """What the nearest file that says anything says, key by key."""
        merged = EditionSettings()
        for file in reversed(self.files):
            given = {field.name: getattr(file.value, field.name) for field in fields(EditionSettings)}
            merged = replace(merged, **{name: value for name, value in given.items() if value is not None})
        return merged

    def located(self, key: str) -> Located:
        """The file that the value of a key comes from."""
        own = (file.located for file in self.files if file.located.at((key,)) is not None)
        return next(own, self.files[0].located)


def edition_names(root: Path) -> tuple[str, ...]:
    """The names of the editions in book/editions, sorted."""
    found = (root / "book" / "editions").glob("[!.]*.yaml")
    return tuple(sorted(path.stem for path in found))


def load_edition(name: str, settings: Settings, root: Path, report: Report) -> Edition | None:
    """The edition of this name with everything filled in; None, after findings, when its files do not fit.

    UsageError when there is no such edition.
    """
    if name not in edition_names(root):
        raise UsageError(f'there is no edition "{name}"; {suggestion_or_list(name, edition_names(root))}')
    files = [
        _read(each, root, report) for each in dict.fromkeys((name, STANDARD)) if each in edition_names(root)
    ]
    read = tuple(file for file in files if file is not None)
    if len(read) < len(files):
        return None
    return _edition(name, Layers(read), settings, root, report)


def _read(name: str, root: Path, report: Report) -> EditionFile | None:
    located = read_document(root / "book" / "editions" / f"{name}.yaml", root, report)
    value = validate(EditionSettings, located, report) if located else None
    return EditionFile(value, located) if located and value else None


def _edition(name: str, layers: Layers, settings: Settings, root: Path, report: Report) -> Edition:
    merged = layers.merged
    wording = settings.book.wording
    for file in reversed(layers.files):
        wording = overlaid(wording, file.value.wording, file.located, report)
    return Edition(
        name=name,
        title=merged.title or settings.book.title,
        subtitle=settings.book.subtitle if merged.subtitle is None else merged.subtitle,
        organisation=merged.organisation or "",
        logo=_logo(merged.logo, layers.located("logo").place(("logo",)), root, report),
        facilitator=merged.facilitator or "",
        welcome=_welcome(merged.welcome, layers.located("welcome").place(("welcome",)), root, report),
        chapters=chosen_chapters(merged.chapters, settings, layers.located("chapters"), report),
        leave_out=left_out(merged.leave_out, settings, layers.located("leave-out"), report),
        questionnaires=chosen_questionnaires(
            merged.questionnaires, settings, layers.located("questionnaires"), report
        ),
        journal=chosen_journal(merged.journal or {}, settings, layers.located("journal"), report),
        facilitator_guide=bool(merged.facilitator_guide),
        language=merged.language or settings.book.language,
        outputs=_outputs(merged.outputs, settings.book.slug, layers.located("outputs"), report),
        wording=wording,
        certification=merged.certification,
    )


def _logo(path: str | None, place: Place, root: Path, report: Report) -> str:
    if not path or not is_below_book(path, place, report):
        return ""
    picture = check_picture(root / "book" / normal(path), root, report, place)
    return normal(path) if picture else ""


def _welcome(path: str | None, place: Place, root: Path, report: Report) -> str:
    if not path or not is_below_book(path, place, report):
        return ""
    if not path.endswith(".md"):
        report.add("S014", f'"{path}" does not end in .md', place, "the welcome is a Markdown file")
        return ""
    text = read_text(root / "book" / normal(path), root, report, place)
    return normal(path) if text is not None else ""


def _outputs(
    given: tuple[Output, ...] | None, slug: str, located: Located, report: Report
) -> tuple[Output, ...]:
    names = Names("S045", "the output", report)
    outputs = enumerate(given or _OUTPUTS)
    return tuple(
        out for number, out in outputs if names.meet(out.file_name(slug), located.place(("outputs", number)))
    )
