"""A round: the opening, what the customer answers, a pause, the end."""

from actions.forms.answering import choice_of
from actions.forms.draft import Draft
from actions.forms.shelf import offer_back
from actions.practice import results, reviewing, speaking
from actions.practice.wishes import command_of
from actions.turn import Turn
from dakehu.coaching import check_wording, practice, question_type
from dakehu.coaching.practice import Begun, Played, Round
from dakehu.codes import Language, PracticeState, Question


def start(turn: Turn, draft: Draft, scenario: str) -> None:
    """Open a scenario; the round is kept from its first question on."""
    _forget_shelved(turn, draft)
    draft.values = {"scenario": scenario, "language": turn.language}
    stand(turn, draft)


def take_up(turn: Turn, draft: Draft, kept: Round, *, end: bool = False) -> None:
    """Go on with a round that is kept, or close it."""
    _forget_shelved(turn, draft)
    language = str(kept.language)
    draft.values = {"scenario": kept.scenario, "language": language, "round": kept.id}
    if end:
        finish(turn, draft)
    else:
        stand(turn, draft)


def is_closed(turn: Turn, draft: Draft) -> bool:
    """Tell whether the round was closed meanwhile: while it waited, it could be gone on with."""
    kept = draft.values.get("round")
    return kept is not None and (
        practice.played(turn.desk, kept).round.state is not PracticeState.OPEN
    )


def stand(turn: Turn, draft: Draft) -> None:
    """Say where the round stands: at its opening, or after the customer's last words."""
    scenario = practice.scenarios()[draft.values["scenario"]]
    if "round" not in draft.values:
        speaking.open_scene(turn, draft, scenario)
        return
    at = practice.played(turn.desk, draft.values["round"])
    title, found = scenario.title.of(turn.language), len(at.state.revealed)
    turn.say("practice_standing", title=title, count=len(at.turns), found=found)
    speaking.customer_says(turn, draft, scenario, at.turns[-1].reply)


def play(turn: Turn, draft: Draft) -> None:
    """Take a message as a word to the coach, or as said to the customer."""
    pressed = choice_of(turn, draft) if turn.message.entities else None
    match pressed.value if pressed else command_of(turn.message.text):
        case "stop":
            finish(turn, draft)
        case "pause":
            _pause(turn, draft)
        case "help":
            turn.topics["help"](turn)
            stand(turn, draft)
        case "scores":
            results.show(turn)
            stand(turn, draft)
        case "resume":
            stand(turn, draft)
        case _:
            _say_to_customer(turn, draft)


def finish(turn: Turn, draft: Draft) -> None:
    """Close the round with its review."""
    turn.draft = None
    scenario = practice.scenarios()[draft.values["scenario"]]
    if "round" in draft.values:
        seen = practice.finish(turn.desk, draft.values["round"], check_wording)
        reviewing.show(turn, draft.values["scenario"], seen, draft.values["language"])
    else:
        turn.say("practice_nothing_asked", title=scenario.title.of(turn.language))
    offer_back(turn)


def _say_to_customer(turn: Turn, draft: Draft) -> None:
    """Have the customer answer; what nobody could answer is not counted."""
    said = turn.message.text.strip()
    if not practice.is_speech(said):
        turn.say("practice_empty")
    elif len(said) > practice.LONGEST:
        turn.say("practice_long", limit=practice.LONGEST)
    else:
        at = practice.ask(turn.desk, _begun(draft), said, _type_of)
        draft.values["round"] = at.round.id
        _answer(turn, draft, at)


def _answer(turn: Turn, draft: Draft, at: Played) -> None:
    reply = at.turns[-1].reply
    if not at.over:
        speaking.customer_says(turn, draft, at.scenario, reply)
        return
    speaking.customer_says(turn, draft, at.scenario, reply, ways=False)
    finish(turn, draft)


def _pause(turn: Turn, draft: Draft) -> None:
    """Leave the round as it is; one without a question is not kept at all."""
    turn.draft = None
    title = practice.scenarios()[draft.values["scenario"]].title.of(turn.language)
    if "round" in draft.values:
        go_on = turn.press("practice_resume", '/practise{"do": "resume"}')
        turn.say("practice_paused", go_on, title=title)
    else:
        turn.say("practice_nothing_asked", title=title)
    offer_back(turn)


def _begun(draft: Draft) -> Begun | int:
    kept: int | None = draft.values.get("round")
    return kept or Begun(draft.values["scenario"], Language(draft.values["language"]))


def _type_of(said: str) -> Question:
    return question_type(said).type


def _forget_shelved(turn: Turn, draft: Draft) -> None:
    """Drop practice from what waits: what is kept of it is in the database."""
    turn.shelf = [waiting for waiting in turn.shelf if waiting.flow != draft.flow]
