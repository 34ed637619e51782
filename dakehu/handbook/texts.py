"""What the handbook's data files are made of: frozen records, texts in both languages."""

import string
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from dakehu.codes import Language
from dakehu.handbook.data import parsed


class Record(BaseModel):
    """A piece of a data file; a key that nobody reads is a mistake in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(Record):
    """A text in both languages."""

    zh: str
    en: str

    def in_(self, language: str) -> str:
        """Return the text in a language."""
        return self.zh if language == Language.ZH else self.en


class Lines(Record):
    """Sentences in both languages."""

    zh: tuple[str, ...]
    en: tuple[str, ...]

    def in_(self, language: str) -> tuple[str, ...]:
        """Return the sentences in a language."""
        return self.zh if language == Language.ZH else self.en


def load(name: str, package: str = "dakehu.handbook") -> object:
    """Read a data file of the handbook, unchecked."""
    return parsed(files(package) / name)


def gaps(template: str) -> frozenset[str]:
    """Return what a text wants filled in."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name)
