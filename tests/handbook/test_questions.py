"""The handbook's data on questions is complete, and its patterns can be looked for."""

import re

import pytest
from pydantic import ValidationError

from dakehu.codes import Language, Question
from dakehu.handbook.questions import GAPS, Material, kinds, material, stages
from dakehu.handbook.texts import gaps

every_kind = pytest.mark.parametrize("kind", list(Question))


@every_kind
def test_a_type_is_explained_and_leads_on_to_others(kind: Question) -> None:
    known = kinds()[kind]
    assert known.stages
    assert kind not in [to.type for to in known.next]
    texts = [known.what_for, known.when, known.mistake, *known.next]
    assert all(text.in_(language).strip() for text in texts for language in Language)


@every_kind
@pytest.mark.parametrize("language", list(Language))
def test_a_type_has_examples_that_need_no_facts_and_some_that_do(
    kind: Question, language: Language
) -> None:
    wanted = [gaps(line) for line in material(kind).examples.in_(language)]
    assert sum(not one for one in wanted) >= 6
    assert frozenset().union(*wanted) <= GAPS


@every_kind
@pytest.mark.parametrize("language", list(Language))
def test_a_type_has_situations_in_both_languages(kind: Question, language: Language) -> None:
    assert len(material(kind).situations.in_(language)) >= 20


def test_every_cue_is_a_pattern() -> None:
    sets = [*(material(kind).cues for kind in Question), *(part.cues for part in stages().values())]
    for cues in sets:
        for weights in cues.values():
            assert set(weights) <= {1, 2, 3}
            for pattern in (one for patterns in weights.values() for one in patterns):
                assert not re.compile(pattern).match("")


def test_an_example_with_a_gap_that_nothing_fills_is_a_mistake() -> None:
    rest = {"cues": {"zh": {}, "en": {}}, "situations": {"zh": [], "en": []}}
    with pytest.raises(ValidationError, match="price"):
        Material.model_validate(rest | {"examples": {"zh": ["{price}？"], "en": ["{price}?"]}})
    with pytest.raises(ValidationError, match="differ"):
        Material.model_validate(rest | {"examples": {"zh": ["{need}？"], "en": ["What?"]}})
