"""One process of the system: started, watched, started again when it dies, stopped."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
STEADY = 60.0
"""Seconds a process must have run for its next death to count as the first."""


@dataclass
class Child:
    """A process in a group of its own, so that Ctrl-C reaches it only through us.

    Attributes:
        name: What messages and the log file call it.
        command: The words of its command line.
        environment: What is added to our environment.
        log: The file that takes what it prints.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    _process: subprocess.Popen[bytes] | None = None
    _pause: float = FIRST_PAUSE
    _started: float = 0.0
    _due: float = field(default=0.0)

    def start(self) -> None:
        """Start the process."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as out:
            self._process = subprocess.Popen(
                self.command,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._started = time.monotonic()

    def alive(self) -> bool:
        """Tell whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def revive(self) -> bool:
        """Start a dead process again, after a pause that grows while it keeps dying."""
        now = time.monotonic()
        if self.alive() or now < self._due:
            return False
        if now - self._started > STEADY:
            self._pause = FIRST_PAUSE
        self.start()
        self._due = now + self._pause
        self._pause = min(2 * self._pause, LONGEST_PAUSE)
        return True

    def stop(self, patience: float = 10.0) -> None:
        """Ask the process to end, and end it when it does not."""
        if self._process is None:
            return
        self._signal(signal.SIGTERM)
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._signal(signal.SIGKILL)
            self._process.wait()

    def _signal(self, number: signal.Signals) -> None:
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, number)
