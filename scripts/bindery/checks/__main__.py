"""`python -m bindery.checks [--quick] FILE...`: the verdicts on finished files, line by line."""

import sys
from pathlib import Path

from bindery.checks.judge import FileReport, judge_files
from bindery.checks.verdict import Outcome


def main(arguments: list[str]) -> int:
    """Print the verdicts. 0 when no judge failed a file, 1 when one did, 2 without a file."""
    files = [Path(argument) for argument in arguments if not argument.startswith("--")]
    if not files:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    reports = judge_files(files, Path.cwd(), quick="--quick" in arguments)
    for report in reports:
        sys.stdout.write(_told(report))
    return int(any(report.outcome is Outcome.FAILED for report in reports))


def _told(report: FileReport) -> str:
    lines = [report.file]
    for said in report.verdicts:
        name = " ".join(filter(None, (said.judge, said.version)))
        lines.append(
            f"  {said.outcome:<8}{name}{': ' * bool(said.standard)}{said.standard} {said.remark}".rstrip()
        )
        lines += [
            f"    {found.place}: {found.severity}[{found.code}] {found.message}"
            + (f"\n      {found.hint}" if found.hint else "")
            for found in said.findings
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
