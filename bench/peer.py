"""The peer: what `rasa init` makes, with REST, a SQL tracker store and one custom action."""

import sys
from pathlib import Path

from aiohttp import ClientSession

from bench.system import Processes, free_port, run

RASA = str(Path(".venv-engine/bin/python").absolute())
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
ACTION = """
from rasa_sdk import Action


class ActionHello(Action):
    def name(self):
        return "action_hello"

    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text="Hey! How are you?")
        return []
"""


class Peer:
    """Rasa as it comes."""

    script = (
        "hello",
        "great",
        "hello",
        "sad",
        "yes",
        "hello",
        "sad",
        "no",
        "are you a bot?",
        "bye",
    )

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._log = folder / "peer.log"
        self._processes = Processes(self._log)
        self._port, self._actions_port = free_port(), free_port()
        self._make_project()

    def train(self) -> float:
        """Run `rasa train` without a cache."""
        return run([RASA, "-m", "rasa", "train"], QUIET, self._folder, self._log)

    def start(self) -> float:
        """Start Rasa and its action server, both at once."""
        rasa = [RASA, "-m", "rasa", "run", "--port", str(self._port)]
        actions = [RASA, "-m", "rasa", "run", "actions", "--port", str(self._actions_port)]
        self._processes.start(actions, QUIET, self._folder)
        self._processes.start(rasa, QUIET, self._folder)
        return self._processes.wait_for(
            [
                f"http://127.0.0.1:{self._port}/webhooks/rest/",
                f"http://127.0.0.1:{self._actions_port}/health",
            ]
        )

    async def say(self, client: ClientSession, person: int, text: str) -> None:
        """Post to the REST channel; that it has no answer now and then counts all the same."""
        url = f"http://127.0.0.1:{self._port}/webhooks/rest/webhook"
        async with client.post(url, json={"sender": str(person), "message": text}) as answer:
            answer.raise_for_status()
            await answer.json()

    def memory(self) -> int:
        """Return the bytes of Rasa and its action server."""
        return self._processes.memory()

    def stop(self) -> None:
        """Stop both."""
        self._processes.stop()

    def _make_project(self) -> None:
        make = "import sys; from rasa.cli.scaffold import create_initial_project as make; make('.')"
        run([RASA, "-c", make], QUIET, self._folder, self._log)
        (self._folder / "actions" / "actions.py").write_text(ACTION)
        self._replace("data/stories.yml", "action: utter_greet", "action: action_hello")
        self._replace("domain.yml", "responses:", "actions:\n  - action_hello\n\nresponses:")
        (self._folder / "credentials.yml").write_text("rest:\n")
        (self._folder / "endpoints.yml").write_text(
            f"action_endpoint:\n  url: http://127.0.0.1:{self._actions_port}/webhook\n"
            "tracker_store:\n  type: SQL\n  dialect: sqlite\n  db: rasa.db\n"
        )

    def _replace(self, name: str, old: str, new: str) -> None:
        file = self._folder / name
        content = file.read_text()
        if old not in content:
            sys.exit(f"rasa init has changed: no {old!r} in {name}")
        file.write_text(content.replace(old, new))
