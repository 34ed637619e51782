"""The gateway as a process: it says what is wrong, and stops without losing anything."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.ports import free_port

from .fake_engine import SECRET


@contextmanager
def gateway(url: str, port: int, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run `dakehu gateway` in a folder of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "DAKEHU_SECRET": SECRET,
        "DAKEHU_DATABASE_URL": url,
        "DAKEHU_PORT": str(port),
        "DAKEHU_ENGINE_PORT": "1",
        "DAKEHU_ACTIONS_PORT": "1",
    }
    command = [sys.executable, "-m", "dakehu", "gateway"]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_a_port_that_is_taken_is_one_clear_line(sqlite_url: str, tmp_path: Path) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        gateway(sqlite_url, taken.getsockname()[1], tmp_path) as process,
    ):
        _, said = process.communicate(timeout=30)
    assert process.returncode == 2
    (line,) = said.splitlines()
    assert line.startswith("dakehu: DAKEHU_PORT: cannot listen on")


def test_it_logs_json_and_stops_cleanly_when_told(sqlite_url: str, tmp_path: Path) -> None:
    port = free_port()
    with gateway(sqlite_url, port, tmp_path) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "startup complete" in json.loads(line)["message"]:
                break
        assert httpx.get(f"http://127.0.0.1:{port}/healthz").status_code == 200
        assert httpx.get(f"http://127.0.0.1:{port}/readyz").status_code == 503
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=30)
    assert process.returncode in (0, -signal.SIGTERM)
    assert all(json.loads(line)["level"] for line in said.splitlines())
