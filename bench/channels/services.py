"""Stand-ins for the chat services, on the loopback: they take everything, and count."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from dakehu.codes import Channel
from dakehu.settings import Settings, Telegram, WeChat, WeCom

BOT = "123456:bench"
_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
_ME = {"id": 123456, "is_bot": True, "first_name": "Dakehu", "username": "dakehu_bot"}
_SENT = {"message_id": 1, "date": 1_795_000_000, "chat": {"id": 77, "type": "private"}}
_TENCENT = {"errcode": 0, "errmsg": "ok", "access_token": "token", "expires_in": 7200}


class Services:
    """Answers as Telegram, WeCom and WeChat do when all is well.

    Attributes:
        calls: How many messages were sent to them.
    """

    def __init__(self) -> None:
        self.calls = 0
        self.url = ""

    def settings(self, home: Settings) -> Settings:
        """Return settings that name them all."""
        more = {
            Channel.TELEGRAM: Telegram(token=BOT, name="dakehu_bot", api_url=self.url),
            Channel.WECOM: WeCom(
                corp_id="corp", agent_id=1, secret="s", token="t", aes_key=_KEY, api_url=self.url
            ),
            Channel.WECHAT: WeChat(
                app_id="app", secret="s", token="t", aes_key=_KEY, api_url=self.url
            ),
        }
        update = {str(channel): group for channel, group in more.items()}
        return home.model_copy(update={"public_url": "https://bench.invalid", **update})

    async def answer(self, request: web.Request) -> web.Response:
        """Take any call."""
        await request.read()
        self.calls += "send" in request.path
        if not request.path.startswith("/bot"):
            return web.json_response(_TENCENT)
        results = {"getMe": _ME, "sendMessage": _SENT}
        method = request.path.rpartition("/")[2]
        return web.json_response({"ok": True, "result": results.get(method, True)})


@asynccontextmanager
async def standing_in() -> AsyncIterator[Services]:
    """Serve the stand-ins."""
    services = Services()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", services.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    services.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield services
    finally:
        await runner.cleanup()
