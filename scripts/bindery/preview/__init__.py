"""The page while it is written: the files are watched, and what they make is shown in a browser on this machine."""

from bindery.preview.run import Choices, preview

__all__ = ["Choices", "preview"]
