"""The staff in the database."""

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from dakehu.codes import Language, Role
from dakehu.people import Person
from dakehu.storage import tables


class SqlStaff:
    """Implements `dakehu.people.Staff`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, staff_id: int) -> Person | None:
        """Find a person, active or not."""
        row = self._session.get(tables.Staff, staff_id)
        return _person(row) if row else None

    def by_login(self, login: str) -> Person | None:
        """Find a person by login, active or not."""
        row = self._session.scalar(select(tables.Staff).where(tables.Staff.login == login))
        return _person(row) if row else None

    def specialists(self, manager_id: int) -> list[Person]:
        """List the specialists of the teams that a manager leads, leavers too, by name."""
        led = select(tables.Team.id).where(tables.Team.manager_id == manager_id)
        return self._specialists(tables.Staff.team_id.in_(led))

    def all_specialists(self) -> list[Person]:
        """List every specialist, leavers too, by name."""
        return self._specialists(true())

    def set_language(self, staff_id: int, language: Language) -> None:
        """Remember the language a person wants to be spoken to in."""
        self._session.get_one(tables.Staff, staff_id).language = language
        self._session.flush()

    def _specialists(self, condition: ColumnElement[bool]) -> list[Person]:
        found = (
            select(tables.Staff)
            .where(tables.Staff.role == Role.SPECIALIST, condition)
            .order_by(tables.Staff.name, tables.Staff.id)
        )
        return [_person(row) for row in self._session.scalars(found)]


def _person(row: tables.Staff) -> Person:
    return Person(
        row.id, row.login, row.name, row.role, row.team_id, row.region, row.language, row.active
    )
