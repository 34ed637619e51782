"""A gateway by itself, as a process of its own on SQLite, with people who sign in by code."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from bench.system import Processes, free_port
from dakehu import sign_in
from dakehu.codes import Role
from dakehu.settings import Settings
from dakehu.storage import staffing
from dakehu.storage.database import Database
from dakehu.storage.migrations import upgrade
from dakehu.storage.sign_in_codes import SqlCodes

_COMMAND = [sys.executable, "-m", "dakehu", "gateway"]
_ROOT = Path(__file__).parents[2]


class LoneGateway:
    """Serves the web; there is no engine behind it."""

    def __init__(self, folder: Path) -> None:
        """Keep database and log in a folder."""
        self.settings = Settings(_env_file=None, home=folder, secret=uuid4().hex, port=free_port())
        upgrade(self.settings.database)
        self.database = Database(self.settings.database, self.settings.clock)
        self.address = f"http://127.0.0.1:{self.settings.port}"
        self._processes = Processes(folder / "gateway.log")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        environment = {
            "DAKEHU_HOME": str(self.settings.home),
            "DAKEHU_SECRET": self.settings.secret,
            "DAKEHU_PORT": str(self.settings.port),
        }
        self._processes.start(_COMMAND, environment, _ROOT)
        self._processes.wait_for([f"{self.address}/healthz"])

    def kill(self) -> None:
        """Kill it, as a crash would."""
        self._processes.kill()

    def stop(self) -> None:
        """Stop it for good."""
        self._processes.stop()
        self.database.close()

    def hire(self, number: int) -> int:
        """Take somebody in; returns who it is."""
        new = staffing.NewStaff(f"bench{number}", f"测试{number}", Role.SPECIALIST)
        with self.database.transaction(channel="cli") as session:
            return staffing.add(session, new).id

    def code(self, staff_id: int) -> str:
        """Issue a one-time code."""
        with self.database.transaction(channel="cli") as session:
            now = datetime.now(UTC)
            return sign_in.issue(SqlCodes(session), self.settings.secret, staff_id, now)
