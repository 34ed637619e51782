"""Which question to ask: agreement with the handbook's "when", and what history changes."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dakehu.coaching import stage_of
from dakehu.coaching.question.choice import History, recommend
from dakehu.coaching.question.examples import examples, filled
from dakehu.coaching.question.fitting import fit
from dakehu.coaching.question.records import Used
from dakehu.codes import Language, Outcome, Question, Stage
from dakehu.handbook.questions import kinds, material, no_situation
from dakehu.handbook.texts import gaps

UNSEEN = yaml.safe_load((Path(__file__).parent / "situations.yml").read_text("utf-8"))
VAGUE = "客户说产品效果很差"
TWICE_BAD = tuple(Used(Question.CLARIFYING, o) for o in (Outcome.UNCHANGED, Outcome.SETBACK))


@pytest.mark.parametrize("chosen", [True, False], ids=["the stage chosen", "only words"])
def test_the_type_recommended_is_one_that_the_handbook_allows(chosen: bool) -> None:
    def stage(case: dict[str, str]) -> Stage | None:
        return Stage(case["stage"]) if chosen and "stage" in case else stage_of(case["text"])

    right = [recommend(case["text"], stage(case)).type in case["accept"] for case in UNSEEN]
    assert sum(right) / len(right) >= 0.93


def test_no_situation_that_is_measured_was_learnt() -> None:
    learnt = {
        text
        for language in Language
        for lines in (*(material(k).situations for k in Question), no_situation())
        for text in lines.in_(language)
    }
    assert [case["text"] for case in UNSEEN if case["text"] in learnt] == []


def test_every_situation_stands_once() -> None:
    told = Counter(
        text for k in Question for lang in Language for text in material(k).situations.in_(lang)
    )
    assert [text for text, times in told.items() if times > 1] == []


@pytest.mark.parametrize(
    "text",
    [
        "该怎么问客户",
        "推荐一个提问",
        "明天去见他们，问什么好",
        "what should I ask",
        "any tip?",
        "question suggestion please",
    ],
)
def test_a_bare_request_tells_no_situation(text: str) -> None:
    assert not fit(text).told


@pytest.mark.parametrize("text", [VAGUE, "嫌贵", "they keep dodging the price", "he went silent"])
def test_a_situation_is_known_as_one(text: str) -> None:
    assert fit(text).told


def test_a_type_that_went_badly_twice_is_not_first_where_another_fits_too() -> None:
    told = recommend("客户有点不满", Stage.COMPLAINT)
    assert told.type is Question.CLARIFYING
    wiser = recommend("客户有点不满", Stage.FINDING_OUT, History(used=TWICE_BAD))
    assert wiser.reasons[Question.CLARIFYING].failed


def test_a_type_that_went_badly_twice_gives_way_where_nothing_is_told() -> None:
    before = recommend("", Stage.COMPLAINT)
    bad = tuple(Used(before.type, Outcome.SETBACK) for _ in range(2))
    after = recommend("", Stage.COMPLAINT, History(used=bad))
    assert after.type is not before.type
    assert after.instead_of is before.type


def test_a_clear_situation_outweighs_what_went_badly() -> None:
    told = recommend(VAGUE, Stage.COMPLAINT, History(used=TWICE_BAD))
    assert told.type is Question.CLARIFYING
    assert told.reasons[told.type].failed
    assert told.instead_of is None


def test_once_is_not_badly_twice_and_progress_in_between_wipes_it_out() -> None:
    once = History(used=TWICE_BAD[:1])
    mixed = History(used=(TWICE_BAD[0], Used(Question.CLARIFYING, Outcome.PROGRESS), TWICE_BAD[1]))
    for history in (once, mixed):
        assert not recommend(VAGUE, None, history).reasons[Question.CLARIFYING].failed


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        (Outcome.SETBACK, Question.CLARIFYING),
        (Outcome.PROGRESS, Question.CONSULTATIVE),
        (Outcome.DEAL, Question.SERVICE),
        (Outcome.LOST, Question.OPEN),
    ],
)
def test_where_nothing_is_told_the_last_outcome_decides(outcome: Outcome, kind: Question) -> None:
    told = recommend("", None, History(last_outcome=outcome))
    assert (told.type, told.reasons[kind].after) == (kind, outcome)


def test_an_open_need_speaks_for_the_type_that_is_for_it() -> None:
    assert recommend("", None, History(need=True)).reasons[Question.CONSULTATIVE].need


@pytest.mark.parametrize("stage", list(Stage))
def test_where_nothing_is_told_the_type_is_at_home_in_the_stage(stage: Stage) -> None:
    told = recommend("", stage)
    assert kinds()[told.type].stages[0] is stage
    assert told.reasons[told.type].stage is stage


@given(st.text(), st.sampled_from([None, *Stage]))
def test_any_text_gets_every_type_once(text: str, stage: Stage | None) -> None:
    assert set(recommend(text, stage).ranking) == set(Question)


@pytest.mark.parametrize("kind", list(Question))
@pytest.mark.parametrize("language", list(Language))
def test_examples_are_never_the_same_twice_running(kind: Question, language: Language) -> None:
    shown: list[int] = []
    for _ in range(8):
        two = examples(kind, language, {}, said=shown[-4:])
        assert len(two) == 2
        assert not set(two) & set(shown[-2:])
        shown += two


def test_examples_with_facts_and_words_of_the_situation_come_first() -> None:
    facts = {"product": "水泵"}
    best = examples(Question.CLARIFYING, "zh", facts, about="客户说水泵不好用")[0]
    assert filled(Question.CLARIFYING, "zh", facts, best).startswith("您提到水泵不好用")


@pytest.mark.parametrize("kind", list(Question))
def test_an_example_whose_gap_is_unknown_is_not_used(kind: Question) -> None:
    lines = material(kind).examples.zh
    shown = examples(kind, "zh", {"customer": "华东机电"}, about="{need}")
    assert all(gaps(lines[at]) <= {"customer"} for at in shown)
