"""Taking people in and letting them go, for the command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dakehu.codes import Language, Role
from dakehu.storage.errors import Refused
from dakehu.storage.tables import SignInCode, Staff, Team, WebSession


@dataclass(frozen=True)
class NewStaff:
    """A person to take in; `team` is a team's name, made when there is none yet."""

    login: str
    name: str
    role: Role
    team: str | None = None
    region: str | None = None
    language: Language = Language.ZH


def add(session: Session, new: NewStaff) -> Staff:
    """Take a person in; a manager leads the team from then on.

    Raises:
        Refused: The login or the name is empty, or the login taken.
    """
    if not new.login.strip() or not new.name.strip():
        raise Refused("a login and a name are needed")
    if session.scalar(select(Staff.id).where(Staff.login == new.login)):
        raise Refused(f"login {new.login} is taken")
    team = _team(session, new.team) if new.team else None
    person = Staff(
        login=new.login,
        name=new.name,
        role=new.role,
        team_id=team and team.id,
        region=new.region,
        language=new.language,
    )
    session.add(person)
    session.flush()
    if team and new.role is Role.MANAGER:
        team.manager_id = person.id
    return person


def everyone(session: Session) -> Sequence[tuple[Staff, str | None]]:
    """List all people with their team's name, leavers too, by login."""
    found = session.execute(select(Staff, Team.name).outerjoin(Team, Staff.team_id == Team.id))
    return sorted(((person, team) for person, team in found), key=lambda row: row[0].login)


def active(session: Session, login: str) -> Staff:
    """Find a person who works here.

    Raises:
        Refused: Nobody has the login, or they have left.
    """
    person = session.scalar(select(Staff).where(Staff.login == login))
    if person is None:
        raise Refused(f"nobody has the login {login}")
    if not person.active:
        raise Refused(f"{login} is no longer active")
    return person


def deactivate(session: Session, login: str, now: datetime) -> None:
    """Let a person go: no sign-in any more, and what is signed in ends (real time).

    Raises:
        Refused: Nobody has the login, or they have left.
    """
    person = active(session, login)
    person.active = False
    sessions, codes = WebSession, SignInCode
    session.execute(
        update(sessions)
        .where(sessions.staff_id == person.id, sessions.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    session.execute(
        update(codes)
        .where(codes.staff_id == person.id, codes.used_at.is_(None))
        .values(used_at=now)
    )


def _team(session: Session, name: str) -> Team:
    team = session.scalar(select(Team).where(Team.name == name))
    if team is None:
        team = Team(name=name)
        session.add(team)
        session.flush()
    return team
