"""The sample book is printed once for all tests of a process."""

import pytest

from bindery.findings import Report
from bindery.pdf import Printed
from pdf.sample_book import printed


@pytest.fixture(scope="session")
def book_report() -> Report:
    """What was found while the sample was printed."""
    return Report()


@pytest.fixture(scope="session")
def book(book_report: Report) -> Printed:
    """The sample book, printed."""
    return printed(report=book_report)
