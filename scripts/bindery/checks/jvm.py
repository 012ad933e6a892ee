"""Java programs: small, bounded, and never left running."""

from collections.abc import Sequence
from tempfile import TemporaryDirectory

from bindery.checks.programs import Ran, program, run

# Files are judged once and the machine is small: compile little, collect simply (start-up halves, measured).
_FLAGS = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Xmx1g",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
)


def run_java(arguments: Sequence[str], *, judge: str, seconds: float) -> Ran:
    """Run `java` with these arguments for this judge.

    Raises:
        JudgeMissing: there is no Java.
        JudgeBroke: it took longer than `seconds`.
    """
    java = program("java", judge)
    with TemporaryDirectory(prefix="bindery-java-") as home:
        # Libraries below leave caches in the home folder: give them one that goes with us.
        homes = (f"-Duser.home={home}", f"-Djava.io.tmpdir={home}")
        return run([java, *_FLAGS, *homes, *arguments], seconds=seconds)
