"""Every case in tests/cases gives just the findings that it says, and every code of the manuscript has a case."""

from contextlib import suppress
from pathlib import Path

import pytest

from bindery.build.reading import read_edition, read_manuscript
from bindery.findings import CannotGoOn, Report, codes
from bindery.proofreading import proofread
from cases import lay_out, read_case

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
FAMILIES_OF_THE_MANUSCRIPT = "ISQMANH"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gives_its_findings(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    lay_out(case, tmp_path)
    report = Report()
    with suppress(CannotGoOn):
        manuscript = read_manuscript(tmp_path, report)
        read_edition("standard", manuscript, tmp_path, report)
        for proof in proofread(manuscript.whole, manuscript.settings.house, tmp_path):
            assert not proof.skipped
            for found in proof.findings:
                report.add(found.code, found.message, found.place, found.hint)
    assert "\n".join(str(finding) for finding in report) == case.findings


@pytest.mark.parametrize("code", [code for code in codes() if code[0] in FAMILIES_OF_THE_MANUSCRIPT])
def test_every_code_of_the_manuscript_has_a_case(code: str) -> None:
    assert any(f"[{code}]" in path.read_text("utf-8") for path in CASES)
