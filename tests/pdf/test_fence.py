from hashlib import sha256
from pathlib import Path

import pytest

from bindery.pdf.fence import DATA_LIMIT, Fence, Refused


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "leaf.svg").write_text("<svg/>", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (folder / "way-out.svg").symlink_to(tmp_path / "secret.txt")
    return folder


def test_a_file_of_the_book_passes_with_its_type(inside: Path) -> None:
    fetched = Fence([inside]).fetch((inside / "leaf.svg").as_uri())
    assert (fetched.content, fetched.media_type) == (b"<svg/>", "image/svg+xml")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("{book}/../secret.txt", "lies outside"),
        ("{book}/%2e%2e/secret.txt", "lies outside"),
        ("{book}/way-out.svg", "lies outside"),
        ("{book}/nothing.svg", "does not exist"),
        ("{book}", "does not exist"),
        ("{book}/%00", "not the name of a file"),
        ("file://elsewhere/etc/passwd", "another machine"),
        ("file:///etc/passwd", "lies outside"),
        ("http://127.0.0.1:9/leaf.svg", "nothing is fetched from a network"),
        ("https://example.org/", "nothing is fetched from a network"),
        ("ftp://example.org/", "nothing is fetched from a network"),
        ("leaf.svg", "nothing is fetched from a network"),
        ("data:text/css,p{}", "not a picture"),
        ("data:image/png", "not a picture"),
        ("data:image/png;base64,A", "base 64"),
        ("data:image/png," + "0" * (DATA_LIMIT + 1), "longer than 64 KiB"),
    ],
)
def test_what_is_not_the_books_is_refused_and_remembered(inside: Path, address: str, reason: str) -> None:
    fence = Fence([inside])
    with pytest.raises(Refused, match=reason):
        fence.fetch(address.replace("{book}", inside.as_uri()))
    assert reason in fence.refused[0].reason
    assert fence.passed == ()


def test_a_small_drawing_may_stand_in_the_stylesheet(inside: Path) -> None:
    assert Fence([inside]).fetch("data:image/svg+xml,%3Csvg/%3E").content == b"<svg/>"
    assert Fence([inside]).fetch("data:image/png;base64,AAAA").content == bytes(3)


def test_every_address_is_remembered_once_in_order(inside: Path) -> None:
    fence, leaf = Fence([inside]), (inside / "leaf.svg").as_uri()
    for address in (leaf, "data:image/png,x", leaf):
        fence.fetch(address)
    assert [address for address, _ in fence.passed] == [leaf, "data:image/png,x"]
    assert dict(fence.passed)[leaf] == fence.digest(leaf) == sha256(b"<svg/>").hexdigest()
    assert fence.digest("http://example.org/") == ""


def test_a_long_address_is_shortened_in_messages(inside: Path) -> None:
    fence = Fence([inside])
    with pytest.raises(Refused):
        fence.fetch("http://example.org/" + "a" * 500)
    assert len(fence.refused[0].address) == 121
