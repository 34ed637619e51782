"""`dakehu chat`: talk to the assistant in the terminal, by way of the running gateway.

It runs where the database is, so it issues itself a code for the login, and signs in with it.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dakehu import settings, sign_in

if TYPE_CHECKING:
    from dakehu.gateway.channels.terminal import Terminal
    from dakehu.settings import Settings

app = typer.Typer()


@app.command()
def chat(
    login: Annotated[str, typer.Option("--as", help="Who is talking.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON message a line.")] = False,
    url: Annotated[str, typer.Option(help="Where the gateway is.")] = "",
) -> None:
    """Say a line, read the answer; a button is pressed by its number."""
    from dakehu.gateway.channels.terminal import Terminal, Unreachable

    here = settings.load()
    try:
        with Terminal(url or f"http://127.0.0.1:{here.port}") as terminal:
            terminal.sign_in(_code(here, login))
            _talk(terminal, _print_json if as_json else _print)
    except Unreachable as error:
        typer.echo(f"dakehu: {error}", err=True)
        raise typer.Exit(2) from None


def _code(here: "Settings", login: str) -> str:
    from dakehu.storage import staffing
    from dakehu.storage.database import Database
    from dakehu.storage.sign_in_codes import SqlCodes

    database = Database(here.database, here.clock)
    try:
        with database.transaction(channel="cli") as session:
            person = staffing.active(session, login)
            return sign_in.issue(SqlCodes(session), here.secret, person.id, datetime.now(UTC))
    finally:
        database.close()


def _talk(terminal: "Terminal", show: Callable[[dict[str, Any]], None]) -> None:
    from dakehu.gateway.channels.terminal import Refused

    while (line := _read()) is not None:
        if not line.strip():
            continue
        try:
            for said in chain(terminal.say(line), terminal.news()):
                show(said)
        except Refused as error:
            typer.echo(str(error), err=True)


def _read() -> str | None:
    try:
        return input("> " if sys.stdin.isatty() else "")
    except EOFError:
        return None


def _print_json(said: dict[str, Any]) -> None:
    typer.echo(json.dumps(said, ensure_ascii=False))


def _print(said: dict[str, Any]) -> None:
    if said["text"]:
        typer.echo(said["text"])
    if said["table"]:
        _print_table(said["table"])
    for link in (said["image"], (said["file"] or {}).get("url")):
        if link:
            typer.echo(link)
    for number, button in enumerate(said["buttons"], 1):
        typer.echo(f"  [{number}] {button['label']}")


def _print_table(table: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    grid = Table(*table["columns"])
    for row in table["rows"]:
        grid.add_row(*("" if cell is None else str(cell) for cell in row))
    Console(markup=False).print(grid)
