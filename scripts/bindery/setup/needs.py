"""What the system's package manager has to bring, by the names of Debian and of Homebrew."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the machine must have.

    Attributes:
        debian: the package of Debian and its relatives.
        homebrew: the formula on macOS; empty when macOS or another formula has it already.
        program: present as soon as this program is found, whoever installed it.
        module: present as soon as Python has this module.
        library: present as soon as the system's linker knows this shared library.
    """

    debian: str
    homebrew: str = ""
    program: str = ""
    module: str = ""
    library: str = ""


WORKBOOK = (
    Need("python3-venv", module="ensurepip"),
    Need("libpango-1.0-0", homebrew="pango", library="pango-1.0"),
    Need("libpangoft2-1.0-0", library="pangoft2-1.0"),
    Need("libharfbuzz-subset0", library="harfbuzz-subset"),
)

TESTS = (
    # A JDK, not a JRE: the veraPDF judge is started from its Java source.
    Need("default-jdk-headless", homebrew="openjdk", program="javac"),
    Need("libjaxb-java"),
    Need("chromium", program="chromium"),
    Need("poppler-utils", homebrew="poppler", program="pdftoppm"),
    Need("qpdf", homebrew="qpdf", program="qpdf"),
    Need("hunspell-en-gb"),
    Need("nodejs", homebrew="node", program="node"),
    Need("npm", program="npm"),
    # Converts for Kindle: some 100 MB to fetch, two minutes or three.
    Need("calibre", program="ebook-convert"),
    # The driver inside the Python package playwright is linked against it.
    Need("libatomic1", library="atomic"),
)
