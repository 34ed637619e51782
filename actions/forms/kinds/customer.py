"""A customer, and the person there."""

from dataclasses import dataclass
from typing import Any

from actions.forms.draft import Draft, Option
from actions.forms.field import Found, Reading, Unclear
from actions.turn import Turn
from dakehu import customer
from dakehu.language.names import NameMatch

CLEARLY = 0.1
"""A name that fits worse by this much is not meant."""

NAMING = ("inform", "find_customer", "add_customer", "out_of_scope", "nlu_fallback")
"""What the model takes a bare name for."""

TEXT_AROUND = 1
"""An answer that is nothing else may have this many characters around the name."""


@dataclass(frozen=True)
class Customer:
    """One of the person's customers, as JSON `{"id", "name"}`."""

    def read(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Find the customer that is meant; several or none are asked about."""
        narrowed = self._narrow(text, turn, draft)
        if narrowed:
            return narrowed
        matches = turn.names.find(text)
        if matches:
            return reading_of(matches, text, turn)
        words = text.strip(" ，。,.!！")
        named = not _means_something_else(turn) and _looks_like_a_name(words, draft)
        return Unclear(words, whole=False) if named else None

    def _narrow(self, text: str, turn: Turn, draft: Draft) -> Reading:
        """Choose among the customers that were offered by region, trade or level."""
        offered = [o["value"] for o in draft.unclear.get("customer", {}).get("options", ())]
        fits = []
        for one in offered:
            facts = customer.get(turn.desk, one["id"])
            known = (facts.region, facts.industry, *facts.aliases)
            if any(fact and fact in text for fact in known):
                fits.append(one)
        return Found(fits[0]) if len(fits) == 1 else None

    def show(self, value: Any, turn: Turn) -> str:
        """Show the customer's name."""
        return str(value["name"])

    def options(self, turn: Turn, draft: Draft) -> list[Option]:
        """Offer the customers seen or planned of late."""
        return [
            Option(turn.names.display[i], {"id": i, "name": turn.names.display[i]})
            for i in customer.recent(turn.desk)
            if i in turn.names.display
        ]


def best_of(matches: list[NameMatch[int]]) -> list[NameMatch[int]]:
    """Keep who may be meant by the first name: a registered name beats what only resembles it."""
    first = [m for m in matches if m.span == matches[0].span]
    return [m for m in first if m.score > first[0].score - CLEARLY]


def reading_of(matches: list[NameMatch[int]], text: str, turn: Turn) -> Reading:
    """Take one match, or ask which of several."""
    best = best_of(matches)
    whole = len(matches[0].form) + TEXT_AROUND >= len(text.strip())
    values = {m.id: {"id": m.id, "name": turn.names.display[m.id]} for m in best}
    if len(values) == 1:
        return Found(values[best[0].id], whole)
    said = text[slice(*best[0].span)]
    return Unclear(said, [Option(str(v["name"]), v) for v in values.values()], whole)


def _means_something_else(turn: Turn) -> bool:
    """Tell whether the model is sure that a message is no answer (下周再去一趟吧)."""
    message = turn.message
    if message.intent == "edit_field":
        return True
    return message.intent not in NAMING and message.sure


def _looks_like_a_name(words: str, draft: Draft) -> bool:
    """Only a short answer to the very question names a customer that is not there."""
    asked = draft.asked in ("customer", "?unknown_customer")
    return asked and 2 <= len(words) <= 40 and any(c.isalnum() for c in words)
