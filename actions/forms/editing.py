"""A message read as a correction: "时间改成上午十点", "not Wang, Li", stepping back."""

from actions.forms.asking import ask_field, ask_what_to_change, proceed, refuse
from actions.forms.draft import CARD, Draft
from actions.forms.field import Field, Found, Reading, Refused, Unclear
from actions.forms.flow import Flow
from actions.turn import Turn
from dakehu.handbook.codes import words
from dakehu.language.extraction import Edit, parse_edit


def edit(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Change what the message corrects; False when it corrects nothing."""
    if "field" in turn.message.entities:
        return _edit_pressed(turn, flow, draft, str(turn.message.entities["field"]))
    labels = words(f"{flow.name}_field")
    edits = [e for e in parse_edit(turn.message.text, labels) if _relevant(turn, flow, e)]
    before = dict(draft.values)
    for one in edits:
        if not _apply(turn, flow, draft, one):
            return True
    if edits:
        acknowledge(turn, flow, draft, before)
        proceed(turn, flow, draft)
    return bool(edits)


def acknowledge(turn: Turn, flow: Flow, draft: Draft, before: dict[str, object]) -> None:
    """Say what was changed where no card will show it."""
    if draft.asked == CARD:
        return
    lines = [
        f"{turn.label(f'{flow.name}_field', f.name)}{turn.phrase('colon')}"
        f"{f.kind.show(draft.values[f.name], turn)}"
        for f in flow.fields
        if f.name in draft.values and draft.values[f.name] != before.get(f.name)
    ]
    if lines:
        turn.say("changed", lines=turn.phrase("comma").join(lines))


def step_back(turn: Turn, flow: Flow, draft: Draft) -> None:
    """Reopen the field that was answered last."""
    turn.draft = draft
    name = draft.order[-1] if draft.order else None
    field = flow.field(name) if name else None
    if name and field:
        draft.drop(name)
        ask_field(turn, flow, draft, field)
    else:
        turn.say("nothing_before")
        proceed(turn, flow, draft)


def _edit_pressed(turn: Turn, flow: Flow, draft: Draft, name: str) -> bool:
    field = flow.field(name)
    if field:
        turn.draft = draft
        ask_field(turn, flow, draft, field)
    else:
        ask_what_to_change(turn, flow, draft)
    return True


def _relevant(turn: Turn, flow: Flow, one: Edit) -> bool:
    """Without a field's name, only what the model takes for a correction is one."""
    return bool(one.field and flow.field(one.field)) or turn.message.intent in (
        "edit_field",
        "deny",
    )


def _apply(turn: Turn, flow: Flow, draft: Draft, one: Edit) -> bool:
    """Make one change; False when the bot has to ask instead."""
    if one.field and not one.new_text:
        draft.drop(one.field)
        return True
    name, reading = _find(turn, flow, draft, one)
    field = flow.field(name) if name else None
    if field and isinstance(reading, Found):
        draft.put(field.name, reading.value)
        flow.changed(draft, field.name)
        return True
    if field and isinstance(reading, Unclear):
        draft.drop(field.name)
        draft.unclear[field.name] = {"text": reading.text, "options": _plain(reading)}
        return True
    if field and reading is None and one.new_text.strip():
        turn.say("puzzled")
    _ask_instead(turn, flow, draft, field, reading)
    return False


def _find(turn: Turn, flow: Flow, draft: Draft, one: Edit) -> tuple[str | None, Reading]:
    """Find the field that a correction is for, and its new value."""
    named = flow.field(one.field) if one.field else None
    if named:
        return named.name, named.kind.read(one.new_text, turn, draft)
    read = flow.read(one.new_text, turn, draft)
    filled = [n for n in read if n in draft.values or n in draft.unclear]
    for name in (*filled, *read):
        field = flow.field(name)
        known = field.kind.read(one.new_text, turn, draft) if field and name in filled else None
        return name, known or read[name]
    for field in flow.fields:
        if not field.open and field.name in draft.values:
            reading = field.kind.read(one.new_text, turn, draft)
            if isinstance(reading, Found | Unclear) and reading.whole:
                return field.name, reading
    return None, None


def _ask_instead(
    turn: Turn, flow: Flow, draft: Draft, field: Field | None, reading: Reading
) -> None:
    turn.draft = draft
    if field and isinstance(reading, Refused):
        refuse(turn, flow, draft, field, reading)
    elif field:
        ask_field(turn, flow, draft, field)
    else:
        ask_what_to_change(turn, flow, draft)


def _plain(reading: Unclear) -> list[dict[str, object]]:
    return [{"label": o.label, "value": o.value} for o in reading.options]
