"""Running numbers: each given out once, also to those who ask at the same moment."""

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute, Session

from dakehu.storage.tables import NumberSeries

_DIGITS = 3


def next_number(session: Session, prefix: str, column: InstrumentedAttribute[str]) -> str:
    """Return the next number under a prefix, e.g. V20261124-001, of at least three digits.

    It is given out for good when the transaction commits; until then others wait for it.

    Args:
        session: The transaction that uses the number.
        prefix: What stands before the running number.
        column: Where the numbers are used; what is there already is counted when a prefix is
            used for the first time.
    """
    start = 0
    if session.get(NumberSeries, prefix) is None:
        start = _highest(session, prefix, column)
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    given = session.scalar(
        insert(NumberSeries)
        .values(prefix=prefix, last=start + 1)
        .on_conflict_do_update(
            index_elements=[NumberSeries.prefix], set_={"last": NumberSeries.last + 1}
        )
        .returning(NumberSeries.last)
    )
    return f"{prefix}{given:0{_DIGITS}d}"


def _highest(session: Session, prefix: str, column: InstrumentedAttribute[str]) -> int:
    used = (
        select(column)
        .where(column.startswith(prefix, autoescape=True))
        .order_by(func.length(column).desc(), column.desc())
        .limit(1)
    )
    highest = session.scalar(used)
    return int(highest.removeprefix(prefix)) if highest else 0
