"""`dakehu up` begins nothing where it cannot go on."""

import socket
from pathlib import Path

import pytest

from tests.commands.conftest import Failed, Run


def test_a_port_in_use_is_named_before_anything_is_begun(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setenv("DAKEHU_PORT", str(port))
        with pytest.raises(Failed, match=rf"port {port} is in use \(DAKEHU_PORT\)"):
            run("up")
    assert not (tmp_path / "var").exists()
