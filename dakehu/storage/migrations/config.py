"""Alembic's configuration, in code: the scripts are here, the connection is the caller's."""

from pathlib import Path

from alembic.config import Config
from sqlalchemy import Connection


def configure(connection: Connection) -> Config:
    """Return a configuration whose commands run on the connection."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config
