"""Files that people send, on any channel: checked, kept, and told to the engine."""

import json
from dataclasses import dataclass

from dakehu import files
from dakehu.files import FileProblem
from dakehu.gateway.incoming import Sender
from dakehu.gateway.text import storable
from dakehu.gateway.threads import DatabaseThreads
from dakehu.storage.files import FileStore, StoredFile
from dakehu.storage.messages.incoming import Incoming


@dataclass(frozen=True)
class Uploads:
    """Takes files in."""

    store: FileStore
    threads: DatabaseThreads

    def check_size(self, size: int) -> None:
        """Refuse what is too large before anything of it is fetched.

        Raises:
            FileProblem: Why it is refused.
        """
        files.check_size(size)

    async def keep(self, staff_id: int, name: str, content: bytes) -> StoredFile:
        """Check a file and keep it.

        Raises:
            FileProblem: Why it is refused; nothing was kept.
        """
        return await self.threads.run(self._keep, staff_id, storable(name), content)

    def message(self, sender: Sender, file: StoredFile, text: str = "") -> Incoming:
        """Return a kept file as a message."""
        fit = storable(text)
        told = json.dumps({"file": file.id, "name": file.name}, ensure_ascii=False)
        payload = {"text": fit or file.name, "payload": f"/send_file{told}"}
        return sender.says({"text": fit, **shown(file)}, payload)

    def _keep(self, staff_id: int, name: str, content: bytes) -> StoredFile:
        checked = files.check(name, content)
        return self.store.add(staff_id, checked.name, checked.media_type, content)


def shown(file: StoredFile) -> dict[str, object]:
    """Return how a message shows a file: a picture as `image`, all else as `file`."""
    url = f"/api/files/{file.id}"
    if file.media_type.startswith("image/"):
        return {"image": url}
    return {"file": {"url": url, "name": file.name}}


__all__ = ["FileProblem", "Uploads", "shown"]
