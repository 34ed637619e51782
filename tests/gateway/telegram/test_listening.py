"""By polling or by webhook: nothing is missed, and only Telegram is believed."""

from dataclasses import dataclass

import pytest

from dakehu.gateway.channels.telegram.webhook import secret_token
from dakehu.settings import Settings
from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.tables import Inbox

from ..fake_engine import SECRET, FakeEngine
from ..people import hire
from .bot_api import TOKEN, BotApi
from .calls import Failure
from .phone import Phone, message, phoning, recorded


@dataclass
class Unwritable:
    """An inbox that cannot be written for a while."""

    times: int

    def patch(self, phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
        receive = phone.gateway.inbox.receive

        def fail(incoming: object) -> object:
            self.times -= 1
            if self.times >= 0:
                raise StorageUnavailable("disk full")
            return receive(incoming)  # type: ignore[arg-type]

        monkeypatch.setattr(phone.gateway.inbox, "receive", fail)


async def test_telegram_is_told_where_to_call_and_with_which_secret(called: Phone) -> None:
    (call,) = await called.api.called("setWebhook")
    assert call.given["url"] == "https://dakehu.example/telegram/webhook"
    assert call.given["secret_token"] == secret_token(SECRET, TOKEN)
    assert "channel_post" not in call.given["allowed_updates"]


async def test_a_call_is_taken_in_and_answered(called: Phone, engine: FakeEngine) -> None:
    assert (await called.call(recorded("message"))).status_code == 200
    assert len(called.rows(Inbox)) == 1  # before Telegram hears that it is
    assert await called.hears() == ["昨天拜访了华东机电"]


@pytest.mark.parametrize("secret", ["", "wrong", secret_token(SECRET, "654321:another"), "密码"])
async def test_whoever_does_not_know_the_secret_is_turned_away(
    called: Phone, engine: FakeEngine, secret: str
) -> None:
    headers = [(b"X-Telegram-Bot-Api-Secret-Token", secret.encode())]
    for content in (b"not json", b'{"update_id": 1}'):
        answer = await called.http.post("/telegram/webhook", content=content, headers=headers)
        assert answer.status_code == 403
    answer = await called.http.post("/telegram/webhook", json=recorded("message"))
    assert answer.status_code == 403
    assert called.rows(Inbox) == []


async def test_a_call_again_has_no_second_effect(called: Phone, engine: FakeEngine) -> None:
    for _ in range(3):
        assert (await called.call(recorded("message"))).status_code == 200
    await called.call(message("你好"))
    assert await called.hears(2) == ["昨天拜访了华东机电", "你好"]
    assert engine.texts == ["昨天拜访了华东机电", "你好"]


async def test_what_cannot_be_kept_is_delivered_again(
    called: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    Unwritable(1).patch(called, monkeypatch)
    update = message("你好")
    assert (await called.call(update)).status_code == 503
    assert (await called.call(update)).status_code == 200
    assert await called.hears() == ["你好"]


@pytest.mark.parametrize("told", [b"", b"[]", b'{"update_id": 1, "message": {"message_id": 1}}'])
async def test_an_update_that_cannot_be_read_is_not_asked_for_again(
    called: Phone, told: bytes
) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret_token(SECRET, TOKEN)}
    answer = await called.http.post("/telegram/webhook", content=told, headers=headers)
    assert answer.status_code == 200


async def test_a_message_that_quotes_another_as_long_is_taken(called: Phone) -> None:
    longest = "😀" * 2000
    quoted = recorded("message", text=longest)["message"]
    update = message(
        longest[:100] + "。", reply_to_message=quoted, quote={"text": longest, "position": 0}
    )
    assert (await called.call(update)).status_code == 200
    await called.hears()


async def test_without_a_public_address_nobody_can_call(mine: Phone) -> None:
    answer = await mine.call(recorded("message"), secret_token(SECRET, TOKEN))
    assert answer.status_code in (404, 405)


async def test_polling_takes_the_webhook_away_first(mine: Phone) -> None:
    await mine.say("你好")
    assert await mine.hears() == ["你好"]
    assert [call.method for call in mine.api.calls[:2]] == ["getMe", "deleteWebhook"]


async def test_polling_asks_again_for_what_could_not_be_kept(
    mine: Phone, engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    Unwritable(2).patch(mine, monkeypatch)
    await mine.send(message("一"), message("二"))
    assert await mine.hears(2) == ["一", "二"]
    assert engine.texts == ["一", "二"]


@pytest.mark.parametrize("code", [401, 409, 500])
async def test_polling_outlives_what_telegram_answers(mine: Phone, code: int) -> None:
    mine.api.failures += [("getUpdates", Failure(code, "no"))] * 2
    await mine.say("你好")
    assert await mine.hears() == ["你好"]


async def test_a_message_is_the_same_by_polling_and_by_webhook(
    settings: Settings, api: BotApi, engine: FakeEngine
) -> None:
    async with phoning(settings, api) as phone:
        hire(phone.gateway.database)
        phone.bound(1)
        await phone.send(recorded("message"))
        await phone.hears()
    public = settings.model_copy(update={"public_url": "https://dakehu.example"})
    async with phoning(public, api) as phone:
        assert (await phone.call(recorded("message"))).status_code == 200
        await phone.call(message("你好"))
        assert await phone.hears(2) == ["昨天拜访了华东机电", "你好"]
    assert engine.texts == ["昨天拜访了华东机电", "你好"]


async def test_a_gateway_starts_although_telegram_is_away(
    settings: Settings, api: BotApi, engine: FakeEngine
) -> None:
    api.failures += [("*", Failure(500, "away"))] * 3
    async with phoning(settings, api) as phone:
        hire(phone.gateway.database)
        phone.bound(1)
        await phone.say("你好")
        assert await phone.hears() == ["你好"]


async def test_a_wrong_name_is_told_in_the_log(
    settings: Settings, api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    assert settings.telegram is not None
    telegram = settings.telegram.model_copy(update={"name": "other_bot"})
    async with phoning(settings.model_copy(update={"telegram": telegram}), api):
        await api.called("deleteWebhook")
    assert "DAKEHU_TELEGRAM_NAME should be @dakehu_bot" in caplog.text
