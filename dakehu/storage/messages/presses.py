"""Buttons that were used up: each works once."""

from collections.abc import Iterable
from datetime import timedelta
from typing import cast

from sqlalchemy import Connection, Table, insert, select

from dakehu.storage.tables import ButtonPress

BUTTON_LIFE = timedelta(hours=24)

type Place = tuple[int, int]  # the message's id in the history, the button's position in it

_press = cast(Table, ButtonPress.__table__)


def is_used(connection: Connection, place: Place) -> bool:
    """Tell whether a button was used; holding its person's lock keeps the answer true."""
    used = select(_press.c.inbox_id).filter_by(history_id=place[0], position=place[1])
    return connection.scalar(used) is not None


def used_in(connection: Connection, entry_ids: Iterable[int]) -> set[Place]:
    """Return every used button of some messages."""
    used = select(_press.c.history_id, _press.c.position)
    rows = connection.execute(used.where(_press.c.history_id.in_(list(entry_ids))))
    return {(row.history_id, row.position) for row in rows}


def use_up(connection: Connection, place: Place, inbox_id: int) -> None:
    """Use a button up for a message."""
    row = {"history_id": place[0], "position": place[1], "inbox_id": inbox_id}
    connection.execute(insert(_press), row)
