"""`dakehu gateway`: the web API, the page, and the way to the engine."""

import typer

from dakehu import settings

app = typer.Typer()


@app.command()
def gateway() -> None:
    """Serve the gateway until it is told to stop."""
    from dakehu.gateway.server import serve
    from dakehu.storage.migrations import upgrade

    here = settings.load()
    upgrade(here.database)
    serve(here)
