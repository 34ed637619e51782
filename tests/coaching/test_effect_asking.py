"""What a question for figures is read as."""

from typing import Any

import pytest

from dakehu.clock import FrozenClock
from dakehu.coaching.effect import Asked, read, usual

OPENERS = {"metric": "opener_engagement"}
QUESTIONS = {"metric": "question_progress"}
LAST_MONTH = {"start": "2026-10-01", "end": "2026-11-01", "dated": True}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("各类提问的效果", QUESTIONS),
        ("哪种提问效果好", QUESTIONS),
        ("开场白有效率", OPENERS),
        ("which opener works best", OPENERS),
        ("上个月各类提问的效果", QUESTIONS | LAST_MONTH),
        ("opener engagement last month", OPENERS | LAST_MONTH),
        ("按人看提问效果", QUESTIONS | {"by": "specialist"}),
        ("question effect by trade", QUESTIONS | {"by": "industry"}),
        ("不同阶段哪种提问好使", QUESTIONS | {"by": "stage"}),
        ("谁的提问效果最好", QUESTIONS | {"by": "specialist", "each": False}),
        ("whose openers work best", OPENERS | {"by": "specialist", "each": False}),
        ("化工行业哪种提问有效", QUESTIONS | {"industry": "化工"}),
        ("投诉阶段哪种提问效果好", QUESTIONS | {"stage": "complaint"}),
        ("which opener works for a-level customers", OPENERS | {"level": "A"}),
        ("a chart of the openers", OPENERS),
        ("b级客户哪个开场白效果好", OPENERS | {"level": "B"}),
        ("华东哪种开场白好", OPENERS | {"region": "华东"}),
        ("哪种提问效果最差", QUESTIONS | {"lowest": True}),
        ("which question type is least effective", QUESTIONS | {"lowest": True}),
        ("开场白有效率同比", OPENERS | {"growth": True}),
        ("针对性提问和澄清性提问哪个好", QUESTIONS | {"techniques": ["targeted", "clarifying"]}),
        ("how often does sincere praise work", OPENERS | {"techniques": ["sincere_praise"]}),
    ],
)
def test_a_question_is_read(text: str, told: dict[str, Any], clock: FrozenClock) -> None:
    november = {"start": "2026-11-01", "end": "2026-12-01"}
    (asked,) = read(text, clock.now(), None, {})
    assert asked.to_slot() == november | told
    assert Asked.from_slot(asked.to_slot()) == asked


def test_both_can_be_asked_for_at_once(clock: FrozenClock) -> None:
    asked = read("提问和开场白的数据", clock.now(), None, {})
    assert [one.metric for one in asked] == ["question_progress", "opener_engagement"]


@pytest.mark.parametrize(
    "text",
    ["这个月成交额多少", "谁拜访最多", "哪些客户30天没拜访了", "how many visits this month", ""],
)
def test_other_figures_are_not_taken_for_these(text: str, clock: FrozenClock) -> None:
    last = usual(read("提问效果", clock.now(), None, {})[0].metric, clock.now())
    assert read(text, clock.now(), None, {}) == []
    assert read(text, clock.now(), last, {}) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("那上个月呢", LAST_MONTH),
        ("按行业分呢", {"by": "industry"}),
        ("只看a级", {"level": "A"}),
        ("what about last month", LAST_MONTH),
        ("and by stage", {"by": "stage"}),
    ],
)
def test_a_follow_up_changes_one_part(text: str, told: dict[str, Any], clock: FrozenClock) -> None:
    (last,) = read("化工行业哪种开场白好", clock.now(), None, {})
    (asked,) = read(text, clock.now(), last, {})
    assert asked.to_slot() == last.to_slot() | told


def test_a_name_alone_is_a_follow_up(clock: FrozenClock) -> None:
    (last,) = read("提问效果", clock.now(), None, {})
    (asked,) = read(" 呢", clock.now(), last, {"person": 3})
    assert asked.person == 3
