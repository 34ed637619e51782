"""What all tables share: the declarative base, column types and mixins."""

import enum
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Date,
    DateTime,
    Dialect,
    Enum,
    Float,
    Integer,
    MetaData,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, stored in UTC; takes and gives aware datetimes only."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert to UTC.

        Raises:
            ValueError: The datetime is naive, so nobody knows which moment it is.
        """
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"naive datetime {value!r}: stored times must be aware")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give an aware UTC datetime; SQLite forgets the zone, so it is put back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _words(codes: type[enum.Enum]) -> list[str]:
    return [str(code.value) for code in codes]


type Fen = int
type Json = Any
Key = Annotated[int, mapped_column(Integer, primary_key=True)]


class Base(DeclarativeBase):
    """A table. Its changes are audited unless it says otherwise."""

    audited: ClassVar[bool] = True

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: Integer,
        float: Float,
        bool: Boolean,
        str: Text,
        date: Date,
        datetime: UtcDateTime,
        Fen: BigInteger,
        Json: JSON(none_as_null=True),
        enum.StrEnum: Enum(
            enum.StrEnum,
            native_enum=False,
            create_constraint=True,
            validate_strings=True,
            length=20,
            values_callable=_words,
        ),
    }


class Deletable:
    """Nothing is ever removed: a row that is gone carries when it went."""

    deleted_at: Mapped[datetime | None]


class Versioned:
    """Every update counts the version up, and fails if someone else was faster.

    `sqlalchemy.orm.exc.StaleDataError` is what the slower one gets.
    """

    version: Mapped[int] = mapped_column(server_default=text("1"))

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}
