"""What is sent instead of said: a place, a file (docs/flows/sent.md)."""

import json

from actions.forms.draft import Draft
from actions.forms.kinds.place import Place
from actions.turn import Turn
from dakehu.access import Task, may


def share_location(turn: Turn) -> None:
    """Keep a place with the visit that is being logged; else offer to log one there."""
    told = turn.message.entities
    place = {key: told.get(key) for key in ("name", "latitude", "longitude")}
    shown = Place().show(place, turn)
    if draft := _taking_a_place(turn):
        draft.put("place", place)
        turn.say("place_noted", place=shown)
    elif turn.draft:
        turn.say("place_not_here", place=shown, task=turn.phrase(f"task_{turn.draft.flow}"))
    elif may(turn.desk.person.role, Task.LOG_VISIT):
        begin = f"/log_visit{json.dumps({'place': place}, ensure_ascii=False)}"
        turn.say("place_received", turn.press("menu_log_visit", begin), place=shown)
    else:
        turn.say("place_of_no_use")


def send_file(turn: Turn) -> None:
    """Say that a file is kept."""
    turn.say("file_kept", name=turn.message.entities.get("name", ""))


def _taking_a_place(turn: Turn) -> Draft | None:
    """Return the open form that has a line for it, or the one that waits for the open form."""
    draft = turn.draft
    while draft and turn.flows[draft.flow].field("place") is None:
        draft = draft.parent
    return draft
