"""What goes to members: texts, tables, pictures, files, cards; and what WeCom says to it."""

from typing import Any

import pytest
from sqlalchemy import select

from dakehu.codes import Channel, Language
from dakehu.gateway.outbox import Outbox
from dakehu.settings import Settings
from dakehu.storage.messages.outbox import SqlOutbox
from dakehu.storage.tables import ChannelAccount, Staff
from dakehu.storage.tables import Outbox as Row

from ..fake_engine import FakeEngine
from ..tencent.caller import Caller
from .conftest import calling
from .peer import FakeWeCom

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the outbox look only when a test says so."""
    monkeypatch.setattr(Outbox, "start", lambda _outbox: None)


def outbox(member: Caller) -> list[Row]:
    with member.gateway.database.reading() as session:
        return list(session.scalars(select(Row).order_by(Row.id)))


def buttons(*labels: str) -> list[dict[str, str]]:
    return [{"title": label, "payload": "/affirm"} for label in labels]


def keep(member: Caller, name: str, media_type: str, content: bytes) -> str:
    return f"/api/files/{member.gateway.files.add(1, name, media_type, content).id}"


async def test_a_short_text_with_buttons_is_a_card(bound: Caller, wecom: FakeWeCom) -> None:
    text = "拜访记录\n客户：华东机电\n方式：电话"
    await bound.put({"text": text, "buttons": buttons("确认", "修改", "取消")})
    (card,) = wecom.shown
    assert card["template_card"]["main_title"] == {"title": "拜访记录"}
    assert card["template_card"]["sub_title_text"] == "客户：华东机电\n方式：电话"
    labels = [button["text"] for button in card["template_card"]["button_list"]]
    assert labels == ["确认", "修改", "取消"]
    assert card["enable_duplicate_check"] == 1


async def test_a_long_text_goes_before_its_card(bound: Caller, wecom: FakeWeCom) -> None:
    await bound.put({"text": "很长的话。" * 200, "buttons": buttons("确认")})
    assert [each["msgtype"] for each in wecom.shown] == ["text", "text", "template_card"]
    assert "".join(wecom.texts) == "很长的话。" * 200
    assert wecom.shown[-1]["template_card"]["main_title"] == {"title": "请选择"}


async def test_the_cards_title_is_in_the_persons_language(bound: Caller, wecom: FakeWeCom) -> None:
    with bound.gateway.database.transaction() as session:
        session.get_one(Staff, 1).language = Language.EN
    await bound.put({"text": "A long line, " * 20, "buttons": buttons("Yes")})
    assert wecom.shown[-1]["template_card"]["main_title"] == {"title": "Please choose"}


async def test_more_than_six_buttons_are_several_cards(bound: Caller, wecom: FakeWeCom) -> None:
    labels = [f"客户{number}" for number in range(14)]
    await bound.put({"text": "哪一家？", "buttons": buttons(*labels)})
    cards = [each["template_card"] for each in wecom.shown]
    assert [len(card["button_list"]) for card in cards] == [6, 6, 2]
    assert [b["text"] for card in cards for b in card["button_list"]] == labels
    keys = [b["key"] for card in cards for b in card["button_list"]]
    read = [bound.gateway.button_tokens.read(key) for key in keys]
    assert [place[1] for place in read if place] == list(range(14))
    assert len({card["task_id"] for card in cards}) == 3


async def test_labels_too_long_for_a_button_are_listed(bound: Caller, wecom: FakeWeCom) -> None:
    await bound.put({"text": "哪一家？", "buttons": buttons("华东机电设备制造有限公司", "都不是")})
    (card,) = wecom.shown
    body = card["template_card"]["sub_title_text"]
    assert body == "1. 华东机电设备制造有限公司\n2. 都不是"
    labels = [button["text"] for button in card["template_card"]["button_list"]]
    assert labels == ["1. 华东机电设备…", "2. 都不是"]


async def test_a_table_is_markdown_without_foreign_markup(bound: Caller, wecom: FakeWeCom) -> None:
    table = {"columns": ["客户", "拜访数"], "rows": [["[华东](http://x)**<b>", 5]]}
    await bound.put({"text": "本月", "table": table})
    assert wecom.texts == ["本月"]
    markdown = wecom.shown[1]["markdown"]["content"]
    assert markdown == "**客户：拜访数**\n> ［华东］(http://x)＊＊＜b＞：5"


async def test_pictures_and_files_are_handed_over_first(bound: Caller, wecom: FakeWeCom) -> None:
    image = keep(bound, "chart.png", "image/png", PNG)
    file = {"url": keep(bound, "名单.csv", "text/csv", "姓名,单位\n".encode()), "name": "名单.csv"}
    await bound.put({"text": "给您", "image": image, "file": file, "buttons": buttons("好")})
    kinds = [each["msgtype"] for each in wecom.shown]
    assert kinds == ["text", "image", "file", "template_card"]
    assert wecom.files["media-1"] == ("image", "chart.png", PNG)
    assert wecom.files["media-2"] == ("file", "名单.csv", "姓名,单位\n".encode())


async def test_a_file_of_somebody_else_is_not_sent(bound: Caller, wecom: FakeWeCom) -> None:
    image = keep(bound, "chart.png", "image/png", PNG)
    bound.account = "li"
    bound.bound("specialist2")
    with bound.gateway.database.transaction() as session:
        now = bound.gateway.settings.clock.now()
        SqlOutbox(session).put(2, {"text": "", "image": image}, now, "k", Channel.WECOM)
    await bound.gateway.outbox.round()
    assert wecom.shown == []
    assert "no file" in (outbox(bound)[0].error or "")


async def test_a_script_in_a_name_is_only_text(bound: Caller, wecom: FakeWeCom) -> None:
    name = '<script>alert(1)</script><a href="http://x">华东</a>'
    await bound.put({"text": f"客户：{name}", "buttons": buttons("是")})
    await bound.put({"text": f"客户：{name}"}, "k2")
    card, text = wecom.shown
    for said in (card["template_card"]["sub_title_text"], text["text"]["content"]):
        assert "<" not in said
        assert "script>alert(1)" in said


@pytest.mark.parametrize("code", [40014, 42001, 40001])
async def test_a_stale_token_is_replaced_once_and_the_call_made_again(
    code: int, bound: Caller, wecom: FakeWeCom
) -> None:
    wecom.complaints = [code]
    await bound.put({"text": "提醒"})
    assert wecom.texts == ["提醒"]
    assert len(wecom.tokens) == 2


async def test_a_token_refused_again_makes_it_wait(bound: Caller, wecom: FakeWeCom) -> None:
    wecom.complaints = [40014, 40014]
    await bound.put({"text": "提醒"})
    assert wecom.shown == []
    assert outbox(bound)[0].sent_at is None
    assert len(wecom.tokens) == 2


@pytest.mark.parametrize("code", [-1, 45009, 45011, 45033, 60020])
async def test_what_is_too_much_now_goes_out_later(
    code: int, bound: Caller, wecom: FakeWeCom
) -> None:
    wecom.complaints = [code]
    await bound.put({"text": "提醒"})
    assert wecom.shown == []
    waiting = await due_at_once(bound)
    assert str(code) in (waiting.error or "")
    assert wecom.texts == ["提醒"]


async def due_at_once(member: Caller) -> Row:
    """Let what waits be tried at once, and return it as it waited."""
    (waiting,) = outbox(member)
    assert waiting.not_before is not None
    with member.gateway.database.transaction() as session:
        session.get_one(Row, waiting.id).not_before = None
    await member.gateway.outbox.round()
    return waiting


@pytest.mark.parametrize("code", [60111, 81013, 40031, 60011])
async def test_somebody_who_cannot_see_the_app_is_marked(
    code: int, bound: Caller, wecom: FakeWeCom
) -> None:
    wecom.complaints = [code]
    await bound.put({"text": "提醒"})
    with bound.gateway.database.reading() as session:
        account = session.scalars(select(ChannelAccount)).one()
    assert account.blocked_at is not None
    assert outbox(bound)[0].parked


async def test_what_wecom_will_never_take_holds_up_nothing(bound: Caller, wecom: FakeWeCom) -> None:
    wecom.complaints = [40008]
    await bound.put({"text": "先"})
    await bound.put({"text": "后"}, "k2")
    assert wecom.texts == ["后"]
    assert outbox(bound)[0].error == "40008 as documented"


async def test_a_wrong_secret_loses_nothing(bound: Caller, wecom: FakeWeCom) -> None:
    wecom.token_complaints = [40001]
    await bound.put({"text": "提醒"})
    assert wecom.shown == []
    waiting = await due_at_once(bound)
    assert waiting.error == "no access token: 40001 as documented"
    assert wecom.texts == ["提醒"]


@pytest.mark.parametrize("message", [{"text": "提醒"}, {"text": "提醒", "buttons": buttons("好")}])
async def test_what_was_taken_though_we_did_not_learn_of_it_is_shown_once(
    message: dict[str, Any], bound: Caller, wecom: FakeWeCom
) -> None:
    wecom.lost = 1
    await bound.put(message)
    waiting = await due_at_once(bound)
    assert waiting.error == "HTTP 502"
    assert outbox(bound)[0].sent_at is not None
    assert len(wecom.shown) == 1


async def test_the_same_sentence_twice_is_shown_twice(bound: Caller, wecom: FakeWeCom) -> None:
    await bound.put({"text": "好的"})
    await bound.put({"text": "好的"}, "k2")
    assert wecom.texts == ["好的", "好的"]


@pytest.mark.parametrize("userid", ["@all", "chen|li"])
async def test_a_userid_that_means_many_is_not_written_to(
    userid: str, bound: Caller, wecom: FakeWeCom
) -> None:
    with bound.gateway.database.transaction() as session:
        session.scalars(select(ChannelAccount)).one().external_id = userid
    await bound.put({"text": "提醒"})
    assert wecom.calls == []


async def test_what_was_kept_before_a_kill_goes_out_once_after_the_start(
    settings: Settings, wecom: FakeWeCom, engine: FakeEngine
) -> None:
    async with calling(settings, wecom) as member:
        member.bound()
        wecom.complaints = [45033]
        await member.put({"text": "提醒"})
        (waiting,) = outbox(member)
        with member.gateway.database.transaction() as session:
            session.get_one(Row, waiting.id).not_before = None
    async with calling(settings, wecom) as member:
        await member.gateway.outbox.round()
        await member.gateway.outbox.round()
        assert wecom.texts == ["提醒"]


async def test_no_secret_is_in_what_is_noted_of_an_error(
    bound: Caller, wecom: FakeWeCom, caplog: pytest.LogCaptureFixture
) -> None:
    wecom.lost = 1
    await bound.put({"text": "提醒"})
    noted = f"{outbox(bound)[0].error} {caplog.text}"
    assert "token-1" not in noted
    assert "secret" not in noted
