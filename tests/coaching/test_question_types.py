"""Which of the eight types a sentence is, on sentences written apart (question_types.yml)."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dakehu.coaching import question_type
from dakehu.coaching.question.types import sentences_of
from dakehu.codes import Language, Question
from dakehu.language.features import plain

UNSEEN = yaml.safe_load((Path(__file__).parent / "question_types.yml").read_text("utf-8"))
FLOORS = {Language.ZH: 0.95, Language.EN: 0.93}


def _bare(sentence: str) -> str:
    return "".join(filter(str.isalnum, plain(sentence)))


def _learnt() -> list[str]:
    return [s for kind in Question for lang in Language for s in sentences_of(kind).in_(lang)]


@pytest.mark.parametrize("language", list(Language))
def test_nearly_every_sentence_gets_its_type(language: Language) -> None:
    told = [(kind, s) for kind, said in UNSEEN.items() for s in said[language]]
    right = sum(question_type(sentence).type == kind for kind, sentence in told)
    assert right / len(told) >= FLOORS[language]


def test_confidence_is_about_how_often_it_is_right() -> None:
    told = [(kind, s) for kind, said in UNSEEN.items() for each in said.values() for s in each]
    guesses = [(question_type(sentence), kind) for kind, sentence in told]
    right = sum(guess.type == kind for guess, kind in guesses)
    assert sum(g.confidence for g, _ in guesses) == pytest.approx(right, rel=0.03)


def test_no_sentence_that_is_measured_was_learnt() -> None:
    learnt = {_bare(sentence) for sentence in _learnt()}
    unseen = [s for said in UNSEEN.values() for each in said.values() for s in each]
    assert [sentence for sentence in unseen if _bare(sentence) in learnt] == []


def test_every_example_stands_once() -> None:
    counts = Counter(_bare(sentence) for sentence in _learnt())
    assert [sentence for sentence, times in counts.items() if times > 1] == []


@pytest.mark.parametrize("kind", list(Question))
def test_each_type_has_at_least_sixty_examples_in_each_language(kind: Question) -> None:
    assert all(len(sentences_of(kind).in_(language)) >= 60 for language in Language)


@pytest.mark.parametrize(
    ("sentence", "kind", "cue"),
    [
        ("针对您说的问题，我们计划多做一道检验，您看够不够？", "consultative", "您看够不够"),
        ("您说服务跟不上，指的是哪一次？", "clarifying", "您说服务跟不上"),
        ("In other words, you want it by May. Have I got that right?", "closed", "In other words"),
    ],
)
def test_the_cue_is_a_phrase_of_the_sentence(sentence: str, kind: str, cue: str) -> None:
    guess = question_type(sentence)
    assert (guess.type, guess.confidence > 0.8) == (kind, True)
    assert cue in guess.cue
    assert guess.cue in sentence


def test_a_long_sentence_has_a_short_cue() -> None:
    guess = question_type("would it suit you if we sent an engineer to your works " * 20)
    assert 1 <= len(guess.cue.split()) <= 8


@given(st.text())
def test_any_text_gets_a_type_and_a_cue_of_its_own_words(text: str) -> None:
    guess = question_type(text)
    assert 0 < guess.confidence <= 1
    assert guess.cue in text
