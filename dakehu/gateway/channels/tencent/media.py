"""Pictures and files on their way out: handed over first, then sent by the id they get."""

from dataclasses import dataclass
from typing import Any

from dakehu.storage.files import StoredFile

_PICTURES = frozenset({"image/png", "image/jpeg"})


@dataclass(frozen=True, slots=True)
class Media:
    """A kept file that is to be sent."""

    file_id: int

    @classmethod
    def of(cls, url: str) -> "Media":
        """Return the file that a message shows by its address."""
        return cls(int(url.rsplit("/", 1)[-1]))


def shown_in(message: dict[str, Any]) -> list[Media]:
    """Return the picture and the file of a message."""
    urls = [message.get("image"), (message.get("file") or {}).get("url")]
    return [Media.of(url) for url in urls if url]


def kind(file: StoredFile) -> str:
    """Return what the services call a file: an `image` where they can show it."""
    return "image" if file.media_type in _PICTURES else "file"
