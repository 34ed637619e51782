"""The command line: `dakehu COMMAND`."""

from importlib import import_module

import typer

from dakehu.model import TrainingError
from dakehu.settings import SettingsError
from dakehu.storage.errors import StorageError

# Modules of `dakehu.commands`, each with an `app`: a named one is a group, else its commands
# are commands of `dakehu`.
_COMMANDS = ("actions", "chat", "db", "demo", "gateway", "staff", "train", "up")


def main() -> None:
    """Run a command; what goes wrong as foreseen is one line and exit code 2."""
    app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, add_completion=False)
    for name in _COMMANDS:
        app.add_typer(import_module(f"dakehu.commands.{name}").app)
    try:
        app()
    except (SettingsError, StorageError, TrainingError) as error:
        typer.echo(f"dakehu: {error}", err=True)
        raise SystemExit(2) from error
