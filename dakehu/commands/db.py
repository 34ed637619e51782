"""`dakehu db`: migrations, online backup, restore, integrity check."""

from pathlib import Path
from typing import Annotated

import typer

from dakehu import settings

app = typer.Typer(name="db", help="Upgrade, back up, restore and check the database.")


@app.command()
def upgrade() -> None:
    """Bring the database to the newest version of its tables."""
    from dakehu.storage.migrations import upgrade

    upgrade(settings.load().database)


@app.command()
def backup(path: Path) -> None:
    """Write all that the database holds now to a file, while the bot runs."""
    from dakehu.storage.backup import backup

    backup(settings.load().database, path)
    typer.echo(f"{path}: {path.stat().st_size:,} bytes")


@app.command()
def restore(
    path: Path,
    replace: Annotated[bool, typer.Option(help="Give up what the database holds.")] = False,
) -> None:
    """Put back what a backup holds, all or nothing."""
    from dakehu.storage.backup import restore

    restore(settings.load().database, path, replace=replace)


@app.command()
def check() -> None:
    """Look for damage; says what is wrong and exits with 1, or says ok."""
    from dakehu.storage.backup import check

    problems = check(settings.load().database)
    typer.echo("\n".join(problems) or "ok")
    if problems:
        raise typer.Exit(1)
