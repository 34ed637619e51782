"""`python -m bot.serve --model FILE`: the engine behind its one channel, on loopback."""

import argparse
import os
from pathlib import Path

from bot.lean import leave_out_neural_networks
from bot.logs import quiet

quiet()
leave_out_neural_networks()

from rasa.core.channels.channel import register  # noqa: E402
from rasa.core.tracker_store import create_tracker_store  # noqa: E402
from rasa.shared.utils.io import read_config_file  # noqa: E402
from rasa.utils.endpoints import read_endpoint_config  # noqa: E402
from sanic import Sanic  # noqa: E402

from bot.action_server import ActionServer  # noqa: E402
from bot.channel import GatewayChannel  # noqa: E402
from bot.dialogue import Dialogue  # noqa: E402

ENDPOINTS = "endpoints.yml"
LOOPBACK = "127.0.0.1"
LONGEST_REQUEST = 100_000  # bytes; a message has 4,000 characters


def open_dialogue(model: Path) -> Dialogue:
    """Load the model, with store and action server as `endpoints.yml` says."""
    store = create_tracker_store(read_endpoint_config(ENDPOINTS, "tracker_store"))
    return Dialogue(model, store, ActionServer(read_endpoint_config(ENDPOINTS, "action_endpoint")))


def serve_dialogue(dialogue: Dialogue, credentials: dict[str, str]) -> Sanic:
    """Put a dialogue behind the channel; it is ready once a message went through the model."""
    app = Sanic("dakehu_engine", configure_logging=False)
    app.config.update(REQUEST_MAX_SIZE=LONGEST_REQUEST, FALLBACK_ERROR_FORMAT="json")
    app.ctx.agent = dialogue
    app.ctx.domain = dialogue.domain
    app.ctx.ready = False
    register([GatewayChannel.from_credentials(credentials)], app, route="/webhooks/")

    @app.after_server_start
    async def warm_up(app: Sanic, _loop: object) -> None:
        await dialogue.warm_up()
        app.ctx.ready = True

    return app


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    model = parser.parse_args().model
    port = int(os.environ["DAKEHU_ENGINE_PORT"])
    (credentials,) = read_config_file("credentials.yml").values()
    app = serve_dialogue(open_dialogue(model), credentials)
    app.run(LOOPBACK, port, access_log=False, motd=False)


if __name__ == "__main__":
    main()
