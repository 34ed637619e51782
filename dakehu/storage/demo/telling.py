"""A visit in words: method, purpose, summary, next step, satisfaction."""

from collections.abc import Mapping
from itertools import accumulate
from random import Random
from typing import Any

from dakehu.storage.demo.content import Weighted, content, weighted_names
from dakehu.storage.demo.schedule import DINNER, LUNCH
from dakehu.storage.demo.world import Company, Row

_SATISFACTION_KNOWN = 0.92
# The first contact is the one who is mostly seen, and so on.
_SPEAKERS = (6, 9, 10, 11)


class Telling:
    """Puts a visit into words by its trade, method, purpose and outcome."""

    def __init__(self, rng: Random) -> None:
        words = content("visits")
        self._rng = rng
        self._methods: Mapping[str, Any] = words["methods"]
        self._purposes: Mapping[str, Any] = words["purposes"]
        self._outcomes: Mapping[str, Any] = words["outcomes"]
        self._trades: Mapping[str, Any] = content("trades")
        self._method = weighted_names(_without(self._methods, "meal"))
        self._purpose = {status: _purposes(self._purposes, status) for status in words["statuses"]}
        self._satisfaction = {
            name: Weighted((1, 2, 3, 4, 5), list(accumulate(entry["satisfaction"])))
            for name, entry in self._outcomes.items()
        }

    def purpose(self, company: Company) -> str:
        """Return what a visit to this customer may be for."""
        return self._purpose[company.status].draw(self._rng)

    def tell(self, company: Company, minute: int, outcome: str) -> Row:
        """Return what a visit at this minute of the day was like, as columns of `visit`."""
        rng, result = self._rng, self._outcomes[outcome]
        at_table = minute in (LUNCH, DINNER)
        method = "meal" if at_table else self._method.draw(rng)
        purpose = self.purpose(company)
        odds = _SPEAKERS[: len(company.speakers)]
        speaker = rng.choices(company.speakers, cum_weights=odds)[0]
        words = self._words(company, speaker.called)
        return {
            "contact_id": speaker.id,
            "method": method,
            "purpose": purpose,
            "summary": self._summary(method, purpose, outcome).format_map(words),
            "outcome": outcome,
            "stage": self._purposes[purpose].get("stage"),
            "next_step": rng.choice(result["next_steps"]).format_map(words),
            "satisfaction": self._felt(outcome),
        }

    def _words(self, company: Company, who: str) -> dict[str, str]:
        trade = self._trades[company.trade]
        product, use = self._rng.choice(trade["products"]), self._rng.choice(trade["uses"])
        return {"who": who, "product": product, "use": use}

    def _summary(self, method: str, purpose: str, outcome: str) -> str:
        choice = self._rng.choice
        opening = choice(self._methods[method]["openings"])
        topic = choice(self._purposes[purpose]["topics"])
        return f"{opening}{topic}，{choice(self._outcomes[outcome]['results'])}。"

    def _felt(self, outcome: str) -> int | None:
        """Not every customer shows what they think."""
        known = self._rng.random() < _SATISFACTION_KNOWN
        return self._satisfaction[outcome].draw(self._rng) if known else None


def _without(entries: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: entry for key, entry in entries.items() if key != name}


def _purposes(purposes: Mapping[str, Any], status: str) -> Weighted[str]:
    return weighted_names(
        {
            name: entry
            for name, entry in purposes.items()
            if status in entry.get("statuses", (status,))
        }
    )
