"""The runner gives what Rasa's own gives."""

from pathlib import Path

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.dialogue import Dialogue
from bot.runner import InOrder


@pytest.mark.parametrize("text", ["你好", "拜访", "nothing known"])
def test_a_message_is_understood_and_answered_alike(
    model: Path, tmp_path: Path, dialogue: Dialogue, text: str
) -> None:
    (tmp_path / "rasas").mkdir()
    metadata, rasas = load_predict_graph_runner(
        tmp_path / "rasas", model, LocalModelStorage, DaskGraphRunner
    )
    ours = dialogue.graph_runner
    assert isinstance(ours, InOrder)

    understood = [_understand(runner, metadata.nlu_target, text) for runner in (ours, rasas)]
    assert understood[0] == understood[1]

    heard = UserUttered(text, understood[0]["intent"])
    events = [ActionExecuted("action_listen"), heard]
    tracker = DialogueStateTracker.from_events("staff:3", events, dialogue.domain.slots)
    decided = [
        runner.run({"__tracker__": tracker}, [metadata.core_target])[metadata.core_target]
        for runner in (ours, rasas)
    ]
    assert decided[0] == decided[1]


def _understand(runner: GraphRunner, target: str, text: str) -> dict:
    tracker = DialogueStateTracker("staff:3", [])
    inputs = {"__message__": [UserMessage(text, message_id="1")], "__tracker__": tracker}
    return runner.run(inputs, [target])[target][0].as_dict()


def test_a_node_runs_once_after_all_that_it_needs(dialogue: Dialogue) -> None:
    order = [name for name, _needs in dialogue.graph_runner._order(("select_prediction",))]
    assert len(order) == len(set(order))
    assert order[-1] == "select_prediction"
    assert {"rule_only_data_provider", "domain_provider"} <= set(order[:-1])
