"""`dakehu staff`: people in and out, and the codes that sign them in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from dakehu import settings, sign_in
from dakehu.codes import Language, Role

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from dakehu.settings import Settings

app = typer.Typer(name="staff", help="Add, list, link and deactivate people.")


@app.command()
def add(  # noqa: PLR0913, PLR0917 - each is an option
    login: str,
    name: Annotated[str, typer.Option()],
    role: Annotated[Role, typer.Option()],
    team: Annotated[str | None, typer.Option(help="A team's name; made if new.")] = None,
    region: Annotated[str | None, typer.Option()] = None,
    language: Annotated[Language, typer.Option()] = Language.ZH,
) -> None:
    """Take a person in; a manager leads their team from then on."""
    from dakehu.storage import staffing  # noqa: PLC0415

    with _transaction(settings.load()) as session:
        staffing.add(session, staffing.NewStaff(login, name, role, team, region, language))


@app.command("list")
def list_() -> None:
    """List everybody: login, name, role, team, region, language, active or not."""
    from dakehu.storage import staffing  # noqa: PLC0415

    with _transaction(settings.load()) as session:
        for person, team in staffing.everyone(session):
            state = "active" if person.active else "inactive"
            row = (person.login, person.name, person.role, team, person.region, person.language)
            typer.echo("\t".join(str(cell or "-") for cell in (*row, state)))


@app.command()
def link(login: str) -> None:
    """Print a code that signs in on the web or binds a chat account, once, within a day."""
    from dakehu.storage import staffing  # noqa: PLC0415
    from dakehu.storage.sign_in_codes import SqlCodes  # noqa: PLC0415

    here = settings.load()
    with _transaction(here) as session:
        person = staffing.active(session, login)
        code = sign_in.issue(SqlCodes(session), here.secret, person.id, datetime.now(UTC))
    typer.echo(f"link: {here.web_address}/?code={code}\ncode: {code}")


@app.command()
def deactivate(login: str) -> None:
    """Let a person go: all that is signed in ends, and nothing signs in again."""
    from dakehu.storage import staffing  # noqa: PLC0415

    with _transaction(settings.load()) as session:
        staffing.deactivate(session, login, datetime.now(UTC))


@contextmanager
def _transaction(here: "Settings") -> "Iterator[Session]":
    from dakehu.storage.database import Database  # noqa: PLC0415
    from dakehu.storage.migrations import upgrade  # noqa: PLC0415

    upgrade(here.database)
    database = Database(here.database, here.clock)
    try:
        with database.transaction(channel="cli") as session:
            yield session
    finally:
        database.close()
