"""What must still hold when a message's time has come, kept beside the message as JSON."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from dakehu.notify import Row
from dakehu.storage.tables import Base


def to_json(row: Row) -> dict[str, Any]:
    """Return a condition as it is kept."""
    values = {name: _plain(value) for name, value in row.values.items()}
    return {"table": row.table, "id": row.id, "values": values}


def holds(connection: Connection, kept: Mapping[str, Any] | None) -> bool:
    """Tell whether a row still has the values that a message rests on."""
    if kept is None:
        return True
    table, wanted = Base.metadata.tables[kept["table"]], kept["values"]
    chosen = select(*(table.c[name] for name in wanted)).where(table.c.id == kept["id"])
    found = connection.execute(chosen).one_or_none()
    return found is not None and {k: _plain(v) for k, v in found._mapping.items()} == wanted


def _plain(value: object) -> object:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
