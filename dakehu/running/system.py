"""The three processes of the system, in the order they are started."""

import sys
from pathlib import Path

from dakehu.running.child import Child
from dakehu.running.keys import actions_key
from dakehu.settings import Settings

ENGINE_PYTHON = Path(".venv-engine/bin/python")


def children(settings: Settings, model: Path) -> list[Child]:
    """Return action server, engine and gateway, each told the same settings."""
    logs = settings.home / "logs"
    shared = {
        "DAKEHU_SECRET": settings.secret,
        "DAKEHU_DATABASE_URL": settings.database,
        "DAKEHU_HOME": str(settings.home),
        "DAKEHU_ENGINE_PORT": str(settings.engine_port),
        "DAKEHU_ACTIONS_PORT": str(settings.actions_port),
        "DAKEHU_ACTIONS_KEY": actions_key(settings.secret),
    }
    ours = [sys.executable, "-m", "dakehu"]
    engine = [str(ENGINE_PYTHON), "-m", "bot.serve", "--model", str(model)]
    return [
        Child("engine", engine, shared, logs / "engine.log"),
        Child("actions", [*ours, "actions"], shared, logs / "actions.log"),
        Child("gateway", [*ours, "gateway"], shared, logs / "gateway.log"),
    ]
