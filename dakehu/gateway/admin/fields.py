"""Fields of the record browser: ours where the library's would take what the database does not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette_admin import BooleanField, DateTimeField, EnumField, IntegerField, StringField
from starlette_admin.i18n import get_locale
from starlette_admin.validators import length

from dakehu.gateway.admin.filters import NoneOf, OneOf
from dakehu.gateway.admin.words import choices, later, say
from dakehu.gateway.text import storable
from dakehu.handbook import codes
from dakehu.storage.tables import Staff, Team

LONGEST = 200
LARGEST = 1_000_000_000  # fits every integer column

type Choices = Sequence[tuple[Any, str]]


@dataclass
class Text(StringField):
    """One line: trimmed, storable, and nothing instead of an empty one."""

    async def parse_form_data(self, request: Request, form_data: FormData) -> str | None:
        """Return what was typed."""
        typed = form_data.get(self.id)
        return storable(typed).strip() or None if isinstance(typed, str) else None


@dataclass
class Choice(EnumField):
    """One of some values; whatever else is sent counts as nothing."""

    async def parse_form_data(self, request: Request, form_data: FormData) -> Any:
        """Return the chosen value."""
        values = {str(value): value for value, _label in self.offered(request)}
        return values.get(str(form_data.get(self.id)))

    def offered(self, request: Request) -> Choices:
        """Return the values with their names."""
        return cast(Choices, self._get_choices(request))

    def _get_label(self, value: Any, request: Request) -> Any:
        return dict(self.offered(request)).get(value, value)


@dataclass
class Yuan(StringField):
    """Money: stored in fen, shown and typed in yuan."""

    async def parse_form_data(self, request: Request, form_data: FormData) -> int | None:
        """Return the fen; nothing for what is no amount."""
        try:
            fen = round(float(str(form_data.get(self.id))) * 100)
        except (ValueError, OverflowError):
            return None
        return fen if 0 <= fen <= LARGEST else None

    async def serialize_value(self, request: Request, value: Any) -> str:
        """Return the yuan."""
        return f"{value / 100:.2f}"


def text(name: str, label: str | None = None, **more: Any) -> Text:
    """Return a field for a line."""
    limit = [length(max=LONGEST)]
    shown_as = later(f"fields.{label or name}")
    return Text(name, shown_as, maxlength=LONGEST, validators=limit, **more)


def number(name: str, least: int = 0, most: int = LARGEST, **more: Any) -> IntegerField:
    """Return a field for a whole number."""
    return IntegerField(name, later(f"fields.{name}"), min=least, max=most, **more)


def yuan(name: str) -> Yuan:
    """Return a field for an amount of money."""
    return Yuan(name, later(f"fields.{name}"), input_type="number")


def yes_no(name: str, **more: Any) -> BooleanField:
    """Return a field for yes or no."""
    return BooleanField(name, later(f"fields.{name}"), **more)


def moment(name: str, **more: Any) -> DateTimeField:
    """Return a field that shows when something was."""
    return DateTimeField(name, later(f"fields.{name}"), **_shown(more))


def shown(name: str, label: str | None = None, **more: Any) -> StringField:
    """Return a field that shows something."""
    return StringField(name, later(f"fields.{label or name}"), **_shown(more))


def key(name: str = "id") -> IntegerField:
    """Return the field of the number by which a record is known."""
    return IntegerField(name, later(f"fields.{name}"), read_only=True)


def choice(name: str, kind: str, **more: Any) -> Choice:
    """Return a field for one of the codes in `words.yml`."""
    return _choice(name, lambda _request: choices(kind), **more)


def coded(name: str, kind: str, **more: Any) -> Choice:
    """Return a field for one of the handbook's codes."""

    def offered(_request: Request) -> Choices:
        return [(code, codes.label(kind, code, get_locale())) for code in codes.codes(kind)]

    return _choice(name, offered, **more)


def person(name: str = "staff_id", **more: Any) -> Choice:
    """Return a field for somebody of the staff, leavers marked."""
    return _choice(name, _people, **more)


def team(name: str = "team_id", **more: Any) -> Choice:
    """Return a field for a team."""
    return _choice(name, _teams, **more)


def _choice(name: str, offered: Callable[[Request], Choices], **more: Any) -> Choice:
    more |= {"choices_loader": offered, "filters": [OneOf, NoneOf]}
    return Choice(name, later(f"fields.{name}"), **more)


def _shown(more: dict[str, Any]) -> dict[str, Any]:
    return {"read_only": True, "exclude_from_create": True, "exclude_from_edit": True, **more}


def _people(request: Request) -> Choices:
    def load(session: Session) -> Choices:
        rows = session.execute(select(Staff.id, Staff.name, Staff.login, Staff.active))
        named = [(r.id, f"{r.name} {r.login}", r.active) for r in rows]
        return [
            (key, name if active else say("said.left", name=name)) for key, name, active in named
        ]

    return _once(request, "people", load)


def _teams(request: Request) -> Choices:
    return _once(
        request,
        "teams",
        lambda session: [(r.id, r.name) for r in session.execute(select(Team.id, Team.name))],
    )


def _once(request: Request, name: str, load: Callable[[Session], Choices]) -> Choices:
    """Load choices at the first row that shows one; a page has many."""
    if not hasattr(request.state, name):
        setattr(request.state, name, load(request.state.session))
    return cast(Choices, getattr(request.state, name))
