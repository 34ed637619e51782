"""Which question to ask, by chat: advised, explained, told from a sentence, kept for a visit."""

from datetime import UTC, date, datetime

import pytest

from dakehu.codes import Language, Outcome, PlanState, Question, VisitMethod
from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office

HUADONG = "江苏华东机电设备有限公司"
ASKED = "华东机电的王总说水泵效果很差，我该怎么问"


def advised(talk: Talk, text: str = ASKED) -> str:
    return talk.say(text, "recommend_question")


def explained(talk: Talk, text: str) -> str:
    return talk.say(text, "explain_question")


def examples(reply: str) -> set[str]:
    return {line for line in reply.splitlines() if line.startswith("· ")}


def speak_english(office: Office) -> None:
    with office.database.transaction() as session:
        session.get_one(tables.Staff, office.staff["specialist1"]).language = Language.EN


@pytest.fixture
def history(office: Office) -> None:
    """A setback at 华东机电, where they bought pumps; open questions went badly twice."""
    of = {"staff_id": office.staff["specialist1"], "customer_id": office.customers[HUADONG]}
    with office.database.transaction() as session:
        for day, outcome in ((2, Outcome.UNCHANGED), (3, Outcome.SETBACK)):
            at = datetime(2026, 11, day, tzinfo=UTC)
            visit = tables.Visit(
                number=f"V{day}",
                method=VisitMethod.ON_SITE,
                started_at=at,
                created_at=at,
                summary="价格没谈拢，下次再谈",
                outcome=outcome,
                **of,
            )
            session.add(visit)
            session.flush()
            session.add(tables.VisitQuestion(visit_id=visit.id, question=Question.OPEN))
        session.add(tables.Deal(product="水泵", amount=100, signed_on=date(2026, 1, 1), **of))


@pytest.fixture
def planned(office: Office) -> None:
    with office.database.transaction() as session:
        session.add(
            tables.VisitPlan(
                staff_id=office.staff["specialist1"],
                customer_id=office.customers[HUADONG],
                planned_at=datetime(2026, 11, 26, 2, tzinfo=UTC),
                purpose="价格",
                state=PlanState.PLANNED,
            )
        )


@pytest.mark.usefixtures("history")
def test_a_situation_gets_a_type_a_second_why_and_two_examples_with_facts(talk: Talk) -> None:
    reply = advised(talk)
    assert "华东机电：建议用澄清性提问（备选：" in reply
    assert "理由：它用在客户的抱怨说得笼统" in reply
    assert "上次拜访的结果是“受挫”" in reply
    assert len(examples(reply)) == 2
    assert "水泵" in reply
    assert talk.buttons == ["换一个", "为什么", "记录到下次拜访"]


def test_another_one_is_another_type_and_never_the_same_examples_twice_running(talk: Talk) -> None:
    said = advised(talk)
    for _ in range(5):
        more = talk.press("换一个")
        assert not examples(said) & examples(more)
        said = more


def test_when_all_that_fit_were_advised_it_says_so(talk: Talk) -> None:
    advised(talk)
    for _ in range(3):
        said = talk.press("换一个")
    assert said.startswith("合适的几类都提过了")


@pytest.mark.parametrize("text", ["换一个", "换个问题", "another one"])
def test_another_one_can_be_typed(talk: Talk, text: str) -> None:
    first = advised(talk)
    other = talk.say(text, "recommend_question")
    assert other.splitlines()[0] != first.splitlines()[0]
    assert "华东机电" in other


def test_the_same_question_again_shows_other_examples(talk: Talk) -> None:
    first = advised(talk)
    again = advised(talk)
    assert first.splitlines()[0] == again.splitlines()[0]
    assert not examples(first) & examples(again)


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(
    ("text", "intent"), [("为什么", "nlu_fallback"), ("为什么推荐这个", "explain_question")]
)
def test_why_gives_the_reasons_in_full(talk: Talk, text: str, intent: str) -> None:
    advised(talk)
    reply = talk.say(text, intent)
    assert "为什么用澄清性提问" in reply
    assert "弄清真正的原因" in reply
    assert "您说的情况正适合" in reply
    assert "“受挫”" in reply
    assert "换一个" in talk.buttons


@pytest.mark.usefixtures("history")
def test_a_type_that_went_badly_twice_is_named_as_the_reason_for_another(talk: Talk) -> None:
    advised(talk, "华东机电该怎么问")
    reply = talk.press("开场")
    assert "建议用开放式提问" not in reply
    assert "开放式提问最近两次都没有进展，先换一类" in reply


def test_without_a_situation_one_is_asked_for_and_typed_words_answer(talk: Talk) -> None:
    assert "现在是什么情况" in advised(talk, "该怎么问客户")
    assert talk.buttons == ["开场", "了解情况", "投诉", "提方案", "收尾"]
    reply = talk.say("他一直不肯说预算", "nlu_fallback")
    assert "建议用针对性提问" in reply
    assert "记录到下次拜访" in talk.buttons


def test_without_a_situation_a_stage_can_be_pressed_and_the_customer_stays(talk: Talk) -> None:
    advised(talk, "华东机电该怎么问")
    assert "华东机电：建议用服务性提问" in talk.press("收尾")


def test_words_that_tell_nothing_when_asked_are_not_asked_about_again(talk: Talk) -> None:
    advised(talk, "该怎么问客户")
    assert "建议用" in talk.say("不知道", "nlu_fallback")


