import os
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from statistics import mean

from dakehu.codes import FactKind, Stage
from dakehu.storage.demo import Size, seasonality
from tests.storage.demo.conftest import SIZE, TODAY, ZONE, Rows, make

SMALL = Size(customers=10, visits=50, months=3)


def test_the_same_seed_and_day_give_the_same_rows(rows: Rows) -> None:
    assert make(SIZE) == rows


def test_another_seed_gives_other_rows_but_the_same_people() -> None:
    one, other = make(SMALL), make(Size(10, 50, 3, seed=2))
    assert one["visit"] != other["visit"]
    assert one["staff"] == other["staff"]
    assert [row["name"] for row in one["customer"][:9]] == [
        row["name"] for row in other["customer"][:9]
    ]


def test_customers_may_have_left_before_the_first_month() -> None:
    for months in (1, 2, 4, 6):
        assert len(make(Size(40, 50, months))["visit"]) == 50


def test_the_same_rows_come_from_another_process() -> None:
    program = (
        "from tests.storage.demo.test_generate import SMALL; "
        "from tests.storage.demo.conftest import make; print(make(SMALL)['visit'])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == str(make(SMALL)["visit"])


def test_the_logins_of_the_contract_are_there(rows: Rows) -> None:
    people = {row["login"]: row for row in rows["staff"]}
    assert set(people) == {
        "manager1", "manager2", "specialist1", "specialist2", "specialist3", "office1", "admin1",
    }  # fmt: skip
    teams = {row["id"]: row["manager_id"] for row in rows["team"]}
    led_by = {login: teams.get(person["team_id"]) for login, person in people.items()}
    assert led_by["specialist1"] == led_by["specialist2"] == people["manager1"]["id"]
    assert led_by["specialist3"] == people["manager2"]["id"]


def test_the_customer_of_the_manual_is_specialist1s_and_has_a_mr_wang(rows: Rows) -> None:
    company = next(row for row in rows["customer"] if row["short_name"] == "华东机电")
    owner = next(row for row in rows["staff"] if row["id"] == company["owner_id"])
    contacts = {row["name"]: row["title"] for row in rows["contact"] if row["customer_id"] == 1}
    assert owner["login"] == "specialist1"
    assert contacts["王建国"] == "总经理"
    assert len(contacts) > 1


def test_there_is_as_much_as_asked_for(rows: Rows) -> None:
    assert (len(rows["customer"]), len(rows["visit"])) == (40, 3_000)
    assert min(_local_days(rows)).isoformat() >= "2025-10-01"
    assert max(_local_days(rows)) == TODAY - timedelta(days=1)


def test_every_table_of_the_business_has_rows(rows: Rows) -> None:
    assert {name for name, some in rows.items() if some} == {
        "approval", "banquet", "banquet_guest", "competitor_note", "contact", "countermeasure",
        "customer", "customer_alias", "customer_fact", "deal", "monthly_plan", "need", "payment",
        "practice_round", "score", "service_request", "staff", "team", "tour", "tour_route",
        "tour_visitor", "venue", "visit", "visit_opener", "visit_plan", "visit_plan_opener",
        "visit_plan_question", "visit_question",
    }  # fmt: skip


def test_names_numbers_and_aliases_are_given_once(rows: Rows) -> None:
    for table, columns in (
        ("customer", ("name",)),
        ("visit", ("number",)),
        ("tour", ("number",)),
        ("customer_alias", ("customer_id", "alias")),
    ):
        keys = Counter(tuple(row[column] for column in columns) for row in rows[table])
        assert keys.most_common(1)[0][1] == 1


def test_nobody_is_at_two_customers_at_once(rows: Rows) -> None:
    places = Counter((row["staff_id"], row["started_at"]) for row in rows["visit"])
    assert places.most_common(1)[0][1] == 1


def test_visits_follow_the_working_week_and_the_festivals(rows: Rows) -> None:
    days = Counter(_local_days(rows))
    all_days = seasonality.days_between(min(days), TODAY)
    worked = [days[day] for day in all_days if seasonality.is_workday(day)]
    free = [days[day] for day in all_days if not seasonality.is_workday(day)]
    assert mean(free) < mean(worked) / 10
    spring = [days[day] for day in all_days if "2026-02-03" <= day.isoformat() < "2026-02-24"]
    assert mean(spring) < mean(worked) / 2


def test_quarters_end_busier_than_they_start(rows: Rows) -> None:
    days = Counter(_local_days(rows))
    start = sum(days[day] for day in days if "2026-07-01" <= day.isoformat() < "2026-07-15")
    end = sum(days[day] for day in days if "2026-09-17" <= day.isoformat() < "2026-10-01")
    assert end > start * 1.3


def test_the_best_customers_are_visited_most(rows: Rows) -> None:
    levels = {row["id"]: row["level"] for row in rows["customer"] if row["status"] == "active"}
    visits = Counter(row["customer_id"] for row in rows["visit"])
    often = {
        level: mean(visits[key] for key, one in levels.items() if one == level) for level in "ABC"
    }
    assert often["A"] > often["B"] > often["C"]


def test_a_happy_customer_goes_with_a_good_outcome(rows: Rows) -> None:
    felt = {
        outcome: mean(
            row["satisfaction"]
            for row in rows["visit"]
            if row["outcome"] == outcome and row["satisfaction"]
        )
        for outcome in ("deal", "unchanged", "lost")
    }
    assert felt["deal"] > felt["unchanged"] > felt["lost"]


def test_a_deal_follows_from_a_visit_and_its_payments_sum_to_it(rows: Rows) -> None:
    made = Counter(row["customer_id"] for row in rows["visit"] if row["outcome"] == "deal")
    assert Counter(row["customer_id"] for row in rows["deal"]) == made
    paid: Counter[int] = Counter()
    for row in rows["payment"]:
        paid[row["deal_id"]] += row["amount"]
    assert paid == {row["id"]: row["amount"] for row in rows["deal"]}


def test_what_lies_ahead_is_planned_and_what_is_past_is_settled(rows: Rows) -> None:
    for row in rows["visit_plan"]:
        ahead = row["planned_at"].astimezone(ZONE).date() >= TODAY
        assert (row["state"] == "planned") == ahead
        assert (row["state"] == "done") == (row["visit_id"] is not None)


def test_the_stage_of_a_talk_follows_from_its_purpose(rows: Rows) -> None:
    stages = {row["purpose"]: row["stage"] for row in rows["visit"]}
    assert all(stages[row["purpose"]] == row["stage"] for row in rows["visit"])
    assert stages["投诉处理"] == "complaint"
    assert stages["节日问候"] is None
    assert {*stages.values()} == {*Stage, None}


def test_facts_are_noted_of_some_customers_while_they_are_visited(rows: Rows) -> None:
    created = {row["id"]: row["created_at"] for row in rows["customer"]}
    assert 10 < len({row["customer_id"] for row in rows["customer_fact"]}) < 40
    assert {row["kind"] for row in rows["customer_fact"]} == {*FactKind}
    for row in rows["customer_fact"]:
        assert created[row["customer_id"]].date() <= row["noted_at"].date() < TODAY


def test_practice_bears_fruit(rows: Rows) -> None:
    rounds = sorted(rows["practice_round"], key=lambda row: row["started_at"])
    assert all(row["score"] == sum(row["parts"].values()) <= 100 for row in rounds)
    assert rounds[-1]["finished_at"].astimezone(ZONE).date() < TODAY
    scores = [row["score"] for row in rounds]
    assert mean(scores[-10:]) > mean(scores[:10])


def test_planned_visits_are_prepared(rows: Rows) -> None:
    open_plans = {row["id"] for row in rows["visit_plan"] if row["state"] == "planned"}
    prepared = [*rows["visit_plan_question"], *rows["visit_plan_opener"]]
    assert {row["plan_id"] for row in prepared} <= open_plans
    assert not any("{" in (row.get("example") or row.get("words") or "") for row in prepared)


def test_summaries_say_who_and_what(rows: Rows) -> None:
    texts = [row["summary"] + row["next_step"] for row in rows["visit"]]
    assert not any("{" in text or "}" in text for text in texts)
    assert len(set(texts)) > 2_000


def _local_days(rows: Rows) -> list[object]:
    return [row["started_at"].astimezone(ZONE).date() for row in rows["visit"]]
