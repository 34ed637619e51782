"""Advising, explaining and keeping openers by talking (docs/flows/opener.md)."""

from datetime import UTC, datetime

import pytest

from dakehu.codes import FactKind, Opener
from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office

EAST = "江苏华东机电设备有限公司"
ADVICE = ["换一个", "为什么", "记录到下次拜访"]


def plan(office: Office, customer: str = EAST, day: int = 25) -> None:
    with office.database.transaction() as session:
        session.add(
            tables.VisitPlan(
                staff_id=office.staff["specialist1"],
                customer_id=office.customers[customer],
                planned_at=datetime(2026, 11, day, 7, tzinfo=UTC),
                state="planned",
            )
        )


def note(office: Office, kind: FactKind, text: str) -> None:
    with office.database.transaction() as session:
        session.add(
            tables.CustomerFact(
                customer_id=office.customers[EAST],
                kind=kind,
                text=text,
                staff_id=office.staff["specialist1"],
                noted_at=datetime(2026, 11, 20, tzinfo=UTC),
            )
        )


def advise(talk: Talk, text: str = "见华东机电的王总怎么开场") -> str:
    return talk.say(text, "recommend_opener")


def test_an_opener_for_a_named_customer_with_what_may_follow(talk: Talk) -> None:
    reply = advise(talk)
    assert "见华东机电，可以这样开场" in reply
    assert "方式：" in reply
    assert talk.buttons == [*ADVICE, "不知道"]


def test_without_a_name_it_is_for_the_next_planned_visit(talk: Talk, office: Office) -> None:
    plan(office)
    plan(office, "瑞丰新能源股份有限公司", 26)
    assert "11月25日周三拜访华东机电" in advise(talk, "帮我想个开场白")
    assert "11月26日周四拜访瑞丰新能源" in advise(talk, "后天的拜访用什么开场")


def test_without_a_plan_it_is_asked_for_whom(talk: Talk) -> None:
    assert "给哪家客户" in advise(talk, "推荐一个开场白")
    assert "见瑞丰新能源" in talk.say("瑞丰新能源")


def test_several_of_a_name_are_asked_about(talk: Talk) -> None:
    assert "哪家客户" in advise(talk, "见宏达的人怎么开场")
    assert "宏达" in talk.press("宏达电子科技有限公司")
    assert talk.buttons[:3] == ADVICE


def test_the_words_hold_the_noted_fact(talk: Talk, office: Office) -> None:
    note(office, FactKind.PRAISE, "现场管理")
    reply = advise(talk, "见华东机电的王总，想先夸两句，用赞美开场怎么说")
    assert "现场管理" in reply.split("”")[0]
    assert "依据：11月20日周五记下的“现场管理”" in reply


def test_a_way_that_lacks_its_fact_is_asked_for_and_then_used(talk: Talk, office: Office) -> None:
    reply = advise(talk, "用熟悉的话题跟华东机电开场怎么说")
    assert "还没记下华东机电的新闻，先换一种" in reply
    assert "最近有什么新闻吗" in reply
    reply = talk.say("听说他们二期厂房开工了", "nlu_fallback")
    assert "记下了：“听说他们二期厂房开工了”" in reply
    assert "二期厂房开工" in talk.replies[1]["text"]
    assert "寻找客户熟悉的话题" in reply
    (fact,) = office.rows(tables.CustomerFact)
    assert (fact.kind, fact.text) == (FactKind.NEWS, "听说他们二期厂房开工了")


def test_a_noted_fact_is_undone(talk: Talk, office: Office) -> None:
    advise(talk, "用熟悉的话题跟华东机电开场怎么说")
    talk.say("二期厂房开工", "inform")
    assert "二期厂房开工" in talk.press("撤销")
    assert office.rows(tables.CustomerFact)[0].deleted_at is not None


@pytest.mark.parametrize(("said", "intent"), [("不知道", "deny"), ("没有", "deny")])
def test_no_fact_is_fine(talk: Talk, office: Office, said: str, intent: str) -> None:
    advise(talk)
    assert "以后" in talk.say(said, intent)
    assert not office.rows(tables.CustomerFact)


def test_a_bare_yes_is_asked_for_the_fact(talk: Talk, office: Office) -> None:
    advise(talk, "用熟悉的话题跟华东机电开场怎么说")
    assert "照原话记" in talk.say("有", "affirm")
    talk.say("二期厂房开工", "inform")
    assert office.rows(tables.CustomerFact)[0].text == "二期厂房开工"


def test_a_question_is_no_fact(talk: Talk, office: Office) -> None:
    advise(talk)
    talk.say("你这是什么意思？", "nlu_fallback")
    assert not office.rows(tables.CustomerFact)


def test_another_customer_is_no_fact_but_the_next_request(talk: Talk, office: Office) -> None:
    advise(talk)
    assert "见瑞丰新能源" in talk.say("瑞丰新能源呢", "nlu_fallback")
    assert not office.rows(tables.CustomerFact)