def test_a_customer_of_several_is_asked_for_and_the_situation_is_kept(talk: Talk) -> None:
    assert "不止一家" in advised(talk, "宏达说太贵了，怎么问")
    assert "宏达：建议用澄清性提问" in talk.press("宏达电子科技有限公司")


def test_the_customer_of_an_open_form_is_meant(talk: Talk) -> None:
    talk.say("约华东机电王总明天上午十点", "plan_visit")
    assert "华东机电：建议用" in advised(talk, "他们嫌贵，怎么问")


def test_the_name_of_a_customer_is_no_situation(talk: Talk, office: Office) -> None:
    with office.database.transaction() as session:
        session.add(
            tables.Customer(
                name="投诉服务有限公司",
                owner_id=office.staff["specialist1"],
                created_at=datetime(2026, 1, 5, tzinfo=UTC),
            )
        )
    assert "现在是什么情况" in advised(talk, "投诉服务有限公司该怎么问")


@pytest.mark.usefixtures("planned")
def test_a_question_is_kept_for_the_next_planned_visit(talk: Talk, office: Office) -> None:
    reply = advised(talk)
    assert "已记到11月26日" in talk.press("记录到下次拜访")
    (kept,) = office.rows(tables.VisitPlanQuestion)
    assert kept.question is Question.CLARIFYING
    assert f"· {kept.example}" in reply
    assert f"准备过：{kept.example}" in talk.say("周四有什么安排", "show_agenda")


def test_without_a_plan_one_is_offered_and_the_question_kept_with_it(
    talk: Talk, office: Office
) -> None:
    advised(talk)
    assert "还没有约" in talk.say("记录到下次拜访", "nlu_fallback")
    talk.say("好", "affirm")
    talk.say("后天上午十点")
    talk.say("谈价格")
    assert "提问也记上了" in talk.press("确认")
    assert len(office.rows(tables.VisitPlanQuestion)) == 1


def test_a_type_is_explained_and_leads_on(talk: Talk) -> None:
    reply = explained(talk, "什么是澄清性提问")
    for part in ("作用：", "时机：", "例句：", "常见错误：", "接下来："):
        assert part in reply
    assert "针对性提问" in talk.buttons
    assert talk.press("针对性提问").startswith("针对性提问")


def test_another_example_is_given_the_next_time(talk: Talk) -> None:
    first, again = (explained(talk, "针对性提问举个例子") for _ in range(2))
    assert first != again


@pytest.mark.parametrize(
    "text", ["开放式和关闭式有什么区别", "difference between open and closed questions"]
)
def test_two_types_are_compared(talk: Talk, text: str) -> None:
    reply = explained(talk, text)
    assert "区别" in reply
    assert "开放式提问：" in reply
    assert "关闭式提问：" in reply


def test_all_types_are_buttons(talk: Talk) -> None:
    explained(talk, "提问有哪几种")
    assert len(talk.buttons) == 8
    assert "服务性提问" in talk.press("服务性提问")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“您还有别的需要我们帮忙的吗”是哪种提问", "服务性提问"),
        ("这句是哪类提问：您说老是坏，一个月坏几次？", "澄清性提问"),
    ],
)
def test_the_type_of_a_sentence_is_told_with_its_cue(talk: Talk, text: str, kind: str) -> None:
    reply = explained(talk, text)
    assert kind in reply
    assert "这几个字" in reply


def test_why_without_an_advice_lists_the_types(talk: Talk) -> None:
    explained(talk, "为什么推荐这个")
    assert len(talk.buttons) == 8


def test_all_of_it_speaks_english(talk: Talk, office: Office) -> None:
    speak_english(office)
    reply = advised(talk, "the customer says the pump is terrible, what should I ask")
    assert "clarifying question" in reply
    assert "Why: it is for use when a complaint is vague" in reply
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in reply)
    assert "your situation is what it is for" in talk.press("Why this one")
    assert "Its type: consultative" in explained(
        talk, 'what type is "would it suit you if we came on Wednesday?"'
    )


@pytest.mark.parametrize("intent", ["recommend_question", "explain_question"])
def test_the_office_is_not_coached(talk: Talk, office: Office, intent: str) -> None:
    talk.staff_id = office.staff["office1"]
    assert talk.say("客户嫌贵怎么问", intent)
    assert talk.buttons == []


@pytest.mark.parametrize("text", ["？", "。" * 2000, "“”", "：", "<b>“a”</b>", "{customer}“{x}”"])
@pytest.mark.parametrize("intent", ["recommend_question", "explain_question"])
def test_any_words_get_a_kind_answer(talk: Talk, text: str, intent: str) -> None:
    assert talk.say(text, intent)


def test_a_question_for_nobody_in_particular_is_kept_for_the_next_visit(talk: Talk) -> None:
    talk.say("约一下华东机电，明天下午三点，谈电缆报价", "plan_visit")
    talk.press("确认")
    talk.say("客户说产品效果很差，我该怎么问", "recommend_question")
    assert "华东机电" in talk.press("记录到下次拜访")


def test_without_any_visit_planned_one_is_offered(talk: Talk) -> None:
    talk.say("客户说产品效果很差，我该怎么问", "recommend_question")
    assert "还没有约好的拜访" in talk.press("记录到下次拜访")
    assert talk.buttons == ["约拜访"]
