"""What backups of both kinds share."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from dakehu.storage.errors import Refused
from dakehu.storage.migrations import HEAD

NOT_EMPTY = "the database is not empty: say --replace to give up what it holds"


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a new file that takes the path's place at the end, if all went well.

    Only its owner can read it: a backup holds everything the department knows.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    new = Path(name)
    try:
        yield new
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def refuse_newer(revision: str) -> None:
    """Refuse a backup of a newer program; revisions are numbers of four digits.

    Raises:
        Refused: This program does not know the revision.
    """
    if revision > HEAD:
        raise Refused(f"the backup is of a newer version of Dakehu: {revision}, not {HEAD}")


def revision_problems(revision: str | None) -> list[str]:
    """Say so if a database is not at the newest revision."""
    if revision == HEAD:
        return []
    return [f"the database is at revision {revision or 'none'}, not {HEAD}: upgrade it"]
