"""The domain is split by flow, and no key is defined twice."""

from pathlib import Path

import pytest
from ruamel.yaml.constructor import DuplicateKeyError

from bot.importer import DomainProblem, FlowImporter

SHARED = """
version: "3.1"
session_config: {session_expiration_time: 0, carry_over_slots_to_new_session: true}
intents: [greet, {help: {use_entities: []}}]
slots: {draft: {type: any, influence_conversation: false, mappings: [{type: custom}]}}
actions: [action_greet]
responses: {utter_hello: [{text: hello}]}
"""


def domain_of(folder: Path, visit: str = "", shared: str = SHARED):
    (folder / "domain").mkdir()
    (folder / "domain.yml").write_text(shared)
    (folder / "domain/visit.yml").write_text(f'version: "3.1"\n{visit}')
    return FlowImporter(None, str(folder / "domain.yml"), []).get_domain()


def test_a_flows_file_adds_to_the_domain(tmp_path: Path) -> None:
    visit = "intents: [log_visit]\nforms: {visit_form: {required_slots: []}}\nactions: [visit_form]"
    domain = domain_of(tmp_path, visit)
    assert {"greet", "help", "log_visit"} <= set(domain.intents)
    assert domain.form_names == ["visit_form"]
    assert domain.session_config.session_expiration_time == 0


@pytest.mark.parametrize(
    "again",
    [
        "intents: [greet]",
        "intents: [help]",
        "slots: {draft: {type: text, mappings: [{type: custom}]}}",
        "actions: [action_greet]",
        "responses: {utter_hello: [{text: 你好}]}",
        "intents: [log_visit, log_visit]",
    ],
)
def test_a_key_defined_twice_is_refused_with_its_name(tmp_path: Path, again: str) -> None:
    with pytest.raises(DomainProblem, match=r"is in .* and again in .*visit\.yml"):
        domain_of(tmp_path, again)


def test_a_key_twice_in_one_mapping_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DuplicateKeyError):
        domain_of(tmp_path, "responses:\n  utter_a: [{text: a}]\n  utter_a: [{text: b}]")


def test_a_flow_cannot_set_the_session(tmp_path: Path) -> None:
    with pytest.raises(DomainProblem, match="session_config"):
        domain_of(tmp_path, "session_config: {session_expiration_time: 60}", shared="intents: [a]")
