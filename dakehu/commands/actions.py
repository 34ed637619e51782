"""`dakehu actions`: the action server that the engine calls."""

import typer

from dakehu import settings

app = typer.Typer()


@app.command()
def actions() -> None:
    """Serve the actions on loopback until stopped."""
    from actions.server import run

    run(settings.load())
