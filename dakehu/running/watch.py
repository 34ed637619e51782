"""Waiting until the system is ready, and keeping it running."""

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence

from dakehu.running.child import Child
from dakehu.settings import Settings

POLL = 0.2
"""Seconds between two looks."""


def wait_ready(
    settings: Settings, running: Sequence[Child], stop: threading.Event, within: float
) -> bool:
    """Wait until the gateway reports engine, actions and database ready.

    False when one process ends, the time (seconds) is over, or `stop` is set before.
    """
    give_up = time.monotonic() + within
    while time.monotonic() < give_up and not stop.wait(POLL):
        if not all(child.alive() for child in running):
            return False
        if _ready(settings):
            return True
    return False


def watch(running: Sequence[Child], stop: threading.Event, say: Callable[[str], object]) -> None:
    """Start again whatever dies, until `stop` is set."""
    while not stop.wait(POLL):
        for child in running:
            if child.revive():
                say(f"{child.name} ended; started again (see {child.log})")


def _ready(settings: Settings) -> bool:
    url = f"http://127.0.0.1:{settings.port}/readyz"
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
