"""Pointers from one part of the book into another: addresses of our own, until the parts are bound."""

import re

# RFC 2606 keeps this ending free of real places.
_ELSEWHERE = "https://elsewhere.invalid/#"
_ID = re.compile(r'\bid="([^"]+)"')
_POINTER = re.compile(r'\bhref="#([^"]+)"')


def apart(html: str) -> str:
    """The HTML of a part in which pointers to other parts are addresses that the engine leaves alone."""
    own = frozenset(_ID.findall(html))

    def pointer(found: re.Match[str]) -> str:
        return found[0] if found[1] in own else f'href="{_ELSEWHERE}{found[1]}"'

    return _POINTER.sub(pointer, html)


def target_of(address: str) -> str:
    """The key in another part to which an address leads; "" for an address of the web."""
    return address.removeprefix(_ELSEWHERE) if address.startswith(_ELSEWHERE) else ""
