from pathlib import Path

import pytest

from bot.nlu.model import IntentModel

EXAMPLES = {
    "greet": [
        "你好",
        "您好",
        "你好呀",
        "早上好",
        "hello",
        "hi there",
        "good morning",
        "hello there",
    ],
    "cancel": [
        "取消",
        "取消吧",
        "不填了",
        "算了不填了",
        "cancel",
        "cancel it",
        "stop",
        "please stop",
    ],
    "inform": ["王总", "李总", "明天下午", "明天上午", "mr wang", "mr li", "tomorrow", "at ten"],
}
TEXTS = [text for texts in EXAMPLES.values() for text in texts]
INTENTS = [intent for intent, texts in EXAMPLES.items() for _ in texts]


@pytest.fixture(scope="module")
def model() -> IntentModel:
    return IntentModel.trained(TEXTS, INTENTS)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("取消了", "cancel"),
        ("Hello!", "greet"),
        ("張總明天下午", "inform"),
        ("please cancel", "cancel"),
    ],
)
def test_an_unseen_message_is_told_by_what_it_shares(
    model: IntentModel, text: str, intent: str
) -> None:
    assert model.ranking(text)[0][0] == intent


@pytest.mark.parametrize("text", ["", "😂", "\u202e\u202d", "<b>hi</b>", "长" * 4000])
def test_the_ranking_of_any_text_is_complete_and_sums_to_one(model: IntentModel, text: str) -> None:
    ranking = model.ranking(text)
    assert {name for name, _ in ranking} == set(EXAMPLES)
    assert sum(confidence for _, confidence in ranking) == pytest.approx(1)
    assert ranking == sorted(ranking, key=lambda one: -one[1])


def test_the_same_examples_give_the_same_model(model: IntentModel) -> None:
    again = IntentModel.trained(TEXTS, INTENTS)
    assert again.ranking("明天 hello") == model.ranking("明天 hello")


def test_a_saved_model_answers_as_before(model: IntentModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    assert IntentModel.load(tmp_path).ranking("取消 tomorrow") == model.ranking("取消 tomorrow")
