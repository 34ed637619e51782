"""Pictures that an action drew: kept as files of the person once the turn is over."""

import logging
from dataclasses import dataclass
from typing import Any

from dakehu.storage.errors import StorageUnavailable
from dakehu.storage.files import FileStore

log = logging.getLogger(__name__)

PNG = "image/png"


@dataclass(frozen=True)
class Picture:
    """A drawn picture, as PNG, under the name by which it is saved."""

    name: str
    content: bytes


def keep(files: FileStore, staff_id: int, reply: dict[str, Any]) -> dict[str, Any]:
    """Return a reply that shows its picture by the address at which only the person gets it.

    An answer is worth having without its picture: where that cannot be kept, it is left out.
    """
    picture: Picture | None = reply.pop("picture", None)
    if picture is None:
        return reply
    try:
        stored = files.add(staff_id, picture.name, PNG, picture.content)
    except (OSError, StorageUnavailable) as error:
        log.warning("a picture could not be kept: %s", error)
        return reply
    url = f"/api/files/{stored.id}"
    custom = reply.setdefault("custom", {})
    custom["image"] = url
    if "data" in custom:
        custom["data"]["chart"] = url
    return reply
