"""Asking what questions and openers lead to (docs/flows/effect.md)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from dakehu.codes import Opener, Outcome, Question, Role, Stage, VisitMethod
from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office

_numbers = count(1)
SEVENTH = datetime(2026, 11, 7, 2, tzinfo=UTC)
EAST = "江苏华东机电设备有限公司"


def visits(
    office: Office,
    times: int,
    question: Question,
    good: int,
    *,
    login: str = "specialist1",
    at: datetime = SEVENTH,
    opener: Opener = Opener.RESONANCE,
) -> None:
    """Add visits in which a type was used, so many of them with progress and an opener taken up."""
    with office.database.transaction() as session:
        for done in range(times):
            visit = tables.Visit(
                number=f"V{next(_numbers)}",
                staff_id=office.staff[login],
                customer_id=office.customers[EAST],
                method=VisitMethod.PHONE,
                started_at=at + timedelta(minutes=done),
                created_at=at,
                outcome=Outcome.PROGRESS if done < good else Outcome.SETBACK,
                stage=Stage.PROPOSAL,
            )
            session.add(visit)
            session.flush()
            session.add(tables.VisitQuestion(visit_id=visit.id, question=question))
            used = tables.VisitOpener(visit_id=visit.id, opener=opener, engaged=done < good)
            session.add(used)


@pytest.fixture
def busy(office: Office) -> Office:
    visits(office, 12, Question.OPEN, 9)
    visits(office, 10, Question.CLOSED, 4, login="specialist2", opener=Opener.SINCERE_PRAISE)
    visits(office, 3, Question.SERVICE, 3)
    return office


@pytest.fixture
def boss(talk: Talk, busy: Office) -> Iterator[Talk]:
    yield Talk(busy.staff["manager1"])


def test_the_sentence_says_period_and_scope_then_come_table_and_chart(boss: Talk) -> None:
    said = boss.say("各类提问的效果", "ask_data")
    assert said == (
        "2026年11月，你的团队：提问有效率最高的是开放式提问，75%（12次里9次有进展或成交）。"
        "（没说时间，按本月算。）"
    )
    assert boss.replies[0]["custom"]["table"] == {
        "columns": ["提问类型", "有效率", "次数", "名次"],
        "rows": [
            ["开放式提问", "75%", "12", "1"],
            ["关闭式提问", "40%", "10", "2"],
            ["服务性提问", "100%", "3", "案例太少"],
        ],
    }
    assert boss.replies[0]["custom"]["image"].startswith("/api/files/")


def test_programs_get_the_figures_as_numbers_and_codes(boss: Talk) -> None:
    said = boss.say("which opener works best this month, by person", "ask_data")
    data = boss.replies[0]["custom"]["data"]
    assert data == {
        "metric": ["opener_engagement"],
        "period": {"start": "2026-11-01", "end": "2026-12-01"},
        "scope": "你的团队",
        "columns": ["specialist", "opener", "opener_engagement", "cases", "rank"],
        "rows": [
            ["陈晨", "resonance", 0.8, 15, 1],
            ["赵敏", "sincere_praise", 0.4, 10, 1],
        ],
        "text": said,
        "chart": boss.replies[0]["custom"]["image"],
        "status": "answered",
    }


def test_the_chart_is_a_picture_of_the_person(boss: Talk, busy: Office, tmp_path: Path) -> None:
    boss.say("开场白有效率", "ask_data")
    (file,) = busy.rows(tables.File)
    assert (file.staff_id, file.media_type) == (busy.staff["manager1"], "image/png")
    assert boss.replies[0]["custom"]["image"] == f"/api/files/{file.id}"
    kept = tmp_path / "files" / file.sha256[:2] / file.sha256
    assert kept.read_bytes().startswith(b"\x89PNG")


def test_where_the_picture_cannot_be_kept_the_figures_are_said_all_the_same(
    boss: Talk, tmp_path: Path
) -> None:
    (tmp_path / "files").write_text("in the way")
    assert "75%" in boss.say("各类提问的效果", "ask_data")
    assert "image" not in boss.replies[0]["custom"]
    assert boss.replies[0]["custom"]["data"]["chart"] is None


def test_a_colleague_is_asked_for_by_name_and_by_what_they_are_called(boss: Talk) -> None:
    assert "，赵敏：" in boss.say("赵敏哪种提问效果好", "ask_data")
    assert "，陈晨：" in boss.say("小陈的开场白有效率", "ask_data")
    assert "，陈晨：" in boss.say("which question type works best for chen chen", "ask_data")


def test_of_two_of_one_name_the_one_of_the_team_is_meant(boss: Talk, busy: Office) -> None:
    with busy.database.transaction() as session:
        session.add(tables.Staff(login="other", name="赵敏", role=Role.SPECIALIST))
    assert "，赵敏：" in boss.say("赵敏哪种提问效果好", "ask_data")


def test_people_are_compared(boss: Talk) -> None:
    assert "陈晨，80%（15次里12次" in boss.say("谁的提问效果最好", "ask_data")
    assert [row[0] for row in boss.replies[0]["custom"]["table"]["rows"]] == ["陈晨", "赵敏"]


def test_a_follow_up_and_a_button_change_one_part(boss: Talk, busy: Office) -> None:
    visits(busy, 11, Question.CLARIFYING, 11, at=SEVENTH - timedelta(days=30))
    boss.say("各类提问的效果", "ask_data")
    assert "2026年10月" in boss.press("上个月")
    assert "澄清性提问" in boss.press("按阶段")
    assert boss.replies[0]["custom"]["table"]["rows"][0][0] == "提方案"
    assert "2026年11月" in boss.say("那这个月呢", "ask_data")
    assert "机械" in str(boss.press("按行业") and boss.replies[0]["custom"]["table"]["rows"])


def test_customers_and_levels_narrow_it_down(boss: Talk) -> None:
    said = boss.say("江苏华东机电用哪种提问有效", "ask_data")
    assert f"你的团队、{EAST}：" in said
    assert "没有" in boss.say("A级客户呢 去年", "ask_data")


def test_a_specialist_sees_their_own_and_nobody_elses(talk: Talk, busy: Office) -> None:
    assert "你的拜访：" in talk.say("哪种提问效果好", "ask_data")
    assert "按人" not in talk.buttons
    assert "只有你自己的" in talk.say("按人看提问效果", "ask_data")
    assert talk.replies[0]["custom"]["table"]["rows"][0][0] == "陈晨"
    assert "只有他的经理能看" in talk.say("赵敏哪种提问效果好", "ask_data")
    assert talk.replies[0]["custom"]["data"] == {"status": "forbidden"}


def test_who_has_no_visits_is_told_kindly(talk: Talk, busy: Office) -> None:
    assert "岗位" in Talk(busy.staff["office1"]).say("开场白有效率", "ask_data")


def test_other_figures_are_not_there_yet_and_what_is_comes_as_buttons(boss: Talk) -> None:
    assert "还不会算" in boss.say("这个月谁拜访最多", "ask_data")
    assert boss.replies[0]["custom"]["data"]["status"] == "unsupported"
    assert boss.buttons == ["提问有效率", "开场白有效率", "各行业的提问效果"]
    assert "提问有效率最高" in boss.press("提问有效率")


def test_it_is_answered_in_the_middle_of_a_form(talk: Talk, busy: Office) -> None:
    talk.say("记一次拜访", "log_visit")
    assert "75%" in talk.say("我哪种提问效果好", "ask_data")
    assert talk.loop == "visit_form"


def test_it_is_said_in_english(boss: Talk, busy: Office) -> None:
    boss.send("set_language", "English", code="en")
    said = boss.say("which opener works best this month", "ask_data")
    assert said.startswith("November 2026, your team: highest opener engagement: resonance, 80%")
    assert "for all" not in said
    assert boss.replies[0]["custom"]["table"]["columns"] == ["Opener", "Rate", "Cases", "Rank"]


def test_growth_is_not_worked_out_and_that_is_said(boss: Talk) -> None:
    assert "环比、同比和趋势我还不会算" in boss.say("开场白有效率环比", "ask_data")


def test_the_menu_asks_which_figures(boss: Talk) -> None:
    boss.say("帮助", "help")
    assert "想看哪一项" in boss.press("看效果")
