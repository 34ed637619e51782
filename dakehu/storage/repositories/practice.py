"""Rounds of practice in the database."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from dakehu.coaching.practice.records import Begun, Round, Tally, Turn
from dakehu.codes import PracticeState
from dakehu.people import Reach
from dakehu.storage.repositories.shared import change, first_to_write, local, within
from dakehu.storage.tables import PracticeRound, PracticeTurn


class SqlPractice:
    """Implements `dakehu.coaching.practice.records.Practice`."""

    def __init__(self, session: Session, zone: tzinfo) -> None:
        self._session = session
        self._zone = zone

    def get(self, round_id: int) -> Round | None:
        """Find a round."""
        row = self._session.get(PracticeRound, round_id)
        return self._round(row) if row else None

    def begin(
        self, begun: Begun, staff_id: int, message_id: str | None, now: datetime
    ) -> Round | None:
        """Begin a round; None when the same message began one in the meantime."""
        row = PracticeRound(
            staff_id=staff_id,
            scenario=begun.scenario,
            language=begun.language,
            state=PracticeState.OPEN,
            started_at=now,
            source_message_id=message_id,
        )
        added = first_to_write(self._session, lambda: self._session.add(row))
        return self._round(row) if added else None

    def turns(self, round_id: int) -> list[Turn]:
        """List a round's turns in their order."""
        found = select(PracticeTurn).where(PracticeTurn.round_id == round_id)
        rows = self._session.scalars(found.order_by(PracticeTurn.position))
        return [_turn(row) for row in rows]

    def answered(self, message_id: str) -> tuple[Round, Turn] | None:
        """Find the turn that a message made."""
        found = (
            select(PracticeRound, PracticeTurn)
            .join(PracticeTurn, PracticeTurn.round_id == PracticeRound.id)
            .where(PracticeTurn.source_message_id == message_id)
        )
        row = self._session.execute(found).first()
        return (self._round(row[0]), _turn(row[1])) if row else None

    def add(self, round_id: int, position: int, turn: Turn, message_id: str | None) -> bool:
        """Add a turn; False when the same message or another one took its place."""
        row = PracticeTurn(
            round_id=round_id, position=position, source_message_id=message_id, **vars(turn)
        )
        return first_to_write(self._session, lambda: self._session.add(row))

    def finish(self, round_id: int, now: datetime, score: int, parts: Mapping[str, int]) -> None:
        """Mark a round as done and keep its score."""
        closed = {"state": PracticeState.DONE, "finished_at": now}
        self._change(round_id, closed | {"score": score, "parts": dict(parts)})

    def leave(self, round_id: int, now: datetime) -> None:
        """Mark a round as left."""
        self._change(round_id, {"state": PracticeState.LEFT, "finished_at": now})

    def open(self, staff_id: int) -> list[Round]:
        """List somebody's open rounds, the latest first."""
        found = _of(staff_id, PracticeState.OPEN)
        return self._list(found.order_by(PracticeRound.started_at.desc(), PracticeRound.id.desc()))

    def done(self, staff_id: int) -> list[Round]:
        """List the rounds that somebody played to their review, the earliest first."""
        found = _of(staff_id, PracticeState.DONE)
        return self._list(found.order_by(PracticeRound.finished_at, PracticeRound.id))

    def tallies(self, reach: Reach, start: datetime, end: datetime) -> list[Tally]:
        """Sum up the rounds that people finished in a period, by person."""
        score, finished = PracticeRound.score, PracticeRound.finished_at
        found = (
            select(
                PracticeRound.staff_id,
                func.count(),
                func.avg(score),
                func.max(score),
                func.max(finished),
            )
            .where(within(PracticeRound.staff_id, reach), finished >= start, finished < end)
            .where(PracticeRound.state == PracticeState.DONE)
            .group_by(PracticeRound.staff_id)
        )
        return [
            Tally(staff_id, rounds, float(average), best, local(last, self._zone))
            for staff_id, rounds, average, best, last in self._session.execute(found)
        ]

    def _change(self, round_id: int, values: Mapping[str, Any]) -> None:
        change(self._session.get_one(PracticeRound, round_id), values)
        self._session.flush()

    def _list(self, found: Select[PracticeRound]) -> list[Round]:
        return [self._round(row) for row in self._session.scalars(found)]

    def _round(self, row: PracticeRound) -> Round:
        return Round(
            row.id,
            row.staff_id,
            row.scenario,
            row.language,
            row.state,
            local(row.started_at, self._zone),
            local(row.finished_at, self._zone) if row.finished_at else None,
            row.score,
            row.parts,
        )


def _of(staff_id: int, state: PracticeState) -> Select[PracticeRound]:
    return select(PracticeRound).where(
        PracticeRound.staff_id == staff_id, PracticeRound.state == state
    )


def _turn(row: PracticeTurn) -> Turn:
    return Turn(row.said, row.question, row.fact, row.reply)
