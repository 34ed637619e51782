"""Figures of questions and openers as they are said, listed, drawn and told to programs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from actions.period import show_period
from actions.turn import Turn
from dakehu.coaching.effect import ENOUGH, Asked, Dimension, Effect, Line
from dakehu.codes import Role
from dakehu.documents.chart import Bar
from dakehu.handbook.codes import codes

MOST = 24
"""Lines of a table, and bars of a chart, that a telephone can show."""

_LABELS = {"stage": "effect_stage", "level": "effect_level"}


@dataclass(frozen=True)
class Shown:
    """An answer in the person's language."""

    turn: Turn
    effect: Effect

    @property
    def of_team(self) -> bool:
        """Whether there is a team to be split by people."""
        return self.turn.desk.person.role is Role.MANAGER

    @property
    def shortened(self) -> bool:
        """Whether only the first of each group is listed."""
        asked = self.effect.asked
        return bool(asked.by) and not asked.compares_groups and len(self.effect.lines) > MOST

    @cached_property
    def lines(self) -> list[Line]:
        """The lines that are listed."""
        return self.effect.leaders() if self.shortened else list(self.effect.lines)

    @cached_property
    def period(self) -> str:
        """When."""
        asked = self.effect.asked
        start, end = date.fromisoformat(asked.start), date.fromisoformat(asked.end)
        return show_period(start, end, self.turn)

    @cached_property
    def scope(self) -> str:
        """Whose figures they are, and what they are narrowed down to."""
        asked, turn = self.effect.asked, self.turn
        whose = self.effect.person or turn.phrase(f"effect_of_{'team' if self.of_team else 'me'}")
        kinds = ("industry", "region", "stage", "level")
        told = [self._code(kind, code) for kind in kinds if (code := getattr(asked, kind))]
        customers = [turn.names.display.get(key, "") for key in asked.customers]
        return turn.phrase("comma").join(filter(None, [whose, *told, *customers]))

    @property
    def title(self) -> str:
        """What the chart is of."""
        return f"{self.turn.label('effect_metric', self.effect.asked.metric)} · {self.period}"

    @property
    def values(self) -> dict[str, str]:
        """What the sentence says of its line."""
        asked, turn, line = self.effect.asked, self.turn, self._told
        common = {"period": self.period, "scope": self.scope, "enough": str(ENOUGH)}
        common |= {"metric": turn.label("effect_metric", asked.metric)}
        common |= {"worked": turn.phrase(f"effect_worked_{asked.metric}")}
        common |= {"remarks": "".join(turn.phrase(f"effect_{name}") for name in self._remarks())}
        if line is None:
            return common
        tally = line.tally
        counts = {"cases": str(tally.cases), "successes": str(tally.successes)}
        return common | counts | {"name": self.name(line), "rate": f"{tally.rate:.0%}"}

    @property
    def said(self) -> str:
        """The response that says it."""
        if not self.effect.lines:
            return "effect_none"
        if len(self.effect.lines) == 1:
            return "effect_single"
        if self.effect.best is None:
            return "effect_few"
        return "effect_lowest" if self.effect.asked.lowest else "effect_best"

    @property
    def table(self) -> dict[str, Any]:
        """The lines as a table for people."""
        columns = [self.turn.label("effect_column", name) for name in self._columns()]
        return {"columns": columns, "rows": [self._row(line) for line in self.lines]}

    @property
    def bars(self) -> list[Bar]:
        """The lines as bars."""
        return [self._bar(line) for line in self.lines[:MOST]]

    def data(self, text: str) -> dict[str, Any]:
        """Return the whole answer for programs (contract §6)."""
        asked = self.effect.asked
        return {
            "metric": [str(asked.metric)],
            "period": {"start": asked.start, "end": asked.end},
            "scope": self.scope,
            "columns": [str(asked.metric) if c == "rate" else c for c in self._columns()],
            "rows": [self._figures(line) for line in self.effect.lines],
            "text": text,
            "chart": None,
            "status": "answered",
        }

    def name(self, line: Line) -> str:
        """Name a line: its group, its technique, or both."""
        return " · ".join(filter(None, (self.group(line), self._technique(line))))

    def group(self, line: Line) -> str:
        """Name a line's group."""
        by = self.effect.asked.by
        if by is None:
            return ""
        code = line.name or line.tally.group
        return self._code(by, str(code)) if code else self.turn.phrase("effect_unknown")

    def narrowed(self, line: Line) -> Asked | None:
        """Return the question narrowed down to a line's group; one without a name has none."""
        asked, group = self.effect.asked, line.tally.group
        if asked.by is None or group is None:
            return None
        field = "person" if asked.by is Dimension.SPECIALIST else str(asked.by)
        return replace(asked, by=None, **{field: group})  # type: ignore[arg-type]

    @property
    def _told(self) -> Line | None:
        return self.effect.best or next(iter(self.effect.lines), None)

    def _remarks(self) -> Iterator[str]:
        asked = self.effect.asked
        told = {
            "too_few_to_tell": self.said == "effect_single" and self.effect.best is None,
            "first_of_each": self.shortened,
            "own_only": self.effect.own_only,
            "no_growth": asked.growth,
            "default_period": not asked.dated,
        }
        return (name for name, holds in told.items() if holds)

    def _columns(self) -> list[str]:
        asked = self.effect.asked
        by = [str(asked.by)] if asked.by else []
        return [*by, *([asked.metric.technique] if asked.each else []), "rate", "cases", "rank"]

    def _row(self, line: Line) -> list[str]:
        rank = str(line.rank) if line.rank else self.turn.phrase("effect_too_few")
        named = filter(None, (self.group(line), self._technique(line)))
        return [*named, f"{line.tally.rate:.0%}", str(line.tally.cases), rank]

    def _figures(self, line: Line) -> list[object]:
        tally, asked = line.tally, self.effect.asked
        by = [line.name or tally.group] if asked.by else []
        each = [tally.technique] if asked.each else []
        return [*by, *each, round(tally.rate, 4), tally.cases, line.rank]

    def _bar(self, line: Line) -> Bar:
        rate, cases = f"{line.tally.rate:.0%}", f"{line.tally.cases:,}"
        note = self.turn.phrase("effect_note", rate=rate, cases=cases)
        return Bar(self.name(line), line.tally.rate, note, pale=line.rank is None)

    def _technique(self, line: Line) -> str:
        technique = line.tally.technique
        kind = self.effect.asked.metric.technique
        return self.turn.label(kind, technique) if technique else ""

    def _code(self, kind: str, code: str) -> str:
        """Name a code; a trade that the handbook does not know is its own name."""
        named = _LABELS.get(kind, kind)
        known = named in ("industry", "region", *_LABELS.values()) and code in codes(named)
        return self.turn.label(named, code) if known else code
