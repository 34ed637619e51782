"""What a form says next: an open question of the rules, a missing field, or the card."""

import json

from actions.forms.draft import CARD, Draft, Option
from actions.forms.field import Field, Refused
from actions.forms.flow import Flow, Question
from actions.forms.scene import Scene
from actions.turn import Turn
from actions.wording import Button, wording
from dakehu.problems import Problem

MAX_OPTIONS = 8
"""More buttons than this are no help on a phone."""


def proceed(turn: Turn, flow: Flow, draft: Draft) -> None:
    """Ask for what the draft needs next, or show its card; a scene says where it stands."""
    turn.draft = draft
    if isinstance(flow, Scene):
        flow.go_on(turn, draft)
    elif unclear := next(iter(draft.unclear), None):
        _ask_which(turn, flow, draft, unclear)
    elif problem := next(iter(flow.problems(turn, draft)), None):
        _ask_again(turn, flow, draft, problem)
    elif question := flow.review(turn, draft):
        _ask_question(turn, flow, draft, question)
    elif missing := next(iter(flow.needs(draft)), None):
        ask_field(turn, flow, draft, missing)
    else:
        show_card(turn, flow, draft)


def repeat(turn: Turn, flow: Flow, draft: Draft) -> None:
    """Ask again what was being asked, after a digression."""
    wanted = flow.field(draft.asked)
    if wanted and wanted.name not in draft.unclear:
        turn.draft = draft
        ask_field(turn, flow, draft, wanted)
    else:
        proceed(turn, flow, draft)


def _ask_again(turn: Turn, flow: Flow, draft: Draft, problem: Problem) -> None:
    """Drop a value that the rules refuse, say why, and ask for it anew."""
    wanted = flow.field(problem.field)
    assert wanted is not None, f"{flow.name} has no field {problem.field}"
    draft.drop(problem.field)
    refused = Refused(f"problem_{problem.code}", {"limit": problem.limit})
    refuse(turn, flow, draft, wanted, refused)


def ask_field(turn: Turn, flow: Flow, draft: Draft, wanted: Field) -> None:
    """Ask for one field, with buttons for likely answers; typing always works too."""
    options = wanted.kind.options(turn, draft)[:MAX_OPTIONS]
    draft.ask(wanted.name, options)
    turn.say(f"ask_{flow.name}_{wanted.name}", *choices(draft), **_known(draft))


def refuse(turn: Turn, flow: Flow, draft: Draft, wanted: Field, refused: Refused) -> None:
    """Say why an answer cannot be taken and ask for it again; the rest of the draft stays."""
    turn.draft = draft
    options = wanted.kind.options(turn, draft)[:MAX_OPTIONS]
    draft.ask(wanted.name, options)
    turn.say(refused.response, *choices(draft), **refused.values)


def show_card(turn: Turn, flow: Flow, draft: Draft) -> None:
    """Show all fields and ask for a yes."""
    draft.ask(CARD)
    lines = [
        f"{turn.label(f'{flow.name}_field', f.name)}{turn.phrase('colon')}"
        f"{f.kind.show(draft.values[f.name], turn)}"
        for f in flow.fields
        if f.name in draft.values
    ]
    turn.say(
        f"{flow.name}_card",
        turn.press("confirm", payload("affirm", draft)),
        turn.press("edit", payload("edit_field", draft, field="")),
        turn.press("cancel", payload("cancel", draft)),
        lines="\n".join(lines),
        empty=flow.remarks(turn, draft) + _empty(turn, flow, draft),
    )


def ask_what_to_change(turn: Turn, flow: Flow, draft: Draft) -> None:
    """Offer the fields of the card as buttons."""
    turn.draft = draft
    draft.ask(CARD)
    fields = [
        Button(turn.label(f"{flow.name}_field", f.name), payload("edit_field", draft, field=f.name))
        for f in flow.fields
    ]
    turn.say("ask_what_to_change", *fields)


def _ask_which(turn: Turn, flow: Flow, draft: Draft, name: str) -> None:
    """Ask which of several was meant."""
    unclear = draft.unclear[name]
    options = [Option(**o) for o in unclear["options"]]
    if options:
        draft.ask(name, options)
        turn.say(f"which_{name}", *choices(draft), text=unclear["text"])
    else:
        _ask_unknown(turn, flow, draft, name, unclear["text"])


def _ask_unknown(turn: Turn, flow: Flow, draft: Draft, name: str, text: str) -> None:
    """Say that a name was not found; offer to create it or to name another."""
    create = Option(turn.phrase(f"create_{name}", text=text), text)
    draft.ask(f"?unknown_{name}", [create, Option(turn.phrase("name_another"), None)])
    turn.say(f"unknown_{name}", *choices(draft), text=text)


def _ask_question(turn: Turn, flow: Flow, draft: Draft, question: Question) -> None:
    draft.ask(f"?{question.key}", list(question.options))
    name = f"{flow.name}_{question.key}"
    response = name if name in wording() else question.key
    turn.say(response, *choices(draft), **question.values)


def payload(intent: str, draft: Draft, **entities: object) -> str:
    """What a button of this question or card stands for; a later one makes it stale."""
    return f"/{intent}{json.dumps({**entities, 'revision': draft.revision})}"


def choices(draft: Draft) -> list[Button]:
    """Make a button of each option of the question."""
    return [
        Button(o.label, payload("inform", draft, choice=i)) for i, o in enumerate(draft.options)
    ]


def _known(draft: Draft) -> dict[str, str]:
    """What a question may name: the customer it is about."""
    customer = draft.values.get("customer")
    return {"customer": customer["name"] if customer else ""}


def _empty(turn: Turn, flow: Flow, draft: Draft) -> str:
    """Name the optional fields that are still empty, for the card's last line."""
    names = [turn.label(f"{flow.name}_field", f.name) for f in flow.unfilled(draft)]
    if not names:
        return ""
    return "\n" + turn.phrase("still_empty", fields=turn.phrase("comma").join(names))
