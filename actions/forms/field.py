"""What a form asks for: fields, and how the answer to each is read and shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from actions.forms.draft import Draft, Option

if TYPE_CHECKING:
    from actions.turn import Turn


@dataclass(frozen=True)
class Found:
    """The text gives the field this value (JSON).

    Attributes:
        value: The value.
        whole: Whether the text says little else.
        said: The words that a time went by, so that they can be read again beside a known one.
    """

    value: Any
    whole: bool = True
    said: str = ""


@dataclass(frozen=True)
class Unclear:
    """The text fits several values, or names something that is not there (no options)."""

    text: str
    options: Sequence[Option] = ()
    whole: bool = True


@dataclass(frozen=True)
class Refused:
    """The text is an answer, but one that cannot be; a response says why and what to do."""

    response: str
    values: Mapping[str, object] = field(default_factory=dict)


Reading = Found | Unclear | Refused | None


class Kind(Protocol):
    """How the values of a field are read from words and shown."""

    def read(self, text: str, turn: "Turn", draft: Draft) -> Reading:
        """Read the answer to this field's question; None when the text is no answer."""
        ...

    def show(self, value: Any, turn: "Turn") -> str:
        """Show a value on the card, in the person's language."""
        ...

    def options(self, turn: "Turn", draft: Draft) -> list[Option]:
        """Return likely answers for the buttons, best first."""
        ...


@dataclass(frozen=True)
class Field:
    """One line of a form.

    Attributes:
        name: The draft's key, and the label's code in the handbook's `<flow>_field` set.
        kind: How it is read and shown.
        required: Whether the form asks for it; the others are taken when they are told.
        open: Whether the answer is free text, so that almost anything is one.
    """

    name: str
    kind: Kind
    required: bool = False
    open: bool = False
