"""Whether the ports of the system are free."""

import socket

from dakehu.settings import Settings

NAMES = ("port", "engine_port", "actions_port")
"""The settings that are ports."""


def taken(settings: Settings) -> dict[str, int]:
    """Return the settings whose port somebody listens on already."""
    ports = {name: int(getattr(settings, name)) for name in NAMES}
    return {name: port for name, port in ports.items() if _answers(port)}


def _answers(port: int) -> bool:
    with socket.socket() as connection:
        connection.settimeout(1)
        return connection.connect_ex(("127.0.0.1", port)) == 0
