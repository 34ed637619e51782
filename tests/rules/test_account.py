from datetime import UTC, datetime

import pytest

from dakehu import account
from dakehu.access import Denied, Reason
from dakehu.account import Bound, Doors
from dakehu.codes import Channel
from dakehu.problems import Missing
from tests.rules.conftest import Department, Seat

SPECIALIST1, SPECIALIST2 = 2, 3
DOORS = Doors("a secret for tests only", "https://dakehu.example", [Channel.TELEGRAM], "bot")


@pytest.fixture
def bound(department: Department) -> Bound:
    since = datetime(2026, 11, 3, tzinfo=UTC)
    one = Bound(5, SPECIALIST1, Channel.TELEGRAM, "chen", since, None)
    department.accounts.rows[5] = one
    return one


def test_an_account_is_ones_own(seat: Seat, bound: Bound) -> None:
    own = account.account(seat())
    assert (own.person.id, own.bound, own.reached_on) == (SPECIALIST1, [bound], Channel.WEB)
    assert account.account(seat("specialist2")).bound == []


def test_a_chat_is_let_go_of_once(seat: Seat, department: Department, bound: Bound) -> None:
    for _ in range(2):
        assert account.unbind(seat(), 5).name == "chen"
    assert department.accounts.ended == [5]


def test_nobody_lets_go_of_another_persons_chat(seat: Seat, bound: Bound) -> None:
    for login in ("specialist2", "manager1", "admin1"):
        with pytest.raises(Denied) as denied:
            account.unbind(seat(login), 5)
        assert denied.value.reason is Reason.NOT_YOURS
    with pytest.raises(Missing):
        account.unbind(seat(), 6)


def test_only_ones_own_sessions_end(seat: Seat, department: Department) -> None:
    department.accounts.open_sessions = {SPECIALIST1: 2, SPECIALIST2: 1}
    assert account.end_sessions(seat()) == 2
    assert department.accounts.open_sessions == {SPECIALIST2: 1}


def test_a_message_gives_one_code_and_another_message_another(
    seat: Seat, department: Department
) -> None:
    codes = {account.new_code(seat(message_id=m), DOORS) for m in ("a", "a", "b")}
    assert len(codes) == 2
    assert set(department.accounts.codes.kept.values()) == {SPECIALIST1}


def test_one_is_told_only_where_something_is_bound(
    seat: Seat, department: Department, bound: Bound
) -> None:
    assert account.prefer(seat(), Channel.TELEGRAM)
    assert account.prefer(seat(), Channel.WEB)
    assert not account.prefer(seat(), Channel.WECHAT)
    assert not account.prefer(seat("specialist2"), Channel.TELEGRAM)
    assert department.accounts.preferred == {SPECIALIST1: Channel.WEB}


def test_a_door_opens_with_the_code() -> None:
    assert DOORS.link(Channel.TELEGRAM, "C") == "https://t.me/bot?start=C"
    assert DOORS.link(Channel.WEB, "C") == "https://dakehu.example/?code=C"
    assert DOORS.link(Channel.WECOM, "C") == ""
