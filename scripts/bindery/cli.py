"""The command line: thin commands, one exit code for each way to end. Each loads only what it needs, when it needs it.

0 clean, 1 findings that are errors, 2 wrong usage, 3 the machine, 4 our own bug, 130 interrupted, 143 terminated.
"""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from bindery.build.stamp import Stamp
from bindery.findings import CannotGoOn, MachineError, Report, UsageError, code_of, codes
from bindery.show import TerminalProgress, show_findings, show_outputs
from bindery.stopping import stop_when_told

FINDINGS, USAGE, MACHINE, OUR_BUG, INTERRUPTED = 1, 2, 3, 4, 130


def main() -> NoReturn:
    """Run a command and leave with its exit code; a person never sees a traceback."""
    stop_when_told()
    report = Report()
    sys.exit(_exit_code(lambda: commands(obj=report, standalone_mode=False), report))


def _exit_code(run: Callable[[], object], report: Report) -> int:
    try:
        run()
    except CannotGoOn:
        code = FINDINGS
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _say("interrupted; what was there before is untouched", INTERRUPTED)
    except UsageError as error:
        return _say(str(error), USAGE)
    except MachineError as error:
        return _say(f"{error}; {error.hint}" if error.hint else str(error), MACHINE)
    except Exception as error:  # noqa: BLE001 - the last line of defence: it becomes an exit code and a sentence
        return _our_bug(error)
    else:
        code = FINDINGS if report.has_errors else 0
    show_findings(report, Path.cwd())
    return code


def _say(message: str, code: int) -> int:
    click.echo(f"bindery: {message}", err=True)
    return code


def _our_bug(error: Exception) -> int:
    if os.environ.get("BINDERY_DEBUG"):
        raise error
    words = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return _say(
        f"this is a mistake of the press itself, not yours ({words}); BINDERY_DEBUG=1 shows more", OUR_BUG
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """A press for workbooks: plain files in, a printed workbook and an e-book out."""


@commands.command()
@click.argument("edition", default="standard")
@click.option("--all", "every", is_flag=True, help="Build every edition in book/editions/.")
@click.option("--only", type=click.Choice(["pdf", "epub"]), help="Build only the outputs of this format.")
@click.pass_obj
def build(report: Report, edition: str, every: bool, only: str | None) -> None:
    """Build an edition (the standard one, when none is named)."""
    root = Path.cwd()
    for name in _all_editions(root) if every else (edition,):
        # An edition that cannot be built keeps none of the others from it.
        with suppress(CannotGoOn):
            _build(name, root, only, report)


def _build(name: str, root: Path, only: str | None, report: Report) -> None:
    own, stamp = Report(), Stamp(name, root, only)
    try:
        show_outputs(stamp.outputs(own) or _built(stamp, own), root)
    finally:
        report.take(own)


def _built(stamp: Stamp, report: Report) -> Sequence[Path]:
    from bindery.build.stages import build_edition

    with TerminalProgress() as progress:
        return build_edition(stamp, report, progress)


def _all_editions(root: Path) -> Sequence[str]:
    from bindery.settings import edition_names

    return edition_names(root)


@commands.command()
@click.argument("edition", default="standard")
@click.option("--quick", is_flag=True, help="Leave out the judges that need Java or a browser.")
@click.pass_obj
def check(report: Report, edition: str, quick: bool) -> None:
    """Judge the manuscript and the finished files of an edition, and write report.html and report.json."""
    stamp = Stamp(edition, Path.cwd(), None)
    from bindery.build.stages import check_edition

    with TerminalProgress() as progress:
        outputs = check_edition(stamp, quick, report, progress)
    show_outputs(outputs, Path.cwd())


@commands.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def read(file: Path) -> None:
    """Read a PDF aloud, as plain text: what a screen reader says of it, in the order in which it does."""
    from bindery.checks.pdf_text.aloud import read_aloud

    for line in read_aloud(file):
        click.echo(line)


@commands.command()
@click.pass_obj
def count(report: Report) -> None:
    """Count the words of the manuscript, piece by piece, by what they stand in."""
    from bindery.build.stages import count_words

    for line in count_words(Path.cwd(), report):
        click.echo(line)


@commands.command()
@click.argument("edition", default="standard")
@click.option(
    "--port", default=0, type=click.IntRange(0, 65535), help="The port on this machine; any, by default."
)
@click.option(
    "--patience", default=300.0, help="End after so many seconds without a browser.", show_default=True
)
@click.option("--no-browser", is_flag=True, help="Only tell the address; open no browser.")
def preview(edition: str, port: int, patience: float, no_browser: bool) -> None:
    """Show an edition in the browser while it is written: its pages, its e-book, and what is to be mended."""
    from bindery.preview import Choices
    from bindery.preview import preview as show

    def tell(address: str) -> None:
        click.echo(address)
        if not no_browser:
            click.launch(address)

    show(edition, Path.cwd(), Choices(port, patience), tell)


@commands.command()
@click.argument("name")
@click.pass_obj
def new(report: Report, name: str) -> None:
    """Begin an edition of your own: writes book/editions/NAME.yaml, filled in and explained."""
    from bindery.build.edition_file import write_new_edition

    path = write_new_edition(name, Path.cwd(), report)
    click.echo(f"{path} is ready: edit it, then run: make workbook EDITION={name}")


@commands.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Tell more about a finding, such as M012; without a code, list them all."""
    if code is None:
        for known in codes().values():
            click.echo(f"{known.code}  {known.severity.value:8} {known.title}")
        return
    if code.upper() not in codes():
        from bindery.intake import suggestion

        hint = suggestion(code.upper(), codes())
        raise UsageError(f"there is no finding {code}" + (f"; {hint}" if hint else ""))
    found = code_of(code.upper())
    click.echo(f"{found.code} ({found.severity.value}): {found.title}\n\n{found.explanation}")
