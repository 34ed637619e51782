"""Files that people sent or that were made for them; the bytes lie below `DAKEHU_HOME`."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dakehu.storage.tables.base import Base, Deletable, Key


class File(Deletable, Base):
    """A file of one person; `sha256` is its content's address in the store."""

    __tablename__ = "file"

    id: Mapped[Key]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    created_at: Mapped[datetime]
