"""The settings: what book.yaml and the files beside it say, typed, every value with its place."""

from bindery.settings.edition import edition_names, load_edition
from bindery.settings.front_matter import read_front_matter
from bindery.settings.load import load_settings
from bindery.settings.new_edition import edition_text
from bindery.settings.validate import validate
from bindery.settings.value import House, Listed, Placed, QuestionnaireFile, Settings

__all__ = [
    "House",
    "Listed",
    "Placed",
    "QuestionnaireFile",
    "Settings",
    "edition_names",
    "edition_text",
    "load_edition",
    "load_settings",
    "read_front_matter",
    "validate",
]
