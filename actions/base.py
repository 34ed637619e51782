"""What every action does around its own work: open the turn, answer, hand back the events."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.answers import answer_to, meaning
from actions.bootstrap import Services, services
from actions.forms.asking import payload
from actions.forms.draft import CARD, Draft
from actions.forms.scene import Scene
from actions.offer import Offer
from actions.pictures import keep
from actions.turn import Message, Turn
from actions.wording import Button, parse_payload, wording
from dakehu.access import Denied
from dakehu.desk import Desk
from dakehu.language.extraction import Entity
from dakehu.problems import Conflict, Missing
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.repositories import desk, reading_desk

WRITING = frozenset(
    {
        "affirm",
        "undo",
        "set_language",
        "unbind",
        "bind_channel",
        "set_channel",
        "practise",
        "prepare_question",
        "prepare_opener",
        "rate_opener",
        "note_fact",
    }
)
"""Intents that may write: their turns take the writer's transaction, all others only read."""


class TurnAction(Action):
    """An action that answers one turn in one transaction.

    The person comes from the conversation's id and is read from the database each time. What
    cannot be done is answered kindly; then nothing is written and the draft stays as it was.
    """

    def __init__(self, name: str, act: Callable[[Turn], None]) -> None:
        self._name = name
        self._act = act

    def name(self) -> str:
        """Return the action's name in the domain."""
        return self._name

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Run the turn beside the event loop, so that others need not wait for the database."""
        replies, events = await asyncio.to_thread(self._answer, tracker)
        for reply in replies:
            dispatcher.utter_message(
                text=reply["text"], buttons=reply["buttons"], json_message=reply.get("custom")
            )
        return events

    def _answer(self, tracker: Tracker) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        app = services()
        language = tracker.get_slot("language") or "zh"
        metadata = tracker.latest_message.get("metadata") or {}
        message = _message(tracker.latest_message)
        sit = desk if _writes(app, tracker, message) else reading_desk
        staff_id = int(tracker.sender_id.removeprefix("staff:"))
        try:
            with sit(
                app.database, app.clock, staff_id, metadata.get("channel"), metadata["message_id"]
            ) as opened:
                language = str(opened.person.language)
                turn = _open(app, opened, message, tracker)
                (answer_to(turn) or self._act)(turn)
                events = list(turn.events())
            return [keep(app.files, staff_id, reply) for reply in turn.replies], events
        except Denied as denied:
            return _refused(language, denied), []
        except Missing:
            return _sorry(language, "missing"), []
        except (StorageUnavailable, Conflict):
            return _sorry(language, "storage_unavailable", *_again(tracker, language)), []


def _open(app: Services, opened: Desk, message: Message, tracker: Tracker) -> Turn:
    return Turn(
        desk=opened,
        message=message,
        names_of=app.names.of,
        doors=app.doors,
        language=str(opened.person.language),
        flows=app.flows,
        topics=app.topics,
        draft=Draft.from_slot(tracker.get_slot("draft")),
        shelf=[d for s in tracker.get_slot("shelf") or () if (d := Draft.from_slot(s))],
        offered=Offer.from_slot(tracker.get_slot("offer")),
        advice=tracker.get_slot("advice") or {},
    )


def _writes(app: Services, tracker: Tracker, message: Message) -> bool:
    """Tell whether a turn may write: by its intent, an answer asked for, or the scene it is in."""
    draft, offered = tracker.get_slot("draft"), Offer.from_slot(tracker.get_slot("offer"))
    if draft:
        flow = app.flows[draft["flow"]]
        return message.intent in WRITING or (isinstance(flow, Scene) and flow.writes)
    meant = meaning(message, offered)
    return (parse_payload(meant)[0] if meant else message.intent) in WRITING


def _message(latest: dict[str, Any]) -> Message:
    """Read the engine's message; a menu button may carry the sentence that it stands for."""
    found = latest.get("entities") or ()
    marked = tuple(Entity(e["entity"], (e["start"], e["end"])) for e in found if "start" in e)
    entities = {e["entity"]: e["value"] for e in found if "start" not in e}
    intent = latest.get("intent") or {}
    return Message(
        text=entities.pop("text", latest.get("text") or ""),
        intent=intent.get("name") or "nlu_fallback",
        confidence=intent.get("confidence", 1.0),
        ranking=tuple(i["name"] for i in latest.get("intent_ranking") or ()),
        entities=entities,
        marked=marked,
    )


def _refused(language: str, denied: Denied) -> list[dict[str, Any]]:
    of_subject = f"denied_{denied.reason}_{denied.subject}"
    known = of_subject in wording()
    said = _sorry(language, of_subject if known else f"denied_{denied.reason}")
    return [reply | {"custom": {"data": {"status": "forbidden"}}} for reply in said]


def _sorry(language: str, response: str, *buttons: Button) -> list[dict[str, Any]]:
    said = wording().say(response, language)
    return [{"text": said.text, "buttons": [b.as_dict() for b in (*buttons, *said.buttons)]}]


def _again(tracker: Tracker, language: str) -> Iterator[Button]:
    """Offer the card's yes once more: the button that was pressed is spent."""
    draft = Draft.from_slot(tracker.get_slot("draft"))
    if draft and draft.asked == CARD:
        yield Button(wording().say("confirm", language).text, payload("affirm", draft))
