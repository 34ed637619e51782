"""What the customer takes a sentence for."""

from pathlib import Path

import pytest
import yaml

from dakehu.coaching.practice.hearing import is_question, is_rude, is_speech

TABLE = Path(__file__).parent / "question_types.yml"
QUESTIONS = [
    said
    for by_language in yaml.safe_load(TABLE.read_text(encoding="utf-8")).values()
    for questions in by_language.values()
    for said in questions
]


def share(said: list[str]) -> float:
    return sum(map(is_question, said)) / len(said)


def test_questions_are_taken_for_questions() -> None:
    assert share(QUESTIONS) >= 0.99
    assert not any(map(is_rude, QUESTIONS))


def test_most_questions_are_known_without_their_mark() -> None:
    assert share([said.rstrip("?？") for said in QUESTIONS]) >= 0.9


@pytest.mark.parametrize(
    "said",
    [
        "您好，我是大客户部的小陈。",
        "非常抱歉给您添麻烦了",
        "我们马上安排工程师过去。",
        "这几天我们会处理好",
        "I am sorry for the trouble.",
        "We will send someone right away",
        "Good morning Mr Zhou",
    ],
)
def test_a_statement_is_no_question(said: str) -> None:
    assert not is_question(said)


@pytest.mark.parametrize("said", ["你这个笨蛋", "闭嘴！", "You are an idiot.", "oh shut up"])
def test_an_insult_is_one(said: str) -> None:
    assert is_rude(said)


def test_a_roller_and_a_bearing_are_no_insult() -> None:
    assert not is_rude("滚筒和滚珠轴承都换了，废料清掉了吗？")


@pytest.mark.parametrize("said", ["", "   ", "？？", "…", "😀"])
def test_marks_alone_say_nothing(said: str) -> None:
    assert not is_speech(said)
