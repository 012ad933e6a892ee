"""The named places of a file, to which its links lead."""

from collections.abc import Mapping

from pikepdf import Array, Dictionary, Object, Pdf, String


def destinations(pdf: Pdf) -> dict[str, Object]:
    """Every named place."""
    names = pdf.Root.get("/Names", Dictionary()).get("/Dests", Dictionary()).get("/Names", Array())
    flat = list(names)
    return {str(name): place for name, place in zip(flat[::2], flat[1::2], strict=True)}


def add_destinations(pdf: Pdf, places: Mapping[str, Object]) -> None:
    """Add named places, or put others in their stead."""
    every = {**destinations(pdf), **places}
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    # A name tree is sorted by the bytes of its names.
    names = sorted(every, key=lambda name: bytes(String(name)))
    flat = [entry for name in names for entry in (String(name), every[name])]
    pdf.Root.Names.Dests = Dictionary(Names=Array(flat))
