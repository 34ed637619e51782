"""One turn of a conversation: understand, predict, act, remember. Rasa's own, with promises.

Rasa's processor keeps going when an action fails and saves what is left of the turn; this one
saves a turn whole or not at all, and never runs the same message twice.
"""

import asyncio
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.actions.action import Action, RemoteAction
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.nlg import NaturalLanguageGenerator, TemplatedNaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.trackers import DialogueStateTracker

from bot.action_server import ActionServer
from bot.replies import Replies, answers_to
from bot.runner import InOrder
from bot.tracker_store import ConversationStore

_NOT_WORDS = re.compile(r"^[/\s]+")
_NOT_UNDERSTOOD = {"name": "nlu_fallback", "confidence": 1.0}


class Dialogue(MessageProcessor):
    """Answers messages with one model, one store and one action server."""

    def __init__(self, model: Path, store: ConversationStore, actions: ActionServer) -> None:
        """Load the model."""
        nlg = TemplatedNaturalLanguageGenerator({})
        super().__init__(model, store, InMemoryLockStore(), nlg)
        nlg.responses = self.domain.responses
        store.domain = self.domain
        self._actions = actions
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @staticmethod
    def _load_model(model_path: Path) -> tuple[str, ModelMetadata, GraphRunner]:
        """Load a model as Rasa does, to be run by our runner."""
        with TemporaryDirectory() as folder:
            metadata, runner = load_predict_graph_runner(
                Path(folder), model_path, LocalModelStorage, InOrder
            )
        return model_path.name, metadata, runner

    async def warm_up(self) -> None:
        """Let a message go through the model, so that the first person need not wait."""
        tracker = self.tracker_store.init_tracker("warm-up")
        message = UserMessage("你好", Replies(), tracker.sender_id)
        await self._update_tracker_session(tracker, message.output_channel)
        await self._handle_message_with_tracker(message, tracker)
        self.predict_next_with_tracker_if_should(tracker)

    async def handle_message(self, message: UserMessage) -> None:
        """Answer a message into its output channel, and remember the turn.

        Raises:
            Unavailable: The turn could not be finished; nothing of it is kept.
        """
        replies = message.output_channel
        turn = self._turns.setdefault(message.sender_id, asyncio.Lock())
        async with turn:
            tracker = await self.fetch_tracker_and_update_session(message.sender_id, replies)
            known = answers_to(message.message_id, tracker.events)
            replies.replayed = known is not None
            if known is None:
                await self._handle_message_with_tracker(message, tracker)
                await self._run_prediction_loop(replies, tracker)
                await self.save_tracker(tracker)
                known = answers_to(message.message_id, tracker.events)
            replies.messages = known

    async def get_tracker(self, conversation_id: str) -> DialogueStateTracker:
        """Return the conversation, without Rasa's note of the model in each event."""
        return await self.tracker_store.get_or_create_tracker(conversation_id)

    async def parse_message(
        self,
        message: UserMessage,
        tracker: DialogueStateTracker | None = None,
        only_output_properties: bool = True,
    ) -> dict[str, Any]:
        """Understand typed words; Rasa would obey a leading "/" as the name of an intent."""
        words = UserMessage(_NOT_WORDS.sub("", message.text), sender_id=message.sender_id)
        parsed = await super().parse_message(words, tracker, only_output_properties)
        parsed["text"] = message.text
        if not words.text or not parsed["intent"]["name"]:
            parsed["intent"] = _NOT_UNDERSTOOD
        return parsed

    def _check_for_unseen_features(self, parse_data: dict[str, Any]) -> None:
        """Leave it out: the model was trained on the very domain it would be compared with."""

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        """Run an action on the tracker itself; where it fails, the turn fails."""
        tracker.update_with_events(prediction.events, self.domain)
        if isinstance(action, RemoteAction):
            events = await self._actions.run(action.name(), tracker)
        else:
            events = await action.run(output_channel, nlg, tracker, self.domain)
        tracker.update(action.event_for_successful_execution(prediction), self.domain)
        tracker.update_with_events(events, self.domain)
        return self.should_predict_another_action(action.name())
