"""The people of the department and whose work each of them may reach (handbook §1)."""

from dataclasses import dataclass, replace
from typing import Protocol

from dakehu.codes import Language, Role
from dakehu.desk import Desk


@dataclass(frozen=True)
class Person:
    """Someone of the department, as the database has them now."""

    id: int
    login: str
    name: str
    role: Role
    team_id: int | None
    region: str | None
    language: Language
    active: bool


@dataclass(frozen=True)
class Reach:
    """Whose customers, visits and plans somebody may touch: these people's, or everyone's."""

    people: frozenset[int] = frozenset()
    everyone: bool = False

    def covers(self, owner_id: int | None) -> bool:
        """Tell whether what this owner has is within reach."""
        return self.everyone or owner_id in self.people


class Staff(Protocol):
    """The staff as the rules need them."""

    def get(self, staff_id: int) -> Person | None:
        """Find a person, active or not."""
        ...

    def by_login(self, login: str) -> Person | None:
        """Find a person by login, active or not."""
        ...

    def specialists(self, manager_id: int) -> list[Person]:
        """List the specialists of the teams that a manager leads, leavers too, by name."""
        ...

    def all_specialists(self) -> list[Person]:
        """List every specialist, leavers too, by name."""
        ...

    def set_language(self, staff_id: int, language: Language) -> None:
        """Remember the language a person wants to be spoken to in."""
        ...


def set_language(desk: Desk, language: Language) -> Person:
    """Speak to the person in this language from now on; returns them as they are then."""
    desk.staff.set_language(desk.person.id, language)
    return replace(desk.person, language=language)


def colleagues(desk: Desk) -> list[Person]:
    """List whom a person may ask about: a manager their specialists, an admin all."""
    if desk.person.role is Role.ADMIN:
        return desk.staff.all_specialists()
    if desk.person.role is Role.MANAGER:
        return desk.staff.specialists(desk.person.id)
    return []
