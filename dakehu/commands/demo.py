"""`dakehu demo`: fill an empty database with a made-up department."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from dakehu import settings

if TYPE_CHECKING:
    from dakehu.settings import Settings
    from dakehu.storage.demo import Size

app = typer.Typer()


@app.command()
def demo(
    customers: Annotated[int, typer.Option(min=1)] = 60,
    visits: Annotated[int, typer.Option(min=0)] = 1_200,
    months: Annotated[int, typer.Option(min=1, max=120, help="Counted back from today.")] = 14,
    seed: Annotated[int, typer.Option(help="The same seed and day give the same data.")] = 1,
) -> None:
    """Fill an empty database with demo data."""
    from dakehu.storage.demo import Size
    from dakehu.storage.migrations import upgrade

    here = settings.load()
    upgrade(here.database)
    fill(here, Size(customers, visits, months, seed), Console(stderr=True))


def fill(here: "Settings", size: "Size", console: Console) -> None:
    """Write demo data and show how far it is.

    Raises:
        Refused: The database is in use; nothing was changed.
    """
    from dakehu.storage.demo import load
    from dakehu.storage.engine import open_engine

    engine = open_engine(here.database)
    columns = (TextColumn("{task.description:20}"), BarColumn(), MofNCompleteColumn())
    try:
        with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
            task = progress.add_task("demo data", total=size.visits)

            def show(table: str, rows: int) -> None:
                advance = rows if table == "visit" else 0
                progress.update(task, description=table, advance=advance)

            load(engine, size, here.clock.now().date(), here.zone, show)
    finally:
        engine.dispose()


def fill_when_empty(here: "Settings", console: Console) -> None:
    """Give a database without people demo data, so that a first start has something to show."""
    from dakehu.storage.demo import Size, is_empty
    from dakehu.storage.engine import open_engine

    engine = open_engine(here.database)
    try:
        empty = is_empty(engine)
    finally:
        engine.dispose()
    if empty:
        fill(here, Size(), console)
