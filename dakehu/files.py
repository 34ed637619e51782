"""What files people may send: of which kinds, how large, and truly what they claim to be."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

LARGEST = 10 * 1024 * 1024
"""Bytes of a file."""

LARGEST_UNPACKED = 100 * 1024 * 1024
"""Bytes of all that a packed file (a workbook, a document) holds."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
_XLSX = f"{_OFFICE}.spreadsheetml.sheet"
_DOCX = f"{_OFFICE}.wordprocessingml.document"

# Ending: media type, and how such a file begins.
_KINDS: Mapping[str, tuple[str, tuple[bytes, ...]]] = {
    ".xlsx": (_XLSX, (b"PK\x03\x04",)),
    ".docx": (_DOCX, (b"PK\x03\x04",)),
    ".pdf": ("application/pdf", (b"%PDF-",)),
    ".png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    ".jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    ".jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    ".webp": ("image/webp", (b"RIFF",)),
    ".csv": ("text/csv", ()),
}
# What must be inside a packed file for it to be what it says.
_INSIDE = {_XLSX: "xl/workbook.xml", _DOCX: "word/document.xml"}


class FileProblem(Exception):
    """A file that cannot be taken.

    Attributes:
        kind: `empty`, `too_large`, `unknown_kind`, `not_what_it_says` or `bomb`; or `unavailable`,
            where its channel did not hand it over.
        values: For the sentence that says so.
    """

    def __init__(self, kind: str, **values: Any) -> None:
        super().__init__(kind)
        self.kind = kind
        self.values = values


@dataclass(frozen=True)
class Checked:
    """A file that may be kept, under a name that is safe to show and to store."""

    name: str
    media_type: str


def check_size(size: int) -> None:
    """Refuse what is empty or too large.

    Raises:
        FileProblem: `empty` or `too_large`.
    """
    if size == 0:
        raise FileProblem("empty")
    if size > LARGEST:
        raise FileProblem("too_large", limit=LARGEST // 1024 // 1024)


def check(name: str, content: bytes) -> Checked:
    """Check a file by its name, its first bytes and, where it is packed, what it would unpack to.

    Raises:
        FileProblem: Why it cannot be taken.
    """
    check_size(len(content))
    safe = safe_name(name)
    kind = _KINDS.get(PurePosixPath(safe).suffix.lower())
    if kind is None:
        raise FileProblem("unknown_kind", kinds=", ".join(ending[1:] for ending in _KINDS))
    media_type, beginnings = kind
    if beginnings and not content.startswith(beginnings):
        raise FileProblem("not_what_it_says", name=safe)
    if media_type in _INSIDE:
        _look_inside(safe, content, _INSIDE[media_type])
    elif media_type == "text/csv":
        _read_as_text(safe, content)
    return Checked(safe, media_type)


def safe_name(name: str) -> str:
    """Return a file's name without folders, control characters or what markup is made of."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c for c in last if c.isprintable() and c not in "<>:\"|?*&'`")
    return kept.strip(". ")[-120:] or "file"


def _look_inside(name: str, content: bytes, inside: str) -> None:
    """Read a packed file's list of contents; nothing of it is unpacked."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        raise FileProblem("not_what_it_says", name=name) from None
    if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
        raise FileProblem("bomb", name=name)
    if inside not in packed.namelist():
        raise FileProblem("not_what_it_says", name=name)


def _read_as_text(name: str, content: bytes) -> None:
    for encoding in ("utf-8", "gb18030"):
        try:
            if "\0" not in content.decode(encoding):
                return
        except UnicodeDecodeError:
            continue
    raise FileProblem("not_what_it_says", name=name)
