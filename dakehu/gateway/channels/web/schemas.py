"""What the web channel takes and gives, as `/openapi.json` describes it."""

import re
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

from dakehu.gateway.incoming import LONGEST_TEXT

LONGEST_BODY = 128 * 1024  # bytes: a text escaped as surrogates, and one that a chat quotes with it

# Something that a person can see: no space, control, zero-width or direction mark.
_UNSEEN = r"\s\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f"
_VISIBLE = rf"[^{_UNSEEN}\u3000\ufeff\ufffd]"
VISIBLE = re.compile(_VISIBLE)

type Cursor = Annotated[str, Field(pattern=r"^[0-9]{1,18}$", description="Opaque; from `cursor`.")]
# In an address or a header there is no null: it is left out.
type GivenCursor = Cursor | SkipJsonSchema[None]


class SignIn(BaseModel):
    """A one-time code; `channel` says what is signing in."""

    model_config = ConfigDict(extra="forbid")

    code: str = Field(min_length=1, max_length=200)
    channel: Literal["web", "terminal"] = "web"


class Session(BaseModel):
    """A signed-in person; `token` serves as `Authorization: Bearer`, the cookie does too."""

    token: str
    name: str
    language: Literal["zh", "en"]


class Person(BaseModel):
    """Who is signed in."""

    name: str
    language: Literal["zh", "en"]


class Welcome(BaseModel):
    """What a person can say, to begin with."""

    examples: list[str]


class TextMessage(BaseModel):
    """A text; the same `id` again is the same message."""

    model_config = ConfigDict(extra="forbid")

    id: UUID
    # Told here and checked by the route, which has kinder words for it. The length is no
    # `maxLength`: tools expect 400 where a schema is not met, and too long is 413.
    text: str = Field(
        description=f"At most {LONGEST_TEXT} characters; longer ones are refused with 413.",
        json_schema_extra={"pattern": _VISIBLE},
    )


class ButtonPress(BaseModel):
    """A press of a button that was given out with a message."""

    model_config = ConfigDict(extra="forbid")

    id: UUID
    button: str = Field(min_length=1, max_length=200)


class FileMessage(BaseModel):
    """A file that was uploaded before (`POST /api/files`), with a few words or none."""

    model_config = ConfigDict(extra="forbid")

    id: UUID
    file: str = Field(pattern=r"^[0-9]{1,18}$")
    text: str = Field(default="", max_length=LONGEST_TEXT)


type Said = TextMessage | ButtonPress | FileMessage


class Upload(BaseModel):
    """A file that is kept; its `id` goes into a message."""

    id: str
    name: str
    url: str


class Button(BaseModel):
    """A choice; its token works once, for the person who got it, for 24 hours.

    In the history, `spent` tells that it was used or has expired.
    """

    label: str
    token: str
    spent: bool = False


class File(BaseModel):
    """Something to download."""

    url: str
    name: str


class Table(BaseModel):
    """Figures in columns."""

    columns: list[str]
    rows: list[list[Any]]


class Message(BaseModel):
    """Something said by the assistant."""

    id: str
    text: str
    buttons: list[Button] = []
    image: str | None = None
    file: File | None = None
    table: Table | None = None
    data: dict[str, Any] | None = None


class Replies(BaseModel):
    """What answers a message."""

    messages: list[Message]


class HistoryMessage(Message):
    """Something said by either side; `pressed` is the message whose button a person pressed."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    sender: Literal["person", "bot"] = Field(alias="from")
    at: datetime
    pressed: str | None = None


class History(BaseModel):
    """What was said after a cursor, and the cursor to go on from."""

    messages: list[HistoryMessage]
    cursor: Cursor
