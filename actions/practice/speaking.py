"""What the customer says, and the opening of a round."""

from actions.forms.asking import choices
from actions.forms.draft import Draft, Option
from actions.turn import Turn
from dakehu.coaching.practice import Scenario

SAID = "said"
"""What `asked` says while the customer waits for a question."""


def open_scene(turn: Turn, draft: Draft, scenario: Scenario) -> None:
    """Say whom the bot plays, where one stands, and the customer's first words."""
    language = draft.values["language"]
    persona = scenario.persona
    turn.say(
        "practice_opening",
        title=scenario.title.of(turn.language),
        about=scenario.about.of(turn.language),
        name=persona.name.of(turn.language),
        role=persona.role.of(turn.language),
        company=persona.company.of(turn.language),
        character=persona.character.of(turn.language),
        setting=turn.phrase(f"practice_{scenario.setting}"),
    )
    customer_says(turn, draft, scenario, scenario.opening.of(language))


def customer_says(
    turn: Turn, draft: Draft, scenario: Scenario, words: str, *, ways: bool = True
) -> None:
    """Say the customer's words, with the ways out of the round as buttons."""
    options = [Option(turn.phrase(f"practice_button_{way}"), way) for way in ("stop", "pause")]
    draft.ask(SAID, options if ways else [])
    name = scenario.persona.name.of(draft.values["language"])
    turn.say("practice_reply", *choices(draft), name=name, reply=words)
