"""Rounds of practice in plain lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from statistics import fmean
from typing import Any

from dakehu.coaching.practice.records import Begun, Round, Tally, Turn
from dakehu.codes import PracticeState
from dakehu.people import Reach


@dataclass
class FakePractice:
    rows: dict[int, Round] = field(default_factory=dict)
    said: dict[int, list[tuple[Turn, str | None]]] = field(default_factory=dict)

    def get(self, round_id: int) -> Round | None:
        return self.rows.get(round_id)

    def begin(self, begun: Begun, staff_id: int, message_id: str | None, now: datetime) -> Round:
        key = len(self.rows) + 1
        state, none = PracticeState.OPEN, (None, None, None)
        self.rows[key] = Round(key, staff_id, begun.scenario, begun.language, state, now, *none)
        return self.rows[key]

    def turns(self, round_id: int) -> list[Turn]:
        return [turn for turn, _ in self.said.get(round_id, [])]

    def answered(self, message_id: str) -> tuple[Round, Turn] | None:
        made = ((k, t) for k, turns in self.said.items() for t, by in turns if by == message_id)
        return next(((self.rows[k], turn) for k, turn in made), None)

    def add(self, round_id: int, position: int, turn: Turn, message_id: str | None) -> bool:
        turns = self.said.setdefault(round_id, [])
        turns.append((turn, message_id))
        return len(turns) == position

    def finish(self, round_id: int, now: datetime, score: int, parts: Mapping[str, int]) -> None:
        self._close(round_id, state=PracticeState.DONE, finished_at=now, score=score, parts=parts)

    def leave(self, round_id: int, now: datetime) -> None:
        self._close(round_id, state=PracticeState.LEFT, finished_at=now)

    def open(self, staff_id: int) -> list[Round]:
        return self._of(staff_id, PracticeState.OPEN)[::-1]

    def done(self, staff_id: int) -> list[Round]:
        return self._of(staff_id, PracticeState.DONE)

    def tallies(self, reach: Reach, start: datetime, end: datetime) -> list[Tally]:
        return [
            Tally(staff_id, len(done), fmean(s := _scores(done)), max(s), _last(done))
            for staff_id in sorted(reach.people)
            if (done := [r for r in self.done(staff_id) if start <= (r.finished_at or end) < end])
        ]

    def _of(self, staff_id: int, state: PracticeState) -> list[Round]:
        return [r for r in self.rows.values() if r.staff_id == staff_id and r.state is state]

    def _close(self, round_id: int, **values: Any) -> None:
        self.rows[round_id] = replace(self.rows[round_id], **values)


def _scores(done: list[Round]) -> list[int]:
    return [r.score or 0 for r in done]


def _last(done: list[Round]) -> datetime:
    return max(r.finished_at for r in done if r.finished_at)
