"""What is measured: a bot that can be trained, started, talked to and stopped."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import psutil
from aiohttp import ClientSession

PATIENCE = 300
"""Seconds after which a start or an end is given up."""


class Bot(Protocol):
    """A bot under measurement.

    Attributes:
        script: What a person says, over and over; every line is answered.
    """

    script: Sequence[str]

    def train(self) -> float:
        """Train from nothing and return the seconds it took."""

    def start(self) -> float:
        """Start and return the seconds until the bot was ready."""

    async def say(self, client: ClientSession, person: int, text: str) -> None:
        """Say something as one of the people, and wait for the answer."""

    def memory(self) -> int:
        """Return the bytes that all its processes take."""

    def stop(self) -> None:
        """Stop everything."""


@dataclass
class Processes:
    """The processes of one bot, with all that they start themselves."""

    log: Path
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        """Start one in a group of its own."""
        with self.log.open("ab") as out:
            self._running.append(
                subprocess.Popen(
                    command,
                    env={**os.environ, **environment},
                    cwd=folder,
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=out,
                    start_new_session=True,
                )
            )

    def wait_for(self, urls: Sequence[str]) -> float:
        """Return the seconds until every address answers 200."""
        started = time.monotonic()
        while not all(_answers(url) for url in urls):
            if time.monotonic() - started > PATIENCE or any(p.poll() for p in self._running):
                raise RuntimeError(f"not ready, see {self.log}")
            time.sleep(0.05)
        return time.monotonic() - started

    def memory(self) -> int:
        """Return the bytes of all of them, shared pages counted once (PSS)."""
        trees = [psutil.Process(p.pid) for p in self._running]
        every = [one for tree in trees for one in (tree, *tree.children(recursive=True))]
        return sum(one.memory_full_info().pss for one in every)

    def kill(self) -> None:
        """Kill them, as a crash would."""
        for process in self._running:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(PATIENCE)
        self._running.clear()

    def stop(self) -> None:
        """End them."""
        for process in self._running:
            os.killpg(process.pid, signal.SIGTERM)
        for process in self._running:
            process.wait(PATIENCE)
        self._running.clear()


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path) -> float:
    """Run a command to its end and return the seconds it took."""
    started = time.monotonic()
    with log.open("ab") as out:
        subprocess.run(
            command,
            env={**os.environ, **environment},
            cwd=folder,
            stdout=out,
            stderr=out,
            check=True,
        )
    return time.monotonic() - started


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
