"""Settings from the environment and `.env`; the one place that reads either."""

from datetime import datetime
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from dakehu.clock import Clock, FrozenClock, SystemClock


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one line that names it."""


class Settings(BaseSettings):
    """What the environment says, with the prefix `DAKEHU_`."""

    model_config = SettingsConfigDict(
        env_prefix="DAKEHU_", env_file=".env", extra="ignore", frozen=True
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
        name = "DAKEHU_" + str(first["loc"][0]).upper()
        raise SettingsError(f"{name}: {first['msg']}") from None
