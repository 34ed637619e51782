"""What can be wrong with what somebody wants written; the conversation puts it into words."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_LINE_ENDS = "\n\r\t"
_DIRECTION_MARKS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a draft from being written.

    Attributes:
        code: A word for the reason, e.g. `too_long`.
        field: The draft's attribute.
        limit: The bound that was crossed, where there is one.
    """

    code: str
    field: str
    limit: int | None = None


class Invalid(Exception):
    """A draft was to be written in spite of its problems."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(f"{p.field}: {p.code}" for p in problems))
        self.problems = list(problems)


class Missing(Exception):
    """There is no such thing, or no longer."""

    def __init__(self, subject: str, subject_id: int) -> None:
        super().__init__(f"no {subject} {subject_id}")
        self.subject = subject
        self.subject_id = subject_id


class Conflict(Exception):
    """Someone else wrote the same row first; reading it again and retrying is safe."""


def refuse(problems: Sequence[Problem]) -> None:
    """Stop where there is a problem.

    Raises:
        Invalid: There is at least one.
    """
    if problems:
        raise Invalid(problems)


def text_problems(
    field: str, value: str | None, limit: int, *, required: bool = False
) -> list[Problem]:
    """Check a text: its length in characters, and that it can be stored and read as written."""
    if value is None or not value.strip():
        return [Problem("required", field)] if required else []
    if len(value) > limit:
        return [Problem("too_long", field, limit)]
    return [] if all(map(_readable, value)) else [Problem("not_text", field)]


def name_problems(field: str, value: str | None, limit: int) -> list[Problem]:
    """Check a required name: a text with at least one letter or digit."""
    problems = text_problems(field, value, limit, required=True)
    if not problems and not any(map(str.isalnum, value or "")):
        return [Problem("not_text", field)]
    return problems


def _readable(character: str) -> bool:
    """Tell whether a character may be stored: no control, surrogate or direction mark."""
    if character in _LINE_ENDS:
        return True
    category = unicodedata.category(character)
    return category not in ("Cc", "Cs") and character not in _DIRECTION_MARKS