def test_a_fact_that_is_too_long_is_asked_for_again(talk: Talk, office: Office) -> None:
    advise(talk)
    assert "太长" in talk.say("长" * 101, "inform")
    talk.say("现场管理好", "inform")
    assert len(office.rows(tables.CustomerFact)) == 1


def test_another_one_is_another(talk: Talk) -> None:
    first = advise(talk)
    second = talk.press("换一个")
    ways = [reply.split("方式：")[1].split("。")[0] for reply in (first, second)]
    assert ways[0] != ways[1]
    assert "不知道" not in talk.buttons
    third = talk.say("换一个", "recommend_question")
    assert "再从头来" in third


def test_why_shows_the_figures(talk: Talk, office: Office) -> None:
    rate(office, Opener.PLEASANT_VOICE, [True, True, False])
    advise(talk, "见华东机电，用礼貌的语气怎么开场")
    reply = talk.say("为什么", "explain_question")
    assert "3次里2次有效" in reply
    assert "运气" in reply
    assert talk.buttons == ["换一个", "记录到下次拜访"]
    table = talk.replies[0]["custom"]["table"]
    assert table["columns"][0] == "方式"
    assert ["寻找客户熟悉的话题", "还没有记录", "还没有记录", "缺：新闻"] in table["rows"]
    assert table["rows"][5][1:] == ["3次里2次有效", "3次里2次有效", "能用"]


def rate(office: Office, opener: Opener, engaged: list[bool]) -> None:
    with office.database.transaction() as session:
        for number, worked in enumerate(engaged):
            at = datetime(2026, 11, 1 + number, tzinfo=UTC)
            visit = tables.Visit(
                number=f"V{number}",
                staff_id=office.staff["specialist2"],
                customer_id=office.customers[EAST],
                method="phone",
                started_at=at,
                created_at=at,
            )
            session.add(visit)
            session.flush()
            session.add(tables.VisitOpener(visit_id=visit.id, opener=opener, engaged=worked))


def test_an_opener_is_kept_for_the_next_visit(talk: Talk, office: Office) -> None:
    plan(office)
    words = advise(talk).split("“")[1].split("”")[0]
    assert "11月25日周三" in talk.press("记录到下次拜访")
    (kept,) = office.rows(tables.VisitPlanOpener)
    assert kept.words == words


def test_without_a_visit_one_is_offered_and_the_opener_goes_with_it(
    talk: Talk, office: Office
) -> None:
    advise(talk)
    assert "约一次" in talk.say("记录到下次拜访", "nlu_fallback")
    talk.say("好", "affirm")
    talk.say("明天下午三点")
    talk.say("谈报价")
    assert "开场白也记进去了" in talk.press("确认")
    assert len(office.rows(tables.VisitPlanOpener)) == 1


def test_an_opener_is_explained(talk: Talk) -> None:
    reply = talk.say("由衷地赞美客户怎么做", "explain_opener")
    for part in ("由衷地赞美客户：", "什么时候用：", "比如：", "常见错误："):
        assert part in reply
    assert talk.buttons == ["给我写一句"]


def test_all_six_are_offered_where_none_is_named(talk: Talk) -> None:
    assert "六种" in talk.say("六种开场方法是哪六种", "explain_opener")
    assert len(talk.buttons) == 6
    assert "常见错误" in talk.press("引起客户的共鸣")


def test_the_explained_way_is_written_for_whom_is_named_then(talk: Talk) -> None:
    talk.say("陈述企业的与众不同之处怎么用", "explain_opener")
    assert "给哪家客户" in talk.press("给我写一句")
    assert "方式：陈述企业的与众不同之处" in talk.say("瑞丰新能源")


def test_the_same_in_english(talk: Talk, office: Office) -> None:
    talk.say("speak English", "set_language")
    note(office, FactKind.NEWS, "the start of the second plant")
    said = "opener for Mr Wang of 华东机电, with a familiar topic"
    reply = talk.say(said, "recommend_opener")
    assert "the start of the second plant" in reply
    assert "Built on what was noted on Fri, Nov 20" in reply
    assert talk.buttons[:3] == ["Another one", "Why this one", "Keep it for the next visit"]
    assert "chance plays a part" in talk.say("why?", "nlu_fallback")


def test_the_office_gets_no_advice(talk: Talk, office: Office) -> None:
    talk.staff_id = office.staff["office1"]
    assert "岗位" in advise(talk)
    assert "岗位" in talk.say("六种开场方法是哪六种", "explain_opener")


def test_a_colleagues_customer_is_not_found(talk: Talk, office: Office) -> None:
    talk.staff_id = office.staff["specialist2"]
    assert "给哪家客户" in advise(talk)
    of = office.customers[EAST]
    assert "同事负责" in talk.send("recommend_opener", "华东机电", customer=of)
