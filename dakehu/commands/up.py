"""`dakehu up`: prepare what is missing, run the whole system, and say how to sign in."""

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from dakehu import settings as configuration

if TYPE_CHECKING:
    from dakehu.running.child import Child
    from dakehu.settings import Settings

app = typer.Typer()

READY_WITHIN = 180
"""Seconds after which a start that is not ready is given up."""


@app.command()
def up() -> None:
    """Migrate, fill with demo data at first, train if needed, start, and print the links."""
    console = Console(highlight=False)
    settings = configuration.begin()
    _require_ports(console, settings)
    _prepare_database(console, settings)
    model = _model(console, settings)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    _run(console, settings, model, stop)


def _require_ports(console: Console, settings: "Settings") -> None:
    """Stop before anything is begun when another start, or somebody else, listens there."""
    from dakehu.running.ports import taken

    if used := taken(settings):
        for name, port in used.items():
            console.print(f"[red]✗[/] port {port} is in use (DAKEHU_{name.upper()})")
        console.print("Is Dakehu running already? Stop it there, or choose other ports.")
        raise typer.Exit(1)


def _prepare_database(console: Console, settings: "Settings") -> None:
    from dakehu.commands.demo import fill_when_empty
    from dakehu.storage.migrations import upgrade

    settings.home.mkdir(parents=True, exist_ok=True)
    with console.status("Database"):
        upgrade(settings.database)
    fill_when_empty(settings, console)
    console.print("[green]✓[/] database")


def _model(console: Console, settings: "Settings") -> Path:
    from dakehu.model import ready_model

    with console.status("Model (trained when its sources changed, about a minute)"):
        model = ready_model(settings)
    console.print(f"[green]✓[/] model {model.name}")
    return model


def _run(console: Console, settings: "Settings", model: Path, stop: threading.Event) -> None:
    from dakehu.running.system import children
    from dakehu.running.watch import wait_ready, watch

    running = children(settings, model)
    try:
        for child in running:
            child.start()
        with console.status("Engine, action server and gateway"):
            ready = wait_ready(settings, running, stop, READY_WITHIN)
        if ready:
            console.print("[green]✓[/] engine, action server, gateway")
            _print_links(console, settings)
            watch(running, stop, console.print)
        elif not stop.is_set():
            _explain(console, running)
            raise typer.Exit(1)
    finally:
        for child in reversed(running):
            child.stop()
        console.print("Stopped.")


def _print_links(console: Console, settings: "Settings") -> None:
    from dakehu.commands.staff import demo_links

    console.print(f"\nDakehu is at {settings.web_address}")
    for login, url in demo_links(settings):
        console.print(f"  {login:12} {url}", soft_wrap=True)
    console.print("Each link signs in once. Ctrl-C stops everything.")


def _explain(console: Console, running: "list[Child]") -> None:
    for child in running:
        state = "runs, but is not ready" if child.alive() else "has ended"
        console.print(f"[red]✗[/] {child.name} {state}; see {child.log}")
