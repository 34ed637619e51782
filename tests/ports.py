"""Ports for the processes that tests start."""

import socket
from random import SystemRandom

_OURS = range(15_000, 32_000)
"""Below those that the machine gives to connections, which tests beside these make many of."""


def free_port() -> int:
    """Return a port on which nobody listens; by chance, so that two who ask get two."""
    while True:
        port = SystemRandom().choice(_OURS)
        with socket.socket() as listening:
            try:
                listening.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
