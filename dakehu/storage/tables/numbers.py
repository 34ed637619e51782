"""The running numbers that visits and bookings carry, e.g. V20261124-001."""

from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from dakehu.storage.tables.base import Base


class NumberSeries(Base):
    """The last number given out under a prefix such as `V20261124-`."""

    audited: ClassVar[bool] = False
    __tablename__ = "number_series"

    prefix: Mapped[str] = mapped_column(primary_key=True)
    last: Mapped[int]
