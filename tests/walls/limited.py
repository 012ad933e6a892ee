"""The press with narrower limits: `python -m walls.limited SECONDS MEBIBYTES build ...`."""

import sys
from functools import partial
from unittest.mock import patch

from bindery.__main__ import main
from bindery.pdf import Limits, crew

if __name__ == "__main__":
    seconds, mebibytes, *words = sys.argv[1:]
    sys.argv = ["bindery", *words]
    with patch.object(crew, "Limits", partial(Limits, float(seconds), int(mebibytes) * 1024**2)):
        main()
