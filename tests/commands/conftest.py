"""The command line on a database of its own.

- `run("staff", "list")`: what `dakehu staff list` prints; a command that fails raises `Failed`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from dakehu.cli import main

Run = Callable[..., str]


class Failed(Exception):
    def __init__(self, code: object, told: str) -> None:
        super().__init__(told)
        self.code = code


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DAKEHU_SECRET", "0123456789abcdef")
    monkeypatch.setenv("DAKEHU_HOME", str(tmp_path / "var"))
    monkeypatch.setenv("DAKEHU_NOW", "2026-11-24T10:00")

    def call(*words: str) -> str:
        monkeypatch.setattr("sys.argv", ["dakehu", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        if ended.value.code not in (0, None):
            raise Failed(ended.value.code, told.out + told.err)
        return told.out

    return call
