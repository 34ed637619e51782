"""Which passage answers a question, on questions written apart (handbook_questions.yml)."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dakehu.codes import Language
from dakehu.handbook.finding import NONE, examples, find_passage, find_passages, nearest
from dakehu.handbook.passages import outside, passages
from dakehu.language.features import plain

UNSEEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "handbook_questions.yml").read_text("utf-8")
)
IN_THE_HANDBOOK = [q for q in UNSEEN if q["passage"] != NONE]
OUTSIDE = [q for q in UNSEEN if q["passage"] == NONE]


def _found(question: str) -> str:
    passage = find_passage(question)
    return passage.id if passage else NONE


def _right(questions: list[dict[str, Any]]) -> float:
    return sum(_found(q["text"]) == q["passage"] for q in questions) / len(questions)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, plain(text)))


@pytest.mark.parametrize(
    ("questions", "floor"),
    [(UNSEEN, 0.94), (IN_THE_HANDBOOK, 0.945), (OUTSIDE, 0.9)],
    ids=["all", "in the handbook", "outside"],
)
def test_nearly_every_question_gets_its_passage_or_none(
    questions: list[dict[str, Any]], floor: float
) -> None:
    assert _right(questions) >= floor


@pytest.mark.parametrize("chinese", [True, False], ids=["zh", "en"])
def test_both_languages_are_understood(chinese: bool) -> None:
    assert _right([q for q in UNSEEN if q["text"].isascii() != chinese]) >= 0.925


def test_the_right_passage_is_nearly_always_among_the_nearest() -> None:
    near = [q for q in IN_THE_HANDBOOK if q["passage"] in (p.id for p in nearest(q["text"], 3))]
    assert len(near) / len(IN_THE_HANDBOOK) >= 0.97


def test_no_question_that_is_measured_was_learnt() -> None:
    learnt = {_bare(text) for language in Language for text, _ in examples(language)}
    assert [q["text"] for q in UNSEEN if _bare(q["text"]) in learnt] == []


def test_every_way_of_asking_stands_once() -> None:
    asked = [*(passage.asked for passage in passages().values()), outside()]
    counts = Counter(_bare(text) for ways in asked for text in (*ways.zh, *ways.en))
    assert [text for text, times in counts.items() if times > 1] == []


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("翻译坐哪边", "4.preparation.4.5"),
        ("翻譯坐哪邊", "4.preparation.4.5"),
        ("进电解车间手表要摘吗", "3.6"),
        ("HOW EARLY DO INVITATIONS GO OUT", "4.preparation.3"),
        ("年假有几天", NONE),
        ("？？？", NONE),
        ("", NONE),
    ],
)
def test_a_question_gets_its_passage_however_it_is_written(question: str, passage: str) -> None:
    assert _found(question) == passage


def test_of_several_questions_the_first_two_are_answered() -> None:
    found = find_passages("翻译坐哪里？请柬提前多久发？酒要倒满吗？")
    assert [p.id for p in found] == ["4.preparation.4.5", "4.preparation.3"]


def test_a_question_with_an_afterthought_is_one_question() -> None:
    assert [p.id for p in find_passages("翻译坐哪里？左边还是右边？")] == ["4.preparation.4.5"]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert len(find_passages(text)) <= 2
    assert len(nearest(text, 3)) == 3
