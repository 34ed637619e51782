"""Rows that the audit speaks of: finding them, and reading its plain values back."""

import enum
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, inspect
from sqlalchemy.orm import Session

from dakehu.storage.tables import (
    Base,
    Contact,
    Customer,
    CustomerAlias,
    CustomerFact,
    UtcDateTime,
    Visit,
    VisitPlan,
)
from dakehu.undo.records import Write

type Values = Mapping[str, Any]

_TABLES: dict[str, type[Base]] = {
    table.__tablename__: table
    for table in (Contact, Customer, CustomerAlias, CustomerFact, Visit, VisitPlan)
}


def find(session: Session, write: Write) -> Base:
    """Return the row that was written, as it is now."""
    table = _TABLES[write.subject]
    key: list[object] = [write.subject_id]
    if table is CustomerAlias:
        key.append(write.after["alias"])
    return session.get_one(table, key, populate_existing=True)


def parse(row: Base, plain: Values) -> dict[str, object]:
    """Return audited values as the row's columns have them; the version is the database's own."""
    columns = inspect(row).mapper.columns
    return {
        key: _value(_kind(columns[key]), value) for key, value in plain.items() if key != "version"
    }


def _kind(column: ColumnElement[Any]) -> type:
    return datetime if isinstance(column.type, UtcDateTime) else column.type.python_type


def _value(kind: type, plain: Any) -> object:
    if plain is None:
        return None
    if issubclass(kind, (datetime, date)):
        return kind.fromisoformat(plain)
    return kind(plain) if issubclass(kind, enum.Enum) else plain
