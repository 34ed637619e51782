"""Places and files, sent instead of said (docs/flows/sent.md)."""

import pytest

from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office

STORY = "昨天下午三点上门拜访华东机电，聊了电缆报价，有进展"


def send_place(talk: Talk, name: str | None = None) -> str:
    where = {"latitude": 31.230416, "longitude": 121.473701, "name": name}
    return talk.send("share_location", name or "31.23042, 121.47370", **where)


def test_a_place_sent_at_the_card_is_saved_with_the_visit(talk: Talk, office: Office) -> None:
    assert "位置" not in talk.say(STORY, "log_visit")
    said = send_place(talk, "人民广场")
    assert "已记下位置：人民广场" in said
    assert "\n位置：人民广场" in said
    talk.press("确认")
    (visit,) = office.rows(tables.Visit)
    assert (visit.place, visit.latitude, visit.longitude) == ("人民广场", 31.230416, 121.473701)


def test_a_place_sent_at_a_question_leaves_the_question_open(talk: Talk) -> None:
    asked = talk.say("昨天下午三点上门拜访华东机电", "log_visit")
    assert send_place(talk, "3号楼").endswith(asked)
    card = talk.say("聊了电缆报价，有进展")
    assert "位置：3号楼" in card
    assert "内容：聊了电缆报价" in card


def test_a_place_without_a_name_shows_its_coordinates(talk: Talk, office: Office) -> None:
    talk.say(STORY, "log_visit")
    assert "位置：31.23042, 121.47370" in send_place(talk)


def test_another_place_replaces_the_first_and_words_take_it_away(
    talk: Talk, office: Office
) -> None:
    talk.say(STORY, "log_visit")
    send_place(talk, "人民广场")
    said = send_place(talk, "静安寺")
    assert "位置：静安寺" in said
    assert "人民广场" not in said
    assert "徐家汇" in talk.say("位置改成徐家汇", "edit_field")
    assert "位置" not in talk.say("位置不要了", "edit_field")
    talk.press("确认")
    assert office.rows(tables.Visit)[0].place is None


def test_a_place_reaches_the_visit_that_waits_for_a_new_customer(talk: Talk) -> None:
    talk.say("昨天下午三点上门拜访了蓝鲸环保，聊了电缆报价，有进展", "log_visit")
    assert talk.slots["draft"]["flow"] == "visit"
    talk.press(talk.buttons[0])
    assert talk.slots["draft"]["flow"] == "customer"
    assert "已记下位置：人民广场" in send_place(talk, "人民广场")
    assert talk.slots["draft"]["parent"]["values"]["place"]["name"] == "人民广场"


def test_a_place_outside_of_a_visit_offers_to_log_one_there(talk: Talk, office: Office) -> None:
    assert "人民广场" in send_place(talk, "人民广场")
    assert "哪家客户" in talk.press("记一次拜访")
    assert "位置：人民广场" in talk.say(STORY, "log_visit")


def test_a_visit_begun_from_a_place_may_wait_for_the_one_that_is_open(talk: Talk) -> None:
    send_place(talk, "人民广场")
    offered = talk.replies
    talk.say("昨天下午三点上门拜访华东机电", "log_visit")
    talk.replies = offered
    assert "还没完成" in talk.press("记一次拜访")
    talk.press("先放一放，去记拜访")
    assert talk.slots["draft"]["values"] == {
        "place": {"name": "人民广场", "latitude": 31.230416, "longitude": 121.473701}
    }


def test_a_place_in_another_form_is_answered_and_the_form_goes_on(talk: Talk) -> None:
    asked = talk.say("约一下华东机电谈报价", "plan_visit")
    said = send_place(talk, "人民广场")
    assert "只能记在拜访里" in said
    assert said.endswith(asked)


def test_the_office_has_no_use_for_a_place(talk: Talk, office: Office) -> None:
    talk.staff_id = office.staff["office1"]
    assert "帮助" in send_place(talk)
    assert "记一次拜访" not in talk.buttons


@pytest.mark.parametrize(("language", "kept"), [("中文", "收好了"), ("英文", "away safely")])
def test_a_file_is_kept_and_the_form_goes_on(talk: Talk, language: str, kept: str) -> None:
    talk.say(language, "set_language")
    assert kept in talk.send("send_file", "名单.xlsx", file=1, name="名单.xlsx")
    asked = talk.say("昨天下午三点上门拜访华东机电", "log_visit")
    assert talk.send("send_file", "名单.xlsx", file=1, name="名单.xlsx").endswith(asked)
