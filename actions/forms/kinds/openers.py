"""The openers that were used, and whether they worked."""

from dataclasses import dataclass
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading
from actions.turn import Turn
from dakehu.handbook.codes import codes, find

ENGAGED = {"worked": True, "flat": False}


@dataclass(frozen=True)
class Openers:
    """Openers of handbook §5 as JSON `[{"opener", "engaged"}]`."""

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Find the openers that are named and how they went; of known ones that alone may be."""
        found = find("opener", text)
        verdict = next(iter(find("opener_verdict", text)), None)
        known = [one["opener"] for one in draft.values.get("openers", ()) if verdict]
        engaged = ENGAGED.get(verdict) if verdict else None
        named = found or known
        return Found([{"opener": o, "engaged": engaged} for o in named]) if named else None

    def show(self, value: Any, turn: Turn) -> str:
        """Show the openers' names, and whether they worked where that was told."""
        return turn.phrase("comma").join(_show(one, turn) for one in value)

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer all six."""
        return [
            Option(turn.label("opener", o), [{"opener": o, "engaged": None}])
            for o in codes("opener")
        ]


def _show(one: dict[str, Any], turn: Turn) -> str:
    name = turn.label("opener", one["opener"])
    verdict = next((v for v, engaged in ENGAGED.items() if engaged is one["engaged"]), None)
    if verdict is None:
        return name
    return turn.phrase("visit_opener", name=name, verdict=turn.label("opener_verdict", verdict))
