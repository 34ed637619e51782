"""One's own scores, and the team's for its manager (docs/flows/practice.md)."""

from datetime import UTC, datetime, timedelta

import pytest

from dakehu.codes import Language, PracticeState, Role
from dakehu.storage import tables
from tests.actions.conftest import Talk
from tests.actions.office import Office

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


def plant(
    office: Office, login: str, *scores: int, scenario: str = "angry_caller", hour: int = 0
) -> None:
    with office.database.transaction() as session:
        for at, score in enumerate(scores, start=hour):
            session.add(
                tables.PracticeRound(
                    staff_id=office.staff[login],
                    scenario=scenario,
                    language=Language.ZH,
                    state=PracticeState.DONE,
                    started_at=NOON,
                    finished_at=NOON + timedelta(hours=at),
                    score=score,
                    parts={},
                )
            )


@pytest.fixture
def planted(office: Office) -> Office:
    plant(office, "specialist1", 50, 60)
    plant(office, "specialist1", 80, scenario="invoice_problem", hour=2)
    plant(office, "specialist2", 91)
    with office.database.transaction() as session:
        stranger = tables.Staff(login="specialist3", name="孙浩", role=Role.SPECIALIST)
        session.add(stranger)
        session.flush()
        office.staff["specialist3"] = stranger.id
    plant(office, "specialist3", 99)
    return office


def table_of(talk: Talk) -> list[list[object]]:
    rows: list[list[object]] = talk.replies[0]["custom"]["table"]["rows"]
    return rows


def test_ones_own_scores_are_listed_with_best_and_trend(talk: Talk, planted: Office) -> None:
    said = talk.say("我的练习成绩", "practise")
    assert "3轮" in said
    assert "最高80分" in said
    assert "在进步" in said
    assert table_of(talk) == [["客户怒气冲冲来电", 2, 60, 60], ["发票有问题", 1, 80, 80]]
    assert talk.loop is None


def test_a_round_of_which_no_word_is_kept_has_no_review(talk: Talk, planted: Office) -> None:
    assert "练哪个场景" in talk.say("练习复盘", "practise")


def test_without_a_round_one_is_offered(talk: Talk) -> None:
    assert "还没有练完" in talk.say("我上次练习得了几分", "practise")
    assert "练哪个场景" in talk.press("开始练习")


@pytest.mark.parametrize("asked", ["团队练习得怎么样", "who practised this month", "这个月谁练过"])
def test_a_manager_sees_the_own_teams_progress(talk: Talk, planted: Office, asked: str) -> None:
    manager = Talk(planted.staff["manager1"])
    assert "2人中2人练过，共4轮" in manager.say(asked, "practise")
    assert table_of(manager) == [
        ["陈晨", 3, 63, 80, "11月20日周五"],
        ["赵敏", 1, 91, 91, "11月20日周五"],
    ]


def test_a_manager_asks_for_one_of_the_team(talk: Talk, planted: Office) -> None:
    manager = Talk(planted.staff["manager1"])
    manager.say("赵敏练习得怎么样", "practise")
    assert table_of(manager) == [["赵敏", 1, 91, 91, "11月20日周五"]]


def test_a_manager_asks_for_another_period(talk: Talk, planted: Office) -> None:
    manager = Talk(planted.staff["manager1"])
    assert "2人中0人练过" in manager.say("上个月团队练习情况", "practise")


@pytest.mark.parametrize(("login", "asked"), [("specialist1", "赵敏"), ("manager1", "孙浩")])
def test_somebody_elses_scores_are_refused_kindly(
    talk: Talk, planted: Office, login: str, asked: str
) -> None:
    person = Talk(planted.staff[login])
    said = person.say(f"{asked}练习得怎么样", "practise")
    assert "同事" in said or "别的团队" in said
    assert "9" not in said
    assert person.loop is None


def test_a_specialist_who_asks_for_the_team_sees_the_own(talk: Talk, planted: Office) -> None:
    said = talk.say("团队练习得怎么样", "practise")
    assert "由经理查看" in said
    assert "你练了3轮" in said


def test_scores_are_shown_in_the_middle_of_a_round(talk: Talk, planted: Office) -> None:
    talk.say("演个生气的客户", "practise")
    said = talk.say("我的练习成绩", "practise")
    assert "你练了3轮" in said
    assert "马厂长：你们到底管不管" in said
