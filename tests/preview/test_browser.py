"""The preview in a browser: what is written shows, a mistake is told, and it ends without leaving anybody behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from bindery.checks.programs import home_of_its_own, program
from books import write_book

pytestmark = pytest.mark.slow
CHAPTER = "book/chapters/01-one.md"
TEXT = "---\nkind: chapter\ntitle: One\n---\n## A page {#here}\n\nA cup of tea.\n"
LONG = 120_000  # milliseconds; a busy machine is slow


def started(root: Path, *words: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "bindery", "preview", "--no-browser", *words]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def followers(process: "subprocess.Popen[str]") -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(number) for number in children.read_text().split()]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    home = home_of_its_own(str(tmp_path_factory.mktemp("home")))
    with sync_playwright() as playwright:
        chromium = program("chromium", "the preview's test")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox"], env={**os.environ, **home}
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_book(tmp_path_factory.mktemp("book"), {CHAPTER: TEXT})


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    process = started(root)
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.terminate()
    process.communicate(timeout=60)


@pytest.fixture
def page(browser: Browser, address: str, root: Path) -> Iterator[Page]:
    (root / CHAPTER).write_text(TEXT)
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    expect(page.locator("#status.ready")).to_be_attached(timeout=LONG)
    yield page
    page.close()
    assert complaints == []


def test_printed_pages_and_e_book_stand_side_by_side(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("A small book")
    expect(page.get_by_role("img", name="Page 2", exact=True)).to_be_visible()
    expect(page.frame_locator("#reader").locator("body")).not_to_be_empty()


def test_what_is_written_shows_in_both_and_is_pointed_out(page: Page, root: Path) -> None:
    before = page.locator("#pages li").evaluate_all("all => all.map(one => one.dataset.picture)")
    (root / CHAPTER).write_text(TEXT.replace("A cup of tea.", "A pot of tea."))
    written = page.locator("#pages li.written")
    expect(written).to_be_in_viewport(timeout=LONG)
    assert written.get_attribute("data-picture") not in before
    expect(page.frame_locator("#reader").locator("body")).to_contain_text("A pot of tea.", timeout=LONG)
    expect(page.locator("#status.ready")).to_be_attached(timeout=LONG)
    now = page.locator("#pages li").evaluate_all("all => all.map(one => one.dataset.picture)")
    assert set(now) & set(before)


def test_a_mistake_is_told_with_its_line_and_goes_when_it_is_mended(page: Page, root: Path) -> None:
    shown = page.locator("#pages li").count()
    (root / CHAPTER).write_text(f"{TEXT}\n::: exmple\n<script>document.title = 'x'</script>\n:::\n")
    finding = page.locator("#finding-list li", has_text="M012")
    expect(finding).to_contain_text(f"{CHAPTER}:9", timeout=LONG)
    expect(finding).to_contain_text("::: exmple")
    expect(finding).to_contain_text('did you mean "example"?')
    expect(page.locator("#finding-list")).to_contain_text("<script>")
    assert page.locator("#pages li").count() == shown
    (root / CHAPTER).write_text(TEXT)
    expect(finding).to_have_count(0, timeout=LONG)
    assert page.title() == "A small book: Preview"


def test_an_interrupted_preview_leaves_nobody_behind(root: Path) -> None:
    process = started(root)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("http://127.0.0.1:")
    hands = followers(process)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in told) == (130, False)
    assert hands
    assert not any(Path(f"/proc/{number}").exists() for number in hands)


def test_a_preview_that_nobody_looks_at_ends_by_itself(root: Path) -> None:
    process = started(root, "--patience", "0.1")
    _, told = process.communicate(timeout=120)
    assert (process.returncode, told) == (0, "")
