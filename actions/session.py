"""Greeting, help, language, undo, and what to say when nothing is understood or open."""

import json

from actions.forms.shelf import offer_back, resume
from actions.turn import Turn
from actions.wording import Button, wording
from dakehu import people, undo
from dakehu.access import Task, may
from dakehu.codes import Language
from dakehu.handbook.codes import find

MENU = {
    "log_visit": Task.LOG_VISIT,
    "plan_visit": Task.PLAN_VISIT,
    "show_agenda": Task.SEE_AGENDA,
    "find_customer": Task.SEE_CUSTOMER,
    "recommend_question": Task.BE_COACHED,
    "recommend_opener": Task.BE_COACHED,
    "practise": Task.PRACTISE,
    "handbook_question": Task.ASK_HANDBOOK,
    "ask_data": Task.SEE_FIGURES,
    "add_customer": Task.ADD_CUSTOMER,
    "update_customer": Task.EDIT_CUSTOMER,
    "phone_guide": Task.USE_PHONE_GUIDE,
    "check_wording": Task.CHECK_WORDING,
}
"""What the menu offers, the most frequent first, and what one must be allowed to do for it."""

SHORT = 7
"""Buttons of the menu besides help, which shows all: more are no help on a phone."""


def greet(turn: Turn) -> None:
    """Say hello by name and say what can be done."""
    turn.say("greet", *menu(turn), name=turn.desk.person.name)


def goodbye(turn: Turn) -> None:
    """Say goodbye."""
    turn.say("goodbye")


def thank(turn: Turn) -> None:
    """Take thanks."""
    turn.say("thank")


def help_(turn: Turn) -> None:
    """Say what can be said: in a form about the form, else about everything one may do."""
    if turn.draft:
        own = f"help_in_{turn.draft.flow}"
        response = own if own in wording() else "help_in_form"
        turn.say(response, task=turn.phrase(f"task_{turn.draft.flow}"))
    else:
        examples = [turn.phrase(f"example_{intent}") for intent in _allowed(turn)]
        turn.say("help", *_buttons(turn, _allowed(turn)), examples="\n".join(examples))


def set_language(turn: Turn) -> None:
    """Change the person's language: the one that is named, else the other one."""
    asked = turn.message.entities.get("code") or next(
        iter(find("language", turn.message.text)), None
    )
    other = Language.EN if turn.language == Language.ZH else Language.ZH
    person = people.set_language(turn.desk, Language(asked) if asked else other)
    turn.language = str(person.language)
    turn.say("language_set")
    turn.attach(data={"language": turn.language})  # for a page whose own words follow


def undo_(turn: Turn) -> None:
    """Reverse what the person saved last, within ten minutes."""
    try:
        undone = undo.undo(turn.desk, turn.message.entities.get("of"))
    except undo.NothingToUndo:
        turn.say("nothing_to_undo")
    except undo.AlreadyUndone:
        turn.say("already_undone")
    except undo.ChangedSince:
        turn.say("changed_since")
    else:
        turn.say("undone", label=undone.label)


def resume_(turn: Turn) -> None:
    """Go on with what was put aside last."""
    if turn.shelf:
        resume(turn)
    else:
        turn.say("nothing_to_resume", *menu(turn))


def idle(turn: Turn) -> None:
    """Take a yes, a value or a correction although no form is open."""
    if turn.message.intent == "deny" and turn.offered.yes:
        turn.say("later" if turn.offered.yes == "/resume" else "left_as_it_is")
    elif turn.message.intent == "inform" and turn.names.find(turn.message.text):
        turn.topics["find_customer"](turn)
    else:
        turn.say("idle", *menu(turn))
        offer_back(turn)


def fallback(turn: Turn) -> None:
    """Say what the bot can do and offer the likeliest meanings as buttons.

    The buttons carry the sentence along, so that nothing need be typed again.
    """
    if _is_name(turn):
        turn.topics["find_customer"](turn)
        return
    name = "out_of_scope" if turn.message.intent == "out_of_scope" else "fallback"
    likely = [i for i in turn.message.ranking if i in MENU][:3]
    if name == "fallback" and likely:
        turn.say(name, *_buttons(turn, likely, text=turn.message.text))
    else:
        turn.say(name, *menu(turn))


def _is_name(turn: Turn) -> bool:
    """Tell whether a message says a customer's name and hardly more ("look up …", "查一下…")."""
    text = turn.message.text
    for start, end in (match.span for match in turn.names.find(text)):
        rest = f"{text[:start]} {text[end:]}".split()
        if len(rest) <= 2 and all(word.isascii() or len(word) <= 4 for word in rest):
            return True
    return False


def menu(turn: Turn) -> list[Button]:
    """Return buttons for what this person may do and does most often."""
    return [*_buttons(turn, _allowed(turn)[:SHORT]), turn.press("menu_help", "/help")]


def _allowed(turn: Turn) -> list[str]:
    return [i for i, task in MENU.items() if may(turn.desk.person.role, task)]


def _buttons(turn: Turn, intents: list[str], text: str = "") -> list[Button]:
    """Make a button of each intent; what was typed goes along and is read again."""
    said = json.dumps({"text": text}, ensure_ascii=False)
    return [turn.press(f"menu_{intent}", f"/{intent}{said}") for intent in intents]
