"""The scene of practice: choosing a scenario, playing a round, showing results."""

from collections.abc import Mapping

from actions.forms.draft import Draft
from actions.forms.field import Field, Found, Reading
from actions.forms.kinds.text import Text
from actions.forms.scene import Scene
from actions.practice import choosing, playing
from actions.practice.wishes import command_of, wishes
from actions.turn import Turn
from dakehu.access import Task


class PracticeFlow(Scene):
    """A round with a customer that the bot plays: each message is said to them.

    The draft holds `want` while it is asked what becomes of an open round, `scenario` (with
    `language` and, from the first question on, `round`) while one is played, else neither. All
    else is built anew from the database, so that a round outlives whatever the engine forgets.
    """

    name = "practice"
    task = Task.PRACTISE
    intents = ("practise",)
    fields = (Field("do", Text()), Field("wish", Text()))
    writes = True

    def read(self, text: str, turn: Turn, draft: Draft) -> Mapping[str, Reading]:
        """Read what the sentence asks for: a scenario, the last round, scores."""
        return {name: Found(value, whole=False) for name, value in wishes(text).items()}

    def go_on(self, turn: Turn, draft: Draft) -> None:
        """Say where practice stands."""
        if "want" in draft.values:
            choosing.ask_about_open(turn, draft)
        elif "scenario" in draft.values and not playing.is_closed(turn, draft):
            playing.stand(turn, draft)
        else:
            choosing.begin(turn, draft)

    def take(self, turn: Turn, draft: Draft) -> bool:
        """Take a message as a choice, or as said to the customer; other tasks' buttons go on."""
        if _begins_something_else(turn, self.intents):
            return False
        if (wish := self._wish(turn, draft)) is not None:
            draft.values = wish
            choosing.begin(turn, draft)
            return True
        if "want" in draft.values:
            return choosing.answer_about_open(turn, draft)
        if "scenario" in draft.values:
            playing.play(turn, draft)
            return True
        return choosing.choose(turn, draft)

    def _wish(self, turn: Turn, draft: Draft) -> dict[str, str] | None:
        """Return what a button of practice stands for, or a word in a round for other scenarios."""
        if turn.message.intent in self.intents and turn.message.entities:
            return dict(turn.message.entities)
        playing_one = "scenario" in draft.values
        return {} if playing_one and command_of(turn.message.text) == "list" else None


def _begins_something_else(turn: Turn, own: tuple[str, ...]) -> bool:
    """Tell whether a button was pressed that is of another task: it has no words of its own."""
    message = turn.message
    others = {intent for flow in turn.flows.values() for intent in flow.intents} | {*turn.topics}
    pressed = bool(message.entities) or not message.text
    return pressed and message.intent in others - {*own}
