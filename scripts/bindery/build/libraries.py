"""The versions of the libraries that set the letters: a page may come out otherwise when one of them changes."""

import ctypes
from collections.abc import Callable

_ENDINGS = ("{}.so.0", "{}.so.1", "{}.so.6", "{}.0.dylib", "{}.1.dylib", "{}.6.dylib", "{}.dylib")


def library_versions() -> tuple[str, ...]:
    """The versions of Pango, HarfBuzz, Fontconfig and FreeType; "" for one that is not found by its usual name."""
    return (
        _version("libpango-1.0", lambda library: str(library.pango_version())),
        _version("libharfbuzz", _harfbuzz),
        _version("libfontconfig", lambda library: str(library.FcGetVersion())),
        _version("libfreetype", _freetype),
    )


def _version(name: str, ask: Callable[[ctypes.CDLL], str]) -> str:
    for ending in _ENDINGS:
        try:
            library = ctypes.CDLL(ending.format(name))
        except OSError:
            continue
        return ask(library)
    return ""


def _harfbuzz(library: ctypes.CDLL) -> str:
    library.hb_version_string.restype = ctypes.c_char_p
    return str(library.hb_version_string())


def _freetype(library: ctypes.CDLL) -> str:
    handle, numbers = ctypes.c_void_p(), [ctypes.c_int() for _ in range(3)]
    library.FT_Init_FreeType(ctypes.byref(handle))
    library.FT_Library_Version(handle, *[ctypes.byref(number) for number in numbers])
    library.FT_Done_FreeType(handle)
    return ".".join(str(number.value) for number in numbers)
