"""Serving the gateway by HTTP, with one line of JSON for each thing worth noting."""

import json
import logging
import socket
from datetime import UTC, datetime

import uvicorn

from dakehu.gateway.app import create_app
from dakehu.gateway.channels.served import served
from dakehu.gateway.parts import Gateway
from dakehu.settings import Settings, SettingsError

PATIENCE_AT_STOP = 10  # seconds for requests that are being answered
KEEP_OPEN = 75  # seconds a quiet connection stays open


class OneLine(logging.Formatter):
    """Writes a record, its traceback too, as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        fields = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            fields["error"] = self.formatException(record.exc_info)
        return json.dumps(fields, ensure_ascii=False)


class Server(uvicorn.Server):
    """Sends listeners away when it stops; their streams would keep it waiting else."""

    def __init__(self, config: uvicorn.Config, gateway: Gateway) -> None:
        super().__init__(config)
        self._gateway = gateway

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop taking requests, and wait for those that are being answered."""
        self._gateway.listeners.close()
        await super().shutdown(sockets)


def serve(settings: Settings) -> None:
    """Serve until the process is told to stop.

    Raises:
        SettingsError: `DAKEHU_HOST` and `DAKEHU_PORT` cannot be listened on.
    """
    _log_to_stderr()
    gateway = Gateway(settings, served(settings))
    config = uvicorn.Config(
        create_app(gateway),
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        timeout_keep_alive=KEEP_OPEN,
        timeout_graceful_shutdown=PATIENCE_AT_STOP,
    )
    with _listening(settings) as listening:
        Server(config, gateway).run(sockets=[listening])


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except OSError as error:
        raise SettingsError(f"DAKEHU_PORT: cannot listen on {settings.port}: {error}") from None


def _log_to_stderr() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine())
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    # It notes every address that it calls, and those of chat services carry their tokens.
    logging.getLogger("httpx").setLevel(logging.WARNING)
