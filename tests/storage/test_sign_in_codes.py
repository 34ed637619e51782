from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from dakehu import sign_in
from dakehu.storage.database import Database
from dakehu.storage.sign_in_codes import SqlCodes
from dakehu.storage.tables import SignInCode, Staff
from tests.storage.rows import specialist

SECRET = "a secret of sixteen letters or more"
NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)


@pytest.fixture
def person(database: Database) -> int:
    with database.transaction() as session:
        return specialist(session).id


def _issue(database: Database, person: int) -> str:
    with database.transaction() as session:
        return sign_in.issue(SqlCodes(session), SECRET, person, NOW)


def _redeem(database: Database, code: str, now: datetime = NOW, secret: str = SECRET) -> int | None:
    with database.transaction() as session:
        return sign_in.redeem(SqlCodes(session), secret, code, now)


def test_a_code_signs_its_person_in_once(database: Database, person: int) -> None:
    code = _issue(database, person)
    assert [_redeem(database, code) for _ in range(2)] == [person, None]


def test_of_many_at_once_one_wins(database: Database, person: int) -> None:
    code = _issue(database, person)
    with ThreadPoolExecutor(4) as threads:
        won = list(threads.map(lambda _: _redeem(database, code), range(4)))
    assert sorted(won, key=str) == [person, None, None, None]


@pytest.mark.parametrize("change", [str.lower, lambda c: c.replace("-", " "), lambda c: f" {c}-"])
def test_a_code_may_be_typed_with_some_freedom(
    database: Database, person: int, change: object
) -> None:
    assert _redeem(database, change(_issue(database, person))) == person  # type: ignore[operator]


def test_a_code_lives_for_a_day(database: Database, person: int) -> None:
    day = timedelta(hours=24)
    assert _redeem(database, _issue(database, person), NOW + day) is None
    assert _redeem(database, _issue(database, person), NOW + day - timedelta(seconds=1)) == person


@pytest.mark.parametrize("code", ["", "0000-0000-0000", "密码", "x" * 5000, "\x00"])
def test_a_wrong_code_signs_nobody_in(database: Database, person: int, code: str) -> None:
    _issue(database, person)
    assert _redeem(database, code) is None


def test_another_secret_knows_no_code(database: Database, person: int) -> None:
    assert _redeem(database, _issue(database, person), secret="b" * 20) is None


def test_who_has_left_is_not_signed_in(database: Database, person: int) -> None:
    code = _issue(database, person)
    with database.transaction() as session:
        session.get_one(Staff, person).active = False
    assert _redeem(database, code) is None


def test_the_database_does_not_know_the_code(database: Database, person: int) -> None:
    code = _issue(database, person)
    with database.reading() as session:
        kept = session.query(SignInCode).one().code_hash
    assert len(kept) == 64
    assert code.replace("-", "") not in kept.upper()
