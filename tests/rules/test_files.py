"""Only files of known kinds are taken, and only if they are what they say."""

import io
import zipfile

import pytest

from dakehu.files import LARGEST, FileProblem, check, safe_name


def packed(inside: str, content: bytes = b"<x/>") -> bytes:
    """Return a packed file with one part, squeezed as small as can be."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        file.writestr(inside, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("名单.xlsx", packed("xl/workbook.xml"), "spreadsheetml.sheet"),
        ("方案.DOCX", packed("word/document.xml"), "wordprocessingml.document"),
        ("a.pdf", b"%PDF-1.7 ...", "application/pdf"),
        ("a.png", b"\x89PNG\r\n\x1a\n...", "image/png"),
        ("a.jpeg", b"\xff\xd8\xff...", "image/jpeg"),
        ("名单.csv", "姓名,单位".encode(), "text/csv"),
        ("名单.csv", "姓名,单位".encode("gb18030"), "text/csv"),
    ],
)
def test_a_file_of_a_known_kind_is_taken(name: str, content: bytes, media_type: str) -> None:
    checked = check(name, content)
    assert checked.media_type.endswith(media_type)
    assert checked.name == name


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.xlsx", b"", "empty"),
        ("a.pdf", b"%PDF-" + bytes(LARGEST), "too_large"),
        ("a.exe", b"MZ", "unknown_kind"),
        ("a.svg", b"<svg onload=alert(1)>", "unknown_kind"),
        ("a.html", b"<script>", "unknown_kind"),
        ("noending", b"x", "unknown_kind"),
        ("a.png", b"<html><script>alert(1)</script>", "not_what_it_says"),
        ("a.xlsx", b"PK\x03\x04 and then nothing", "not_what_it_says"),
        ("a.xlsx", packed("word/document.xml"), "not_what_it_says"),
        ("a.csv", b"\0\1\2", "not_what_it_says"),
        ("a.csv", b"\xff\xff\xff", "not_what_it_says"),
    ],
)
def test_all_else_is_refused_by_name(name: str, content: bytes, kind: str) -> None:
    with pytest.raises(FileProblem) as problem:
        check(name, content)
    assert problem.value.kind == kind


def test_a_bomb_is_refused_without_being_unpacked() -> None:
    bomb = packed("xl/workbook.xml", bytes(101 * 1024 * 1024))
    assert len(bomb) < 200_000
    with pytest.raises(FileProblem) as problem:
        check("名单.xlsx", bomb)
    assert problem.value.kind == "bomb"


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\windows\\名单.xlsx", "名单.xlsx"),
        ("<script>alert(1)</script>.csv", "script.csv"),
        ("a\u202egnp.csv", "agnp.csv"),
        ("\n\r", "file"),
        ("长" * 300 + ".csv", "长" * 116 + ".csv"),
    ],
)
def test_a_name_is_made_safe(given: str, safe: str) -> None:
    assert safe_name(given) == safe
