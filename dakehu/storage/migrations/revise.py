"""Write the revision that brings the migrated schema to what the tables say.

`python -m dakehu.storage.migrations.revise --initial` makes the one revision anew;
`python -m dakehu.storage.migrations.revise "Add a column"` adds the next. Read what it wrote.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from dakehu.storage.engine import open_engine
from dakehu.storage.migrations import upgrade_to
from dakehu.storage.migrations.config import configure

_VERSIONS = Path(__file__).parent / "versions"


def revise(message: str) -> None:
    """Write the next revision after those in `versions/`."""
    number = f"{len(list(_VERSIONS.glob('0*.py'))) + 1:04d}"
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/scratch.db")
        with engine.begin() as connection:
            upgrade_to(connection, "head")
            command.revision(configure(connection), message, autogenerate=True, rev_id=number)
        engine.dispose()


if __name__ == "__main__":
    if sys.argv[1:] == ["--initial"]:
        for old in _VERSIONS.glob("0*.py"):
            old.unlink()
        revise("Initial")
    else:
        revise(sys.argv[1])
