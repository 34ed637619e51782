"""Which opener is advised, what it is built on, and how it is kept (docs/flows/opener.md)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dakehu.access import Denied
from dakehu.coaching import opener
from dakehu.coaching.opener import Reference, Wish
from dakehu.coaching.opener.facts import LONGEST, as_spoken
from dakehu.coaching.preparing import next_plan
from dakehu.codes import FactKind, Opener
from dakehu.plan import PlanDraft
from dakehu.problems import Invalid
from tests.rules.conftest import Department, Seat

ZH = Wish(12, "zh", contact="王总")


def note(seat: Seat, kind: FactKind, text: str, message_id: str = "f1") -> opener.Fact:
    return opener.note_fact(seat(message_id=message_id), 12, kind, text)


def advised(seat: Seat, wish: Wish = ZH, count: int = 40) -> list[opener.Advice]:
    return [opener.advise(seat(message_id=f"a{n}"), wish) for n in range(count)]


def test_only_ways_whose_facts_are_known_are_advised(seat: Seat) -> None:
    assert {one.opener for one in advised(seat)} == {Opener.DISTINCTION, Opener.PLEASANT_VOICE}
    note(seat, FactKind.PRAISE, "现场管理")
    assert Opener.SINCERE_PRAISE in {one.opener for one in advised(seat)}


def test_words_hold_the_noted_fact_and_no_gap(seat: Seat) -> None:
    note(seat, FactKind.NEWS, "听说他们二期厂房开工了。")
    one = opener.advise(seat(), replace(ZH, way=Opener.FAMILIAR_TOPIC))
    assert "二期厂房开工" in one.words
    assert "听说" not in one.words
    assert "{" not in one.words
    assert one.given.source is not None


def test_the_newest_fact_of_a_kind_is_taken(seat: Seat) -> None:
    note(seat, FactKind.NEWS, "旧厂搬迁", "f1")
    note(seat, FactKind.NEWS, "新厂投产", "f2")
    assert "新厂投产" in opener.advise(seat(), replace(ZH, way=Opener.FAMILIAR_TOPIC)).words


def test_nobody_is_addressed_where_no_contact_is_known(seat: Seat) -> None:
    spoken = [one.words for one in advised(seat, replace(ZH, contact=None))]
    assert all("王总" not in words and "{" not in words for words in spoken)


def test_the_same_line_is_not_said_twice_running(seat: Seat) -> None:
    first = opener.advise(seat(), replace(ZH, way=Opener.DISTINCTION))
    again = replace(ZH, way=Opener.DISTINCTION, lines={Opener.DISTINCTION: first.line})
    assert first.line not in {one.line for one in advised(seat, again)}


def test_the_same_message_gets_the_same_advice(seat: Seat) -> None:
    assert opener.advise(seat(), ZH) == opener.advise(seat(), ZH)


def test_another_one_is_another_until_all_were_said(seat: Seat) -> None:
    first = opener.advise(seat(), ZH)
    second = opener.advise(seat(), replace(ZH, said=[first.opener]))
    assert {first.opener, second.opener} == {Opener.DISTINCTION, Opener.PLEASANT_VOICE}
    third = opener.advise(seat(), replace(ZH, said=[first.opener, second.opener]))
    assert (third.opener, third.again) == (first.opener, True)


def test_a_satisfied_customer_of_the_same_trade_may_be_named(
    department: Department, seat: Seat
) -> None:
    department.openers.satisfied = [Reference(13, "南方电缆", 5)]
    assert all(one.opener is not Opener.PEER_REFERENCE for one in advised(seat))
    department.customers.update(12, {"industry": "机械"})
    assert "南方电缆" in opener.advise(seat(), replace(ZH, way=Opener.PEER_REFERENCE)).words


def test_a_fact_is_asked_for_while_none_is_known(seat: Seat) -> None:
    assert all(one.lacking for one in advised(seat))
    note(seat, FactKind.NEWS, "新厂投产")
    assert {one.lacking for one in advised(seat)} == {None, FactKind.PRAISE, FactKind.OPINION}


def test_the_fact_that_a_wanted_way_lacks_is_asked_for(seat: Seat) -> None:
    one = opener.advise(seat(), replace(ZH, way=Opener.RESONANCE))
    assert one.lacking is FactKind.OPINION
    assert one.opener is not Opener.RESONANCE


def test_a_colleagues_customer_gets_no_advice_and_no_facts(seat: Seat) -> None:
    with pytest.raises(Denied):
        opener.advise(seat("specialist2"), ZH)
    with pytest.raises(Denied):
        opener.note_fact(seat("specialist2"), 12, FactKind.NEWS, "新厂投产")
    with pytest.raises(Denied):
        opener.figures(seat("office1"), 12, "zh")


def test_a_fact_is_noted_once_a_message(department: Department, seat: Seat) -> None:
    assert note(seat, FactKind.NEWS, " 新厂投产 ") == note(seat, FactKind.NEWS, "别的")
    assert [fact.text for fact in department.openers.noted] == ["新厂投产"]


@pytest.mark.parametrize("text", ["", "  ", "长" * (LONGEST + 1), "\x00"])
def test_what_is_no_fact_is_not_noted(seat: Seat, text: str) -> None:
    with pytest.raises(Invalid):
        note(seat, FactKind.NEWS, text)


@pytest.mark.parametrize(
    ("told", "spoken"),
    [
        ("听说他们二期厂房开工了。", "二期厂房开工"),
        ("Yes, I heard that their second plant has started", "second plant has started"),
        ("有色金属涨价", "有色金属涨价"),
        ("了", "了"),
    ],
)
def test_a_fact_is_said_without_what_stands_around_it(told: str, spoken: str) -> None:
    assert as_spoken(told) == spoken


def test_an_opener_is_kept_for_the_next_visit_only_if_one_is_planned(
    department: Department, seat: Seat
) -> None:
    assert opener.prepare(seat(), 12, Opener.RESONANCE, "您怎么看？") is None
    later = department.now + timedelta(days=1)
    plan = department.plans.add(PlanDraft(12, later), 2, "p1")
    assert plan is not None
    assert opener.prepare(seat(), 12, Opener.RESONANCE, "您怎么看？") == plan
    assert department.openers.kept == {plan.id: {Opener.RESONANCE: "您怎么看？"}}


def test_the_next_visit_is_the_first_that_is_not_over(department: Department, seat: Seat) -> None:
    midnight = department.now.replace(hour=0)
    for at in (midnight + timedelta(days=2), department.now - timedelta(hours=1), midnight):
        department.plans.add(PlanDraft(12, at), 2, None)
    found = next_plan(seat())
    assert found is not None
    assert found.planned_at == midnight
