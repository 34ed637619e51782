"""Rules of the handbook by chat: the passage, where it stands, what belongs to it, or none."""

import pytest

from actions.wording import parse_payload
from dakehu.handbook.passages import passages, sections, within
from tests.actions.conftest import Talk
from tests.actions.office import PEOPLE, Office


def _ask(talk: Talk, question: str) -> str:
    return talk.say(question, "handbook_question")


def test_a_rule_is_told_with_its_place_and_what_belongs_to_it(talk: Talk) -> None:
    reply = _ask(talk, "翻译坐哪边")
    assert reply == "翻译的座位（§4 宴会 · 准备）\n翻译坐在主宾的右侧。"
    assert talk.buttons == ["主宾的座位"]
    assert talk.replies[0]["custom"]["data"]["passage"] == "4.preparation.4.5"


def test_a_rule_is_told_in_the_language_of_the_person(talk: Talk) -> None:
    talk.say("英文", "set_language")
    reply = _ask(talk, "how early do invitations go out")
    assert reply.startswith("Invitations (§4 Banquets, preparation)\n")
    assert "two weeks" in reply
    assert "When and where" in talk.buttons


def test_what_belongs_to_a_rule_is_a_button_away(talk: Talk) -> None:
    _ask(talk, "翻译坐哪边")
    assert "主人的右侧" in talk.press("主宾的座位")


def test_where_no_rule_answers_the_nearest_are_offered(talk: Talk) -> None:
    assert "没找到" in _ask(talk, "客人喝醉了怎么办")
    assert len(talk.buttons) == 4
    assert "custom" not in talk.replies[0]
    assert "§" in talk.press(talk.buttons[0])


def test_of_two_questions_both_are_answered(talk: Talk) -> None:
    reply = _ask(talk, "翻译坐哪里？请柬提前多久发？")
    assert "主宾的右侧" in reply
    assert "两周" in reply


def test_the_menu_leads_through_the_handbook_part_by_part(talk: Talk) -> None:
    talk.say("帮助", "help")
    talk.press("查手册")
    talk.press("§3 参观接待")
    assert "安全帽" in talk.press("人身安全与安全帽")


@pytest.mark.parametrize("section", sections())
def test_every_part_lists_its_rules(talk: Talk, section: str) -> None:
    talk.send("handbook_question", "", section=section)
    assert talk.buttons == [passage.title.zh for passage in within(section)]


@pytest.mark.parametrize("told", [{"passage": "4.gone"}, {"section": "99"}])
def test_a_button_of_an_older_handbook_leads_to_the_list_of_parts(
    talk: Talk, told: dict[str, str]
) -> None:
    talk.send("handbook_question", "…", **told)
    assert talk.buttons[0] == "§1 岗位职责"


@pytest.mark.parametrize("login", PEOPLE)
def test_every_role_may_ask(talk: Talk, office: Office, login: str) -> None:
    talk.staff_id = office.staff[login]
    assert "主宾的右侧" in _ask(talk, "翻译坐哪边")


def test_a_form_goes_on_after_a_rule_and_after_what_belongs_to_it(talk: Talk) -> None:
    talk.say("约华东机电", "plan_visit")
    asked = talk.replies[-1]["text"]
    draft = talk.slots["draft"]["values"]
    assert _ask(talk, "请柬提前多久发").endswith(asked)
    assert talk.press("宴会的时间和地点").endswith(asked)
    assert talk.loop == "plan_form"
    assert talk.slots["draft"]["values"] == draft


def test_every_button_leads_to_a_passage_that_exists(talk: Talk) -> None:
    for passage in passages().values():
        talk.send("handbook_question", "", passage=passage.id)
        for button in talk.replies[0]["buttons"]:
            intent, told = parse_payload(button["payload"])
            assert intent == "handbook_question"
            assert told["passage"] in passages()
