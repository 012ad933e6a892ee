"""Every code of the judges has a test that makes the mistake."""

from pathlib import Path

import pytest

from bindery.findings import codes

TESTS = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))


@pytest.mark.parametrize("code", [code for code in codes() if code.startswith("C")])
def test_a_code_is_tested(code: str) -> None:
    assert f'"{code}"' in TESTS


@pytest.mark.parametrize("code", [code for code in codes() if code.startswith("C")])
def test_a_code_is_explained(code: str) -> None:
    assert 2 <= codes()[code].explanation.count(".") <= 9
