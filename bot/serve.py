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

LOOPBACK = "127.0.0.1"
LONGEST_REQUEST = 100_000  # bytes; a message has 4,000 characters


def build(model: Path) -> Sanic:
    """Load the model and open the channel as `endpoints.yml` and `credentials.yml` say."""
    store = create_tracker_store(read_endpoint_config("endpoints.yml", "tracker_store"))
    actions = ActionServer(read_endpoint_config("endpoints.yml", "action_endpoint"))
    (credentials,) = read_config_file("credentials.yml").values()

    app = Sanic("dakehu_engine", configure_logging=False)
    app.config.REQUEST_MAX_SIZE = LONGEST_REQUEST
    app.ctx.agent = dialogue = Dialogue(model, store, actions)
    app.ctx.domain = dialogue.domain
    app.ctx.ready = False
    register([GatewayChannel.from_credentials(credentials)], app, route="/webhooks/")

    @app.after_server_start
    async def warm_up(app: Sanic, _loop: object) -> None:
        await dialogue.warm_up()
        app.ctx.ready = True

    @app.after_server_stop
    async def close(_app: Sanic, _loop: object) -> None:
        await actions.close()

    return app


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    model = parser.parse_args().model
    port = int(os.environ["DAKEHU_ENGINE_PORT"])
    build(model).run(LOOPBACK, port, access_log=False, motd=False)


if __name__ == "__main__":
    main()
