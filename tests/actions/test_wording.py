"""Every response and label that a form may need exists, in both languages."""

import string

import pytest

from actions.catalogue import FLOWS
from actions.forms.flow import Flow
from actions.forms.scene import Scene
from actions.wording import wording
from dakehu.handbook.codes import label

flows = pytest.mark.parametrize("flow", FLOWS.values(), ids=lambda f: f.name)
FORMS = [flow for flow in FLOWS.values() if not isinstance(flow, Scene)]
forms = pytest.mark.parametrize("flow", FORMS, ids=lambda f: f.name)


@forms
def test_every_field_has_a_question_and_a_label(flow: Flow) -> None:
    for field in flow.fields:
        assert f"ask_{flow.name}_{field.name}" in wording()
        for language in ("zh", "en"):
            assert label(f"{flow.name}_field", field.name, language)


@forms
def test_every_form_has_its_card(flow: Flow) -> None:
    assert f"{flow.name}_card" in wording()


@flows
def test_every_task_has_its_name(flow: Flow) -> None:
    assert f"task_{flow.name}" in wording()


@pytest.mark.parametrize("name", wording()._responses)
def test_a_response_exists_in_both_languages_with_the_same_braces(name: str) -> None:
    variations = wording()._responses[name]
    assert [bool(v.get("condition")) for v in variations] in ([True, False], [False])
    braces = [
        {field for _, field, _, _ in string.Formatter().parse(v["text"]) if field}
        for v in variations
    ]
    assert all(b == braces[0] for b in braces)
