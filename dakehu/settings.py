"""Settings from the environment and `.env`; the one place that reads either."""

from datetime import datetime
from functools import cached_property
from os import environ
from pathlib import Path
from secrets import token_urlsafe
from zoneinfo import ZoneInfo

from pydantic import BaseModel, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from dakehu.clock import Clock, FrozenClock, SystemClock


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one line that names it."""


class Telegram(BaseModel, frozen=True):
    """A Telegram bot, `DAKEHU_TELEGRAM_…`: its token, and its name for `t.me/…` links.

    With `DAKEHU_PUBLIC_URL` (https) Telegram calls us; without it we ask.
    """

    token: str = Field(pattern=r"^\d+:[\w-]+$")
    name: str = Field(pattern=r"^@?\w{3,32}$")
    api_url: str = Field(default="https://api.telegram.org", pattern="^https?://")

    @field_validator("name")
    @classmethod
    def _without_at(cls, value: str) -> str:
        return value.removeprefix("@")

    def link(self, code: str = "") -> str:
        """Return the address that opens a chat with the bot, and binds it by a code."""
        return f"https://t.me/{self.name}" + (f"?start={code}" if code else "")


class WeCom(BaseModel, frozen=True):
    """An app of WeCom, `DAKEHU_WECOM_…`: as its console shows them."""

    corp_id: str = Field(min_length=1)
    agent_id: int
    secret: str = Field(min_length=1)
    token: str = Field(min_length=1)
    aes_key: str = Field(pattern="^[A-Za-z0-9+/]{43}$")
    api_url: str = "https://qyapi.weixin.qq.com"


class WeChat(BaseModel, frozen=True):
    """A WeChat Official Account, `DAKEHU_WECHAT_…`: as its console shows them."""

    app_id: str = Field(min_length=1)
    secret: str = Field(min_length=1)
    token: str = Field(min_length=1)
    aes_key: str = Field(pattern="^[A-Za-z0-9+/]{43}$")
    api_url: str = "https://api.weixin.qq.com"


class Settings(BaseSettings):
    """What the environment says, with the prefix `DAKEHU_`."""

    model_config = SettingsConfigDict(
        env_prefix="DAKEHU_",
        env_nested_delimiter="_",
        env_nested_max_split=1,
        env_file=".env",
        extra="ignore",
        frozen=True,
    )

    home: Path = Path("var")
    database_url: str = ""
    secret: str = Field(min_length=16)
    timezone: str = "Asia/Shanghai"
    now: datetime | None = None
    host: str = "127.0.0.1"
    public_url: str = ""
    port: int = Field(default=8000, ge=1, le=65535)
    engine_port: int = Field(default=5005, ge=1, le=65535)
    actions_port: int = Field(default=5055, ge=1, le=65535)
    rate_limit: int = Field(default=120, ge=1)  # messages of one person in a minute
    widget_origins: tuple[str, ...] = ()  # as JSON: whose pages may show the widget
    telegram: Telegram | None = None
    wecom: WeCom | None = None
    wechat: WeChat | None = None

    @field_validator("now", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return value or None

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        ZoneInfo(value)
        return value

    @cached_property
    def zone(self) -> ZoneInfo:
        """The department's time zone."""
        return ZoneInfo(self.timezone)

    @cached_property
    def clock(self) -> Clock:
        """The business clock: frozen when `DAKEHU_NOW` is set."""
        if self.now is None:
            return SystemClock(self.zone)
        moment = self.now if self.now.tzinfo else self.now.replace(tzinfo=self.zone)
        return FrozenClock(moment.astimezone(self.zone))

    @property
    def web_address(self) -> str:
        """Where people open the web page: `DAKEHU_PUBLIC_URL`, or this machine."""
        return self.public_url.rstrip("/") or f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> str:
        """The database's URL: `DAKEHU_DATABASE_URL`, or SQLite in `DAKEHU_HOME`."""
        return self.database_url or f"sqlite:///{(self.home / 'dakehu.db').absolute()}"


def load() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: Names the first missing or wrong setting in one line.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(["DAKEHU", *map(str, first["loc"])]).upper()
        raise SettingsError(f"{name}: {first['msg']}") from None


def begin() -> Settings:
    """Read the settings; on a new machine, write a secret into `.env` first.

    Raises:
        SettingsError: As for `load`.
    """
    env = Path(".env")
    lines = env.read_text(encoding="utf-8").splitlines() if env.exists() else []
    if "DAKEHU_SECRET" not in {line.split("=", 1)[0].strip() for line in lines} | set(environ):
        with env.open("a", encoding="utf-8") as file:
            file.write(f"DAKEHU_SECRET={token_urlsafe(32)}\n")
        env.chmod(0o600)
    return load()
