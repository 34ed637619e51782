import pytest

from dakehu.clock import FrozenClock
from dakehu.codes import Channel, Role
from dakehu.storage import staffing
from dakehu.storage.database import Database
from dakehu.storage.errors import Refused
from dakehu.storage.messages.sessions import open_session
from dakehu.storage.staffing import NewStaff
from dakehu.storage.tables import Audit, SignInCode, Staff, Team, WebSession


def _add(database: Database, *people: NewStaff) -> None:
    for person in people:
        with database.transaction(channel="cli") as session:
            staffing.add(session, person)


def test_a_manager_leads_the_team_that_others_join(database: Database) -> None:
    _add(
        database,
        NewStaff("s1", "张伟", Role.SPECIALIST, team="一部", region="华东"),
        NewStaff("m1", "周海燕", Role.MANAGER, team="一部"),
    )
    with database.reading() as session:
        (team,) = session.query(Team).all()
        people = {row.login: row for row in session.query(Staff)}
    assert team.manager_id == people["m1"].id
    assert {row.team_id for row in people.values()} == {team.id}


def test_everyone_is_listed_by_login_with_the_team(database: Database) -> None:
    _add(
        database,
        NewStaff("s2", "刘芳", Role.SPECIALIST, team="一部"),
        NewStaff("a1", "何俊", Role.ADMIN),
    )
    with database.reading() as session:
        listed = [(person.login, team) for person, team in staffing.everyone(session)]
    assert listed == [("a1", None), ("s2", "一部")]


@pytest.mark.parametrize(
    ("login", "name"), [("s1", "刘芳"), (" ", "刘芳"), ("s2", ""), ("s2", " \t")]
)
def test_a_person_without_login_or_name_or_with_a_taken_login_is_refused(
    database: Database, login: str, name: str
) -> None:
    _add(database, NewStaff("s1", "张伟", Role.SPECIALIST))
    with pytest.raises(Refused):
        _add(database, NewStaff(login, name, Role.SPECIALIST, team="新的一部"))
    with database.reading() as session:
        assert (session.query(Staff).count(), session.query(Team).count()) == (1, 0)


def test_who_is_let_go_is_signed_out_and_cannot_sign_in(
    database: Database, clock: FrozenClock
) -> None:
    _add(database, NewStaff("s1", "张伟", Role.SPECIALIST))
    with database.transaction() as session:
        key = staffing.active(session, "s1").id
        open_session(session, "fingerprint", key, Channel.WEB)
        session.add(SignInCode(code_hash="h", staff_id=key, expires_at=clock.now()))
    with database.transaction() as session:
        staffing.deactivate(session, "s1", clock.now())
    with database.reading() as session:
        assert session.query(WebSession).one().revoked_at == clock.now()
        assert session.query(SignInCode).one().used_at == clock.now()
        assert session.query(Audit).order_by(Audit.id.desc()).first().after == {"active": False}  # type: ignore[union-attr]


def test_who_has_left_or_never_was_cannot_be_let_go(database: Database, clock: FrozenClock) -> None:
    _add(database, NewStaff("s1", "张伟", Role.SPECIALIST))
    with database.transaction() as session:
        staffing.deactivate(session, "s1", clock.now())
    for login, words in (("s1", "no longer active"), ("s9", "nobody")):
        with pytest.raises(Refused, match=words), database.transaction() as session:
            staffing.deactivate(session, login, clock.now())
