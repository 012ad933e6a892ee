"""The sample book is printed once for all tests of a process."""

import pytest

from bindery.findings import Report
from bindery.pdf import Printed
from pdf.sample_book import printed

Pressed = tuple[Printed, Report]


@pytest.fixture(scope="session")
def pressed() -> Pressed:
    """The sample book, and what was found while it was printed."""
    report = Report()
    return printed(report=report), report


@pytest.fixture(scope="session")
def book(pressed: Pressed) -> Printed:
    """The sample book."""
    return pressed[0]


@pytest.fixture(scope="session")
def book_report(pressed: Pressed) -> Report:
    """What was found while the sample was printed."""
    return pressed[1]
