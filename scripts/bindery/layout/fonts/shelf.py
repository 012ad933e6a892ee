"""The cut faces, kept in the cache under a name made of everything that they depend on."""

import hashlib
import shutil
from collections.abc import Callable
from inspect import getsource
from pathlib import Path

import fontTools

from bindery.findings import MachineError
from bindery.layout.fonts import cutting, signs
from bindery.layout.fonts.recipe import FACES, Face, FontFile
from bindery.layout.fonts.sources import Source, source_of
from bindery.store import name_of, stray_folder, sweep_stray_folders, write_synced

Tell = Callable[[str], None]
# The name of the file that tells what all others held when they were cut.
_SEAL = "seal"


def font_files(cache: Path, tell: Tell | None = None) -> tuple[FontFile, ...]:
    """All faces as files under `cache`/fonts; what is not there yet is cut, about 20 seconds the first time.

    `tell` hears what is being cut. Two builds may do this at once: each cuts into a folder of its own, and the first
    one done gives it the name. MachineError where a font is not installed or the cache cannot be written.
    """
    folder = cache.resolve() / "fonts" / _key()
    if not _is_whole(folder):
        try:
            shutil.rmtree(folder, ignore_errors=True)
            _fill(folder, tell)
        except OSError as error:
            raise MachineError(
                f"the fonts cannot be kept in {cache}: {error.strerror}", "free it or its disk"
            ) from error
    return tuple(_file(folder, face) for face in FACES)


def _is_whole(folder: Path) -> bool:
    """Whether every face and every licence is there as it was cut; somebody may have tidied up."""
    try:
        return (folder / _SEAL).read_bytes() == _seal(folder)
    except OSError:
        return False


def _seal(folder: Path) -> bytes:
    names = sorted({name for face in FACES for name in (face.file_name, _licence_name(face))})
    return name_of(*((folder / name).read_bytes() for name in names)).encode()


def _fill(folder: Path, tell: Tell | None) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    sweep_stray_folders(folder.parent)
    with stray_folder(folder.parent) as cutting_table:
        whole = cutting_table / folder.name
        whole.mkdir()
        for number, face in enumerate(FACES, 1):
            if tell:
                tell(f"{face.name} {face.weight} {face.style} ({number} of {len(FACES)})")
            cutting.cut(_source(face).font, face, whole / face.file_name)
            shutil.copyfile(_source(face).licence, whole / _licence_name(face))
        write_synced(whole / _SEAL, _seal(whole))
        _take_place(whole, folder)


def _take_place(whole: Path, folder: Path) -> None:
    try:
        whole.rename(folder)
    except OSError:
        if not _is_whole(folder):  # else another build was faster, and its files are the same
            raise


def _file(folder: Path, face: Face) -> FontFile:
    return FontFile(
        family=face.role,
        weight=face.weight,
        style=face.style,
        path=folder / face.file_name,
        licence=folder / _licence_name(face),
        source=face.source,
        copyright=cutting.copyright_of(_source(face).font),
    )


def _key() -> str:
    """A hash of the faces, of the code that cuts them, of the tool, and of every file they are made from."""
    digest = hashlib.sha256(repr(FACES).encode())
    for text in (getsource(cutting), getsource(signs), fontTools.version):
        digest.update(text.encode())
    for source in sorted({_source(face) for face in FACES}, key=lambda source: source.font):
        digest.update(source.font.read_bytes())
        digest.update(source.licence.read_bytes())
    return digest.hexdigest()[:16]


def _source(face: Face) -> Source:
    return source_of(face.source, face.style)


def _licence_name(face: Face) -> str:
    return f"OFL-{face.source.replace(' ', '-')}.txt"
