import subprocess
import sys
from itertools import product

import pytest

from dakehu.language.classifier import TextClassifier
from dakehu.language.features import plain

EXAMPLES = [
    *((f"{what}多少钱", "price") for what in ("电机", "水泵", "电缆", "阀门")),
    *((f"how much is the {what}", "price") for what in ("motor", "pump", "cable", "valve")),
    *((f"{what}什么时候到", "time") for what in ("电机", "水泵", "电缆", "阀门")),
    *((f"when does the {what} arrive", "time") for what in ("motor", "pump", "cable", "valve")),
]


@pytest.fixture(scope="module")
def learnt() -> TextClassifier:
    return TextClassifier.trained(EXAMPLES)


@pytest.mark.parametrize(
    ("text", "label"), [("轴承多少钱", "price"), ("When does the bearing arrive?", "time")]
)
def test_a_new_text_gets_the_label_of_its_like(
    learnt: TextClassifier, text: str, label: str
) -> None:
    assert learnt.ranking(text)[0][0] == label


def test_the_ranking_holds_every_label_and_its_chances_add_up(learnt: TextClassifier) -> None:
    ranking = learnt.ranking("阀门多少钱")
    assert {label for label, _ in ranking} == {"price", "time"}
    assert sum(chance for _, chance in ranking) == pytest.approx(1)
    assert ranking == sorted(ranking, key=lambda one: -one[1])


@pytest.mark.parametrize("text", ["", "  ", "？！", "👍"])
def test_of_a_text_without_words_nothing_is_known(learnt: TextClassifier, text: str) -> None:
    assert [chance for _, chance in learnt.ranking(text)] == pytest.approx([0.5, 0.5])


def test_a_text_like_no_example_is_less_sure_than_one_like_many(learnt: TextClassifier) -> None:
    strange = learnt.ranking("ηλεκτρικός κινητήρας")[0][1]
    assert strange < learnt.ranking("轴承多少钱")[0][1]


def test_the_same_examples_give_the_same_model(learnt: TextClassifier) -> None:
    again = TextClassifier.trained(EXAMPLES)
    assert all(again.ranking(text) == learnt.ranking(text) for text, _ in EXAMPLES)


def test_width_and_case_make_no_difference(learnt: TextClassifier) -> None:
    assert learnt.ranking("HOW MUCH is the ＰＵＭＰ") == learnt.ranking("how much is the pump")


def test_evidence_lies_in_the_words_that_tell_labels_apart(learnt: TextClassifier) -> None:
    evidence = learnt.evidence("电机多少钱", "price")
    assert sum(evidence[2:]) > sum(evidence[:2])
    assert sum(learnt.evidence("电机多少钱", "time")[2:]) < 0


@pytest.mark.parametrize("text", ["ﬁne ½ İstanbul", "㍿ａＢ", "straße"])
def test_a_plain_text_keeps_every_letters_place(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_confidence_is_that_of_texts_never_seen() -> None:
    """Labels that nothing tells apart are guessed, and the model knows that it guesses."""
    noise = [
        (f"{a}{b}{c}", str((a + b + c) % 2)) for a, b, c in product(range(6), range(6), range(6))
    ]
    learnt = TextClassifier.trained(noise)
    sure = [learnt.ranking(f"{a}{b}9")[0][1] for a, b in product(range(6), range(6))]
    assert sum(sure) / len(sure) < 0.7


@pytest.mark.parametrize("module", ["dakehu.coaching", "dakehu.cli", "dakehu.gateway.app"])
def test_who_classifies_nothing_does_not_load_what_it_takes(module: str) -> None:
    asked = f"import sys, {module}; sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
