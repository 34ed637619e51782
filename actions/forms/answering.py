"""A message read as an answer, as a choice among options, or as more of the story."""

from collections.abc import Mapping
from dataclasses import asdict

from actions.forms.asking import proceed, refuse
from actions.forms.draft import Draft, Option
from actions.forms.field import Field, Found, Reading, Refused, Unclear
from actions.forms.flow import Flow
from actions.forms.kinds.moment import Moment
from actions.turn import Turn
from dakehu.language.extraction import name_choice, parse_choice

Refusal = tuple[Field, Refused]


def absorb(turn: Turn, flow: Flow, draft: Draft) -> Refusal | None:
    """Take every field that a message holds into a draft; return what cannot be taken.

    A button that begins a form carries their values; its label says nothing.
    """
    if turn.message.entities:
        for name, value in turn.message.entities.items():
            if flow.field(name):
                draft.put(name, value)
        return None
    readings = dict(flow.read(turn.message.text, turn, draft))
    _amend_time(turn, flow, draft, readings)
    _take(flow, draft, readings)
    return _refusal(flow, readings)


def answer(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Take a message as the answer to what was asked, and whatever else it says.

    What was not asked only fills empty fields, unless the card is up: then the message
    is the newer word.
    """
    text, wanted = turn.message.text, _wanted(flow, draft)
    readings = dict(flow.read(text, turn, draft))
    if turn.message.intent not in ("inform", *flow.intents, *flow.absorbs):
        readings = {n: r for n, r in readings.items() if not is_open(flow, n)}
    if wanted:
        readings = {n: r for n, r in readings.items() if n == wanted.name or n not in draft.values}
        own = wanted.kind.read(text, turn, draft)
        if _is_unknown(own) and _fits_another(turn, flow, draft, wanted):
            own = None
        if own is not None and not (wanted.open and isinstance(readings.get(wanted.name), Found)):
            readings[wanted.name] = own
    _amend_time(turn, flow, draft, readings)
    refusal = _refusal(flow, readings)
    if not _take(flow, draft, readings) and not refusal:
        return False
    if refusal:
        refuse(turn, flow, draft, *refusal)
    else:
        proceed(turn, flow, draft)
    return True


def _is_unknown(reading: Reading) -> bool:
    """Tell whether words were taken for the name of something that is not there."""
    return isinstance(reading, Unclear) and not reading.options


def _fits_another(turn: Turn, flow: Flow, draft: Draft, wanted: Field) -> bool:
    """Tell whether a message answers another question than the one asked (有进展, 周二)."""
    others = (f for f in flow.fields if f is not wanted and not f.open)
    readings = (other.kind.read(turn.message.text, turn, draft) for other in others)
    return any(isinstance(r, Found) and r.whole for r in readings)


def _amend_time(turn: Turn, flow: Flow, draft: Draft, readings: dict[str, Reading]) -> None:
    """Read the one time of a message as a correction of the known one: an hour keeps its day."""
    times = [f for f in flow.fields if f.name in readings and isinstance(f.kind, Moment)]
    found = readings[times[0].name] if len(times) == 1 else None
    if isinstance(found, Found) and times[0].name in draft.values:
        readings[times[0].name] = times[0].kind.read(found.said, turn, draft) or found


def answers_whole(turn: Turn, flow: Flow, draft: Draft) -> bool:
    """Tell whether a message is an answer to what was asked and nothing else."""
    wanted = _wanted(flow, draft)
    reading = wanted.kind.read(turn.message.text, turn, draft) if wanted else None
    return isinstance(reading, Found | Unclear) and reading.whole


def choice_of(turn: Turn, draft: Draft) -> Option | None:
    """Find which of the offered options a message means: its button, number, words, yes or no."""
    message, options = turn.message, draft.options
    if "choice" in message.entities:
        return options[int(message.entities["choice"])]
    index = parse_choice(message.text, len(options)) if options else None
    if index is not None:
        return options[index]
    named = name_choice(message.text, [o.label for o in options])
    if named is not None:
        return options[named]
    if options and draft.asked[:1] in "?!":
        return {"affirm": options[0], "deny": options[-1]}.get(message.intent)
    return None


def is_open(flow: Flow, name: str) -> bool:
    """Tell whether a field takes any words."""
    field = flow.field(name)
    return field is not None and field.open


def _wanted(flow: Flow, draft: Draft) -> Field | None:
    return flow.field(draft.asked.removeprefix("?unknown_"))


def _take(flow: Flow, draft: Draft, readings: Mapping[str, Reading]) -> list[str]:
    """Put readings into the draft; return the fields that changed."""
    taken = []
    for name, reading in readings.items():
        if isinstance(reading, Found):
            draft.put(name, reading.value)
            taken.append(name)
        elif isinstance(reading, Unclear):
            draft.drop(name)
            draft.unclear[name] = asdict(reading)
            taken.append(name)
    for name in taken:
        flow.changed(draft, name)
    return taken


def _refusal(flow: Flow, readings: Mapping[str, Reading]) -> Refusal | None:
    for name, reading in readings.items():
        field = flow.field(name)
        if field and isinstance(reading, Refused):
            return field, reading
    return None
