"""Where files are kept: a row each, and the bytes once a content below `DAKEHU_HOME`."""

import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import cast

from sqlalchemy import Table, insert, select

from dakehu.storage.database import Database
from dakehu.storage.messages.connections import writing
from dakehu.storage.tables import File

_file = cast(Table, File.__table__)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that is kept."""

    id: int
    staff_id: int
    name: str
    media_type: str
    size: int
    path: Path


class FileStore:
    """Keeps people's files."""

    def __init__(self, database: Database, home: Path) -> None:
        self._database = database
        self._folder = home / "files"

    def add(self, staff_id: int, name: str, media_type: str, content: bytes) -> StoredFile:
        """Keep a file of a person; the same content is stored once."""
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if not path.exists():
            _write(path, content)
        row = {
            "staff_id": staff_id,
            "name": name,
            "media_type": media_type,
            "size": len(content),
            "sha256": digest,
            "created_at": datetime.now(UTC),
        }
        with writing(self._database) as connection:
            key = connection.scalar(insert(_file).values(**row).returning(_file.c.id))
        return StoredFile(cast(int, key), staff_id, name, media_type, len(content), path)

    def find(self, file_id: int, staff_id: int) -> StoredFile | None:
        """Return a file of a person; nobody gets another's."""
        chosen = select(_file).where(
            _file.c.id == file_id, _file.c.staff_id == staff_id, _file.c.deleted_at.is_(None)
        )
        with self._database.reading() as session:
            row = session.connection().execute(chosen).one_or_none()
        if row is None:
            return None
        path = self._path(row.sha256)
        return StoredFile(row.id, row.staff_id, row.name, row.media_type, row.size, path)

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as part:
        part.write(content)
        part.flush()
        os.fsync(part.fileno())
    Path(part.name).replace(path)
