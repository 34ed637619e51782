"""A Dockerfile, carried out in a plain folder where there is no container engine."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass
class Image:
    """The folder stands for the image's `/app`; `python` for the image's own Python."""

    name: str
    folder: Path
    python: str

    def install(self) -> None:
        """Copy what the Dockerfile copies, and run its `uv` commands."""
        self.folder.mkdir()
        for words in map(str.split, self._all("COPY")):
            if words[-1].endswith("/"):
                (self.folder / words[-1]).mkdir(parents=True, exist_ok=True)
            if words[0] == "--from=page":  # what its `npm ci` made, `make sync` made here
                self._copy([words[1].removeprefix("/app/")], self.folder / words[-1])
            elif not words[0].startswith("--from"):
                self._copy(words[:-1], self.folder / words[-1])
        for command in self._all("RUN"):
            if command.startswith("uv "):
                subprocess.run(command, shell=True, cwd=self.folder, env=self._env(), check=True)

    def start(self, settings: dict[str, str], *words: str) -> "subprocess.Popen[bytes]":
        """Start the image with the words in place of its `CMD`."""
        entry = json.loads(self._all("ENTRYPOINT")[0])
        words = words or tuple(json.loads("".join(self._all("CMD")) or "[]"))
        return subprocess.Popen([*entry, *words], cwd=self.folder, env=self._env() | settings)

    def healthy(self, port: str, listens_on: str) -> bool:
        """Run the health check; the image's port is the one given here."""
        check = (
            self._all("HEALTHCHECK")[0].split("CMD ", 1)[1].replace(f":{port}/", f":{listens_on}/")
        )
        done = subprocess.run(
            json.loads(check),
            cwd=self.folder,
            env=self._env(),
            stderr=subprocess.DEVNULL,
            check=False,
        )
        return done.returncode == 0

    def _env(self) -> dict[str, str]:
        uv = Path(shutil.which("uv", path=f"{os.environ['PATH']}:{ROOT}/.uv/bin") or "uv").parent
        # The machine's own ways to packages and their cache, and nothing of ours.
        ways = {k: v for k, v in os.environ.items() if k.startswith(("UV_", "SSL_", "HOME"))}
        return ways | {
            "PATH": f"{self.folder}/.venv/bin:{uv}:/usr/local/bin:/usr/bin:/bin",
            "UV_PYTHON": self.python,
            "UV_PYTHON_DOWNLOADS": "never",
        }

    def _copy(self, sources: Sequence[str], to: Path) -> None:
        for source in sources:
            if (ROOT / source).is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "node_modules")
                shutil.copytree(ROOT / source, to, ignore=ignored, dirs_exist_ok=True)
            else:
                shutil.copy(ROOT / source, to)

    def _all(self, keyword: str) -> list[str]:
        return [rest for word, rest in instructions(self.name) if word == keyword]


def instructions(name: str) -> Iterator[tuple[str, str]]:
    """Give the instructions of a Dockerfile: the keyword and all that follows it."""
    lines = (ROOT / "docker" / f"Dockerfile.{name}").read_text(encoding="utf-8").splitlines()
    said = "\n".join(line for line in lines if not line.startswith("#")).replace("\\\n", " ")
    for line in filter(str.strip, said.splitlines()):
        keyword, rest = line.split(maxsplit=1)
        yield keyword, rest
