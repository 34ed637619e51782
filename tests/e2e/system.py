"""The whole system as real processes, each of which can be killed and started again."""

import os
import signal
import subprocess
import threading
from dataclasses import dataclass, field
from pathlib import Path

from dakehu.running.child import Child
from dakehu.running.system import children
from dakehu.running.watch import wait_ready
from dakehu.settings import Settings
from tests.ports import free_port

from .fault_point import FaultPoint

SECRET = "a secret for tests only"
NOW = "2026-11-24T10:00:00+08:00"
READY_WITHIN = 180  # seconds, on a busy machine
ROOT = Path(__file__).parents[2]


@dataclass
class Process:
    """One process of the system, as `dakehu up` would start it."""

    child: Child
    more: dict[str, str]
    running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.child.log.parent.mkdir(parents=True, exist_ok=True)
        with self.child.log.open("ab") as log:
            self.running = subprocess.Popen(
                self.child.command,
                env={**os.environ, **self.child.environment, **self.more},
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def alive(self) -> bool:
        return self.running is not None and self.running.poll() is None

    def kill(self) -> None:
        if self.alive() and self.running:
            os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()

    @property
    def pid(self) -> int:
        assert self.running is not None
        return self.running.pid


@dataclass
class System:
    """Gateway, engine and action server with a fault point before each.

    Attributes:
        url: The database's.
        home: Where logs go.
        model: What the engine loads.
    """

    url: str
    home: Path
    model: Path
    processes: dict[str, Process] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not (self.home / "models").exists():  # what one system has learnt, none learns again
            (self.home / "models").symlink_to(self.model.parent)
        self.ports = {name: free_port() for name in ("gateway", "engine", "actions")}
        self.points = {name: FaultPoint(port) for name, port in self.ports.items()}
        self.address = f"http://127.0.0.1:{self.points['gateway'].port}"
        more = {
            "DAKEHU_NOW": NOW,
            "DAKEHU_PORT": str(self.ports["gateway"]),
            "DAKEHU_RATE_LIMIT": "100000",
        }
        asking = {  # whom each process asks, it asks by way of the fault point
            "gateway": self.settings(self.points["engine"].port, self.ports["actions"]),
            "engine": self.settings(self.ports["engine"], self.points["actions"].port),
            "actions": self.settings(self.ports["engine"], self.ports["actions"]),
        }
        for name, settings in asking.items():
            child = next(c for c in children(settings, self.model) if c.name == name)
            self.processes[name] = Process(child, more)

    def start(self) -> None:
        """Start whatever does not run, and wait until all are ready."""
        for process in self.processes.values():
            if not process.alive():
                process.start()
        settings = self.settings(self.points["engine"].port, self.ports["actions"])
        running = list(self.processes.values())
        ready = wait_ready(settings, running, threading.Event(), READY_WITHIN)  # type: ignore[arg-type]
        assert ready, "\n".join(self._last_words(name) for name in self.processes)

    def kill(self, name: str) -> None:
        """Kill a process at once."""
        self.processes[name].kill()

    def stop(self) -> None:
        """Kill everything."""
        for process in self.processes.values():
            process.kill()
        for point in self.points.values():
            point.close()

    def settings(self, engine_port: int, actions_port: int) -> Settings:
        """Return the settings of a process that asks the others at these ports."""
        return Settings(
            _env_file=None,
            home=self.home,
            database_url=self.url,
            secret=SECRET,
            now=NOW,
            port=self.ports["gateway"],
            engine_port=engine_port,
            actions_port=actions_port,
        )

    def _last_words(self, name: str) -> str:
        log = self.home / "logs" / f"{name}.log"
        return f"{name}: {log.read_text()[-2000:] if log.exists() else 'never started'}"
