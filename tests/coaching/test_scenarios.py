"""The scenarios of practice are as the README beside them says, and can be played to the end."""

import itertools
from functools import reduce
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from dakehu.coaching import check_wording, question_type
from dakehu.coaching.practice.customer import State, answer, beginning, is_over
from dakehu.coaching.practice.hearing import Heard, is_question, is_rude
from dakehu.coaching.practice.review import review
from dakehu.coaching.practice.scenarios import Mood, Scenario, scenarios
from dakehu.codes import Language

pytestmark = pytest.mark.parametrize("name", scenarios())
languages = pytest.mark.parametrize("language", Language)


def in_order(scenario: Scenario, language: Language) -> list[Heard]:
    """Return the model questions of the best path."""
    facts = {fact.id: fact for fact in scenario.facts}
    path = scenario.best_path
    return [Heard(facts[fact].ask.of(language), type_, rude=False) for type_, fact in path]


@languages
def test_the_best_path_uncovers_everything_and_scores_full_marks(
    name: str, language: Language
) -> None:
    scenario = scenarios()[name]
    state, turns = beginning(scenario), []
    for heard in in_order(scenario, language):
        turn, state = answer(scenario, state, heard, language)
        turns.append(turn)
    assert [turn.fact for turn in turns] == [fact for _, fact in scenario.best_path]
    assert is_over(scenario, state)
    assert state.mood is Mood.FRIENDLY
    seen = review(scenario, turns, lambda said: [])
    assert seen.score == 100
    assert seen.closing == "good"


@languages
def test_a_model_question_is_a_polite_question(name: str, language: Language) -> None:
    for heard in in_order(scenarios()[name], language):
        assert is_question(heard.said)
        assert not is_rude(heard.said)


@languages
def test_the_model_questions_are_known_for_a_type_that_reveals_their_fact(
    name: str, language: Language
) -> None:
    for fact in scenarios()[name].facts:
        assert question_type(fact.ask.of(language)).type in fact.revealed_by, fact.id


@languages
def test_the_model_questions_keep_the_wording_rules(name: str, language: Language) -> None:
    for fact in scenarios()[name].facts:
        assert check_wording(fact.ask.of(language)) == [], fact.id


@languages
def test_an_answer_gives_away_only_its_own_fact(name: str, language: Language) -> None:
    """Variants are not the same sentence, and no deflection is one of them."""
    scenario = scenarios()[name]
    deflections = [line for m in Mood for line in scenario.deflections.of(m, language)]
    lines = [line for fact in scenario.facts for line in fact.answers.of(language)]
    assert len(set(lines)) == len(lines)
    assert not set(lines) & set(deflections)


@languages
def test_the_same_deflection_is_never_said_twice_running(name: str, language: Language) -> None:
    scenario = scenarios()[name]
    idle = Heard("吃了吗？", None, rude=False)

    def once_more(state: State, _: int) -> State:
        return answer(scenario, state, idle, language)[1]

    replies = reduce(once_more, range(12), beginning(scenario)).replies
    assert all(one != other for one, other in itertools.pairwise(replies))


def changed(name: str, path: str, value: Any) -> dict[str, Any]:
    content = yaml.safe_load(scenarios()[name].model_dump_json())
    *way, last = path.split(".")
    reduce(lambda part, key: part[int(key) if key.isdigit() else key], way, content)[last] = value
    return content  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("scoring.order", 99),
        ("best_path", [["open", "nothing"]]),
        ("best_path", [["guessing", "story"]]),
        ("facts.0.revealed_by", ["guessing"]),
        ("facts.0.worth", 4),
        ("facts.0.ask", {"zh": "您吃了吗？", "en": "Lovely weather?"}),
        ("title", {"zh": "只有中文"}),
        ("opening.en", ""),
        ("mood.start", "furious"),
        ("colour", "red"),
    ],
)
def test_a_file_that_breaks_the_schema_is_refused(name: str, path: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        Scenario.model_validate(changed(name, path, value))
