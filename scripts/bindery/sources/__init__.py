"""The files named in the reading order, read and split into front matter and text."""

from bindery.sources.source import Source, read_source, slug_of_path

__all__ = ["Source", "read_source", "slug_of_path"]
