"""Greeting, help, language and what is not understood."""

from dakehu.codes import Language
from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office


def test_a_greeting_names_the_person_and_offers_the_tasks(talk: Talk) -> None:
    assert "陈晨" in talk.say("你好", "greet")
    assert "记一次拜访" in talk.buttons


def test_the_menu_is_what_the_role_may_do(talk: Talk, office: Office) -> None:
    talk.staff_id = office.staff["office1"]
    talk.say("你好", "greet")
    assert "记一次拜访" not in talk.buttons


def test_the_language_stays_chosen(talk: Talk, office: Office) -> None:
    talk.say("英文", "set_language")
    assert "Hello" in talk.say("hi", "greet")
    person = next(s for s in office.rows(tables.Staff) if s.login == "specialist1")
    assert person.language == Language.EN


def test_what_is_not_understood_offers_likely_tasks_that_keep_the_words(talk: Talk) -> None:
    said = "昨天下午华东机电电缆报价有进展"
    talk.say(said, "nlu_fallback", "log_visit", "plan_visit")
    reply = talk.press("记一次拜访")
    assert "华东机电" in talk.slots["draft"]["values"]["customer"]["name"]
    assert reply


def test_a_yes_without_a_question_says_what_can_be_done(talk: Talk) -> None:
    assert "没有进行中的事" in talk.say("好的", "affirm")


def test_an_unknown_person_can_do_nothing(talk: Talk, office: Office) -> None:
    talk.staff_id = 999
    assert "登录" in talk.say("你好", "greet")
    assert office.rows(tables.Audit)[-1].action == "denied"


def test_the_office_is_refused_kindly_and_it_is_written_down(talk: Talk, office: Office) -> None:
    talk.staff_id = office.staff["office1"]
    talk.say("昨天去了华东机电", "log_visit")
    assert talk.loop is None
    assert "denied" in [a.action for a in office.rows(tables.Audit)]
