"""The inbox and the outbox: second tries, and texts that nobody reads without a reason."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dakehu.codes import Channel, InboxState
from dakehu.gateway.app import create_app
from dakehu.gateway.parts import Gateway
from dakehu.gateway.turns import MOST_REFUSALS
from dakehu.settings import Settings
from dakehu.storage.tables import History, Inbox, Outbox

from ..events import listening
from ..fake_chat import FakeChat
from ..fake_engine import FakeEngine
from ..people import Visitor
from ..serving import served
from .office import Office, text_of

SECRET_WORDS = "东海的报价是三百万"
WHY = "客户投诉，核对当时说了什么"


@pytest.fixture
def row(office: Office) -> int:
    return office.add(
        Outbox(
            channel=Channel.WEB,
            staff_id=office.staff_id,
            payload={"text": SECRET_WORDS},
            due_at=datetime(2026, 11, 1, tzinfo=UTC),
            not_before=datetime.now(UTC) + timedelta(days=9),
            attempts=150,
            error=f"broken\n[parameters: {SECRET_WORDS}]",
            dedupe_key="reminder:1",
        )
    )


def heard(office: Office, state: InboxState = InboxState.FAILED) -> int:
    """Keep a message that was given up, with what was said."""
    now = datetime(2026, 11, 1, tzinfo=UTC)
    message = Inbox(
        channel=Channel.WEB,
        external_id="m1",
        staff_id=office.staff_id,
        payload={"text": SECRET_WORDS},
        state=state,
        attempts=MOST_REFUSALS,
        received_at=now,
        answered_at=now,
    )
    key = office.add(message)
    shared: dict[str, Any] = {"staff_id": office.staff_id, "inbox_id": key, "at": now}
    office.add(History(from_person=True, message={"text": SECRET_WORDS}, **shared))
    office.add(History(from_person=False, message={"text": f"没能处理：{SECRET_WORDS}"}, **shared))
    return key


async def test_a_message_that_was_given_up_is_answered_after_all(
    office: Office, engine: FakeEngine
) -> None:
    key = heard(office)
    async with listening(office.visitor) as events:
        answer = await office.act("inbox", "retry", key)
        assert answer.status_code == 200, answer.text
        assert (await events.next())["text"] == SECRET_WORDS
    assert engine.texts == [SECRET_WORDS]
    assert office.get_row(Inbox, key).state is InboxState.ANSWERED
    (change,) = office.audit("inbox.retry")
    assert (change.subject_id, change.staff_id) == (key, office.staff_id)
    assert change.before["state"] == "failed"
    assert change.after["state"] == "received"


async def test_only_a_message_that_was_given_up_is_tried_again(office: Office) -> None:
    key = heard(office, InboxState.ANSWERED)
    assert (await office.act("inbox", "retry", key)).status_code == 400
    assert office.get_row(Inbox, key).state is InboxState.ANSWERED
    assert office.audit("inbox.retry") == []


async def test_a_message_that_did_not_go_out_goes_out(office: Office, row: int) -> None:
    async with listening(office.visitor) as events:
        answer = await office.act("outbox", "retry", row)
        assert answer.status_code == 200, answer.text
        assert (await events.next())["text"] == SECRET_WORDS
    (change,) = office.audit("outbox.retry")
    assert (change.subject_id, change.staff_id, change.channel) == (row, office.staff_id, "admin")
    assert change.before["attempts"] == 150
    assert change.after == {"attempts": 0, "parked": False, "tried": None, "not_before": None}
    assert (await office.act("outbox", "retry", row)).status_code == 400


async def test_a_try_that_may_be_under_way_is_not_doubled(office: Office, row: int) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=20)
    with office.database.transaction() as session:
        session.get_one(Outbox, row).not_before = soon
    await office.act("outbox", "retry", row)
    assert office.get_row(Outbox, row).not_before == soon
    assert office.get_row(Outbox, row).sent_at is None


async def test_a_parked_message_goes_to_the_chat_once_it_is_tried_again(
    settings: Settings, boss: int
) -> None:
    chat = FakeChat(Channel.WECOM)
    app = create_app(Gateway(settings, {Channel.WECOM: chat}))
    async with served(app) as port, Visitor.at(app.state.gateway, port) as visitor:
        await visitor.sign_in(boss)
        office = Office(visitor, boss)
        bound = {"staff_id": boss, "channel": "wecom", "external_id": "Boss"}
        assert (await office.post("/channel_account/create", bound)).status_code == 303
        payload = {"text": "明天 10:00 拜访华东机电"}
        due = {"due_at": datetime(2026, 11, 1, tzinfo=UTC), "dedupe_key": "reminder:2"}
        letter = Outbox(channel="wecom", staff_id=boss, payload=payload, parked=True, **due)
        letter.tried = [1]
        assert (await office.act("outbox", "retry", office.add(letter))).status_code == 200
        async with asyncio.timeout(10):
            await chat.told.wait()
    assert chat.sent == [("Boss", "明天 10:00 拜访华东机电")]


READERS = ("/inbox/list", "/outbox/list", "/audit/list", "/staff/list")


async def test_no_text_shows_in_lists_details_search_exports_or_look_ups(
    office: Office, row: int
) -> None:
    key = heard(office)
    pages = [await office.page(path) for path in READERS]
    pages += [
        await office.page("/inbox/detail", pk=key),
        await office.page("/outbox/detail", pk=row),
    ]
    for records in ("inbox", "outbox"):
        pages.append(await office.page(f"/_api/{records}/relation-lookup"))
        for export in ("csv", "json"):
            data = {"scope": "page", "format": export, "fields": ["id", "payload", "error"]}
            answer = await office.post(f"/_api/{records}/action", data, name="export", all="1")
            pages.append(answer.text)
    for page in pages:
        assert "东海" not in page
        assert "payload" not in page
    for records in ("inbox", "outbox"):
        found = await office.page(f"/{records}/list", q="东海")
        assert "data-sa-is-row-action" not in found
    for query in ({"sort": "payload__asc"}, {"filter": "payload__contains__东海"}):
        answer = await office.get("/inbox/list", **query)
        assert "东海的" not in answer.text


async def test_a_text_is_shown_once_for_a_reason_that_is_written_down(
    office: Office, row: int
) -> None:
    inbox = heard(office)
    for subject, key in (("inbox", inbox), ("outbox", row), ("staff", office.staff_id)):
        address = {subject: key}
        assert "东海" not in await office.page("/conversation", **address)
        short = await office.post("/conversation", {"reason": "好奇"}, **address)
        assert short.status_code == 422
        assert "理由至少要 10 个字" in text_of(short)
        assert "东海" not in short.text
        assert all(change.subject != subject for change in office.audit("conversation.read"))
        answer = await office.post("/conversation", {"reason": WHY}, **address)
        assert answer.status_code == 200
        assert SECRET_WORDS in answer.text
        assert answer.headers["cache-control"] == "no-store"
        change = office.audit("conversation.read")[-1]
        assert (change.staff_id, change.subject, change.subject_id) == (
            office.staff_id,
            subject,
            key,
        )
        assert change.after == {"reason": WHY}
        assert "东海" not in await office.page("/conversation", **address)


async def test_a_script_in_what_was_said_is_text(office: Office) -> None:
    now = datetime(2026, 11, 1, tzinfo=UTC)
    message = {"text": "<script>a()</script>", "buttons": [{"title": "<img src=x>"}]}
    office.add(History(staff_id=office.staff_id, from_person=True, message=message, at=now))
    page = (await office.post("/conversation", {"reason": WHY}, staff=office.staff_id)).text
    assert "<script>a()" not in page
    assert "<img src=x>" not in page
    assert "&lt;script&gt;a()" in page


async def test_there_is_nothing_to_read_of_what_is_not_there(office: Office) -> None:
    for query in ({}, {"inbox": "0"}, {"staff": "x"}, {"outbox": "12345678901"}):
        assert (await office.get("/conversation", **query)).status_code == 404


async def test_the_audit_is_read_only(office: Office) -> None:
    page = await office.page("/audit/list", q="staff.create")
    assert "staff.create" in page
    key = office.audit("staff.create")[0].id
    assert "admin1" in await office.page("/audit/detail", pk=key)
    for path in ("/audit/create", f"/audit/edit?pk={key}", "/inbox/create", "/outbox/create"):
        assert (await office.get(path)).status_code == 403, path
    assert (await office.post("/audit/edit", {"action": "x"}, pk=key)).status_code == 403
