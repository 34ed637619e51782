"""Writes the demo data into an empty database, all of it or nothing."""

from collections.abc import Callable
from datetime import date, tzinfo

from sqlalchemy import Connection, Engine, exists, func, insert, select

from dakehu.storage.database import unavailable
from dakehu.storage.demo.bulk import bulk
from dakehu.storage.demo.generate import generate
from dakehu.storage.demo.world import Size
from dakehu.storage.errors import Refused
from dakehu.storage.tables import Base, Customer, Staff

Progress = Callable[[str, int], None]


def load(engine: Engine, size: Size, today: date, zone: tzinfo, progress: Progress) -> None:
    """Fill the database with demo data.

    Args:
        engine: A migrated database without customers and staff.
        size: How much to make.
        today: The day before which everything happened, local.
        zone: The department's time zone.
        progress: Told the table and the number of rows, after each batch.

    Raises:
        Refused: Somebody already works with this database; nothing was changed.
        StorageUnavailable: Locked, full or away; nothing was changed.
    """
    with unavailable(), bulk(engine) as connection:
        _check_empty(connection)
        for table, rows in generate(size, today, zone):
            if rows:
                connection.execute(insert(table), rows)
            progress(table.__tablename__, len(rows))
        _move_sequences(connection)


def is_empty(engine: Engine) -> bool:
    """Tell whether nobody works with the database yet."""
    with unavailable(), engine.connect() as connection:
        return _used_table(connection) is None


def _check_empty(connection: Connection) -> None:
    name = _used_table(connection)
    if name:
        raise Refused(f"demo data goes into an empty database; this one has rows in {name}")


def _used_table(connection: Connection) -> str | None:
    for table in (Customer, Staff):
        if connection.scalar(select(exists().select_from(table))):
            return table.__tablename__
    return None


def _move_sequences(connection: Connection) -> None:
    """Let PostgreSQL go on counting after the ids that were given here."""
    if connection.dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        if "id" in table.c:
            last = connection.scalar(select(func.max(table.c.id)))
            sequence = func.pg_get_serial_sequence(table.name, "id")
            connection.execute(select(func.setval(sequence, last)))
