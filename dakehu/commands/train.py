"""`dakehu train`: train the model, if what it is made of has changed."""

import typer
from rich.console import Console

from dakehu import settings as configuration

app = typer.Typer()


@app.command()
def train() -> None:
    """Train the model, if its sources changed, and print where it is."""
    from dakehu.model import ready_model

    console = Console(highlight=False)
    with console.status("Training, about half a minute"):
        model = ready_model(configuration.begin())
    console.print(f"[green]✓[/] model {model}", soft_wrap=True)
