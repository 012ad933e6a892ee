"""`python -m bindery`."""

from bindery.cli import main

main()
