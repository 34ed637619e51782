from datetime import UTC, datetime, timedelta

import pytest

from dakehu import account
from dakehu.account import Doors
from dakehu.codes import Channel
from dakehu.sign_in import redeem
from dakehu.storage import tables
from dakehu.storage.messages.accounts import AccountTaken, bind
from dakehu.storage.messages.outbox import SqlOutbox
from dakehu.storage.messages.sessions import open_session
from dakehu.storage.sign_in_codes import SqlCodes
from tests.storage.repositories.conftest import Office

DOORS = Doors("a secret for tests only", "http://127.0.0.1")


@pytest.fixture
def own(office: Office) -> Office:
    """Bind two chats and open a web session to specialist1, and a chat to specialist2."""
    with office.database.transaction() as session:
        bind(session, office.staff["specialist1"], Channel.TELEGRAM, "77", "chen")
        bind(session, office.staff["specialist1"], Channel.WECOM, "chen", None)
        bind(session, office.staff["specialist2"], Channel.WECOM, "zhao", None)
        open_session(session, "one", office.staff["specialist1"], Channel.WEB)
        open_session(session, "two", office.staff["specialist2"], Channel.WEB)
    return office


def reached_on(office: Office) -> Channel:
    """Return where an unasked message to specialist1 was put."""
    key = f"k{office.count(tables.Outbox)}"
    with office.database.transaction() as session:
        SqlOutbox(session).put(
            office.staff["specialist1"], {"text": "提醒"}, office.clock.now(), key
        )
    with office.database.reading() as session:
        row = session.query(tables.Outbox).filter_by(dedupe_key=key).one()
        return row.channel


def test_an_account_shows_what_is_bound_and_open(own: Office) -> None:
    with own.reading_desk() as opened:
        found = account.account(opened)
    assert [(one.channel, one.name) for one in found.bound] == [
        (Channel.TELEGRAM, "chen"),
        (Channel.WECOM, None),
    ]
    assert (found.sessions, found.teams) == (1, ["一组"])
    with own.reading_desk("manager1") as opened:
        assert account.account(opened).teams == ["一组"]


def test_what_is_let_go_of_is_audited_and_can_be_bound_again(own: Office) -> None:
    with own.desk() as opened:
        telegram = account.account(opened).bound[0]
        account.unbind(opened, telegram.id)
    with own.desk(message_id="m2") as opened:
        account.unbind(opened, telegram.id)
        assert [one.channel for one in account.account(opened).bound] == [Channel.WECOM]
    (ended,) = own.audit("channel_account.update")
    assert (ended.staff_id, ended.subject_id) == (own.staff["specialist1"], telegram.id)
    with own.database.transaction() as session:
        bind(session, own.staff["specialist2"], Channel.TELEGRAM, "77", "zhao")
    with own.database.transaction() as session, pytest.raises(AccountTaken):
        bind(session, own.staff["specialist1"], Channel.TELEGRAM, "77", "chen")


def test_only_ones_own_open_sessions_end(own: Office) -> None:
    with own.desk() as opened:
        assert account.end_sessions(opened) == 1
        assert account.end_sessions(opened) == 0
    with own.reading_desk("specialist2") as opened:
        assert account.account(opened).sessions == 1


def test_unasked_messages_go_where_the_person_likes_them(own: Office) -> None:
    for channel in (Channel.TELEGRAM, Channel.WEB, Channel.WECOM):
        with own.desk(message_id=channel) as opened:
            assert account.prefer(opened, channel)
            assert account.account(opened).reached_on is channel
        assert reached_on(own) is channel


def test_without_the_channel_they_like_they_go_to_another(own: Office) -> None:
    with own.desk() as opened:
        telegram, wecom = account.account(opened).bound
        account.prefer(opened, Channel.TELEGRAM)
        account.unbind(opened, telegram.id)
    assert reached_on(own) is Channel.WECOM
    with own.desk(message_id="m2") as opened:
        account.unbind(opened, wecom.id)
    assert reached_on(own) is Channel.WEB


def test_a_code_is_kept_once_and_works_once(own: Office) -> None:
    codes = []
    for _ in range(2):
        with own.desk() as opened:
            codes.append(account.new_code(opened, DOORS))
    assert codes[0] == codes[1]
    assert own.count(tables.SignInCode) == 1
    for whose in (own.staff["specialist1"], None):
        with own.database.transaction() as session:
            later = datetime.now(UTC) + timedelta(hours=23)
            assert redeem(SqlCodes(session), DOORS.secret, codes[0], later) == whose
