"""The intake: the only way in which the author's files reach the press, each refusal with its line and column."""

from bindery.intake.closest import suggestion
from bindery.intake.front_matter import FrontMatterText, split_front_matter
from bindery.intake.located import Data, DataPath, Located
from bindery.intake.pictures import Picture, check_picture
from bindery.intake.text import TEXT_LIMIT, place_of, read_bytes, read_text
from bindery.intake.yaml import read_yaml

__all__ = [
    "TEXT_LIMIT",
    "Data",
    "DataPath",
    "FrontMatterText",
    "Located",
    "Picture",
    "check_picture",
    "place_of",
    "read_bytes",
    "read_text",
    "read_yaml",
    "split_front_matter",
    "suggestion",
]
