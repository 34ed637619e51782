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
    from dakehu.storage import staffing

    with _transaction(settings.load()) as session:
        staffing.add(session, staffing.NewStaff(login, name, role, team, region, language))


@app.command("list")
def list_() -> None:
    """List everybody: login, name, role, team, region, language, active or not."""
    from dakehu.storage import staffing

    with _transaction(settings.load()) as session:
        for person, team in staffing.everyone(session):
            state = "active" if person.active else "inactive"
            row = (person.login, person.name, person.role, team, person.region, person.language)
            typer.echo("\t".join(str(cell or "-") for cell in (*row, state)))


@app.command()
def link(login: str) -> None:
    """Print a code that signs in on the web or binds a chat account, once, within a day."""
    from dakehu.storage import staffing

    here = settings.load()
    with _transaction(here) as session:
        code = _issue(session, here, staffing.active(session, login).id)
    typer.echo(f"link: {_url(here, code)}\ncode: {code}")
    if here.telegram:
        typer.echo(f"telegram: {here.telegram.link(code)}")


@app.command()
def deactivate(login: str) -> None:
    """Let a person go: all that is signed in ends, and nothing signs in again."""
    from dakehu.storage import staffing

    with _transaction(settings.load()) as session:
        staffing.deactivate(session, login, datetime.now(UTC))


def demo_links(here: "Settings") -> list[tuple[str, str]]:
    """Make a sign-in link for each of the demo's people who works here, with the login first."""
    from dakehu.storage import staffing
    from dakehu.storage.demo import people

    with _transaction(here) as session:
        made_up = people.named()
        return [
            (person.login, _url(here, _issue(session, here, person.id)))
            for person, _team in staffing.everyone(session)
            if person.active and made_up.get(person.login) == person.name
        ]


def _issue(session: "Session", here: "Settings", staff_id: int) -> str:
    from dakehu.storage.sign_in_codes import SqlCodes

    return sign_in.issue(SqlCodes(session), here.secret, staff_id, datetime.now(UTC))


def _url(here: "Settings", code: str) -> str:
    return f"{here.web_address}/?code={code}"


@contextmanager
def _transaction(here: "Settings") -> "Iterator[Session]":
    from dakehu.storage.database import Database
    from dakehu.storage.migrations import upgrade

    upgrade(here.database)
    database = Database(here.database, here.clock)
    try:
        with database.transaction(channel="cli") as session:
            yield session
    finally:
        database.close()
