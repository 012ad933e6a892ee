"""Every case in tests/cases gives just the findings that it says, and every code of the manuscript has a case."""

from contextlib import suppress
from pathlib import Path

import pytest

from bindery.build.reading import read_book
from bindery.findings import CannotGoOn, Report, codes
from cases import lay_out, read_case

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
FAMILIES_OF_THE_MANUSCRIPT = "ISQMAN"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gives_its_findings(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    lay_out(case, tmp_path)
    report = Report()
    with suppress(CannotGoOn):
        read_book("standard", tmp_path, report)
    assert "\n".join(str(finding) for finding in report) == case.findings


@pytest.mark.parametrize("code", [code for code in codes() if code[0] in FAMILIES_OF_THE_MANUSCRIPT])
def test_every_code_of_the_manuscript_has_a_case(code: str) -> None:
    assert any(f"[{code}]" in path.read_text("utf-8") for path in CASES)
