"""A telephone number."""

from dataclasses import dataclass
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading
from actions.turn import Turn
from dakehu.language.numbers import find_numbers


@dataclass(frozen=True)
class Phone:
    """A telephone number, as digits."""

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Find a telephone number."""
        for number in find_numbers(text):
            if number.kind == "phone":
                return Found(str(number.value), whole=len(number.text) + 3 >= len(text))
        return None

    def show(self, value: Any, turn: Turn) -> str:
        """Show the digits."""
        return str(value)

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer nothing."""
        return []
