"""Documents that people send in Telegram: fetched, checked, and refused with a reason."""

import pytest

from dakehu.files import LARGEST
from dakehu.storage.tables import File, History

from ..fake_engine import FakeEngine
from .bot_api import LARGEST_DOWNLOAD
from .calls import Failure
from .files import bomb
from .phone import Phone, Update, recorded

CSV = "姓名,单位\n王建国,华东机电\n".encode()
KEY = "BQACAgUAAxkBAAIB"


def document(name: str, size: int | None = 40) -> Update:
    told = {"file_name": name, "file_id": KEY, "file_unique_id": "AgADjwIAAr"}
    return recorded("document", document=told if size is None else {**told, "file_size": size})


async def test_a_document_is_fetched_and_told_to_the_engine(
    mine: Phone, engine: FakeEngine
) -> None:
    mine.api.files[KEY] = CSV
    await mine.send(recorded("document"))
    await mine.hears()
    assert engine.asked[0]["payload"] == '/send_file{"file": 1, "name": "名单.csv"}'
    assert engine.asked[0]["text"] == "客人名单"
    file = mine.gateway.files.find(1, 1)
    assert file is not None
    assert file.path.read_bytes() == CSV


async def test_a_document_that_is_too_large_is_not_fetched(mine: Phone, engine: FakeEngine) -> None:
    await mine.send(document("名单.xlsx", LARGEST + 1))
    assert "10 MB" in (await mine.hears())[0]
    assert mine.api.of("getFile") == []
    assert engine.asked == []


@pytest.mark.parametrize("told", [40, None])
async def test_a_document_larger_than_it_says_is_not_kept(mine: Phone, told: int | None) -> None:
    mine.api.files[KEY] = CSV + bytes(LARGEST)
    await mine.send(document("名单.csv", told))
    assert "10 MB" in (await mine.hears())[0]
    assert mine.rows(File) == []


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("名单.xlsx", bomb(), "解开后太大"),
        ("名单.xlsx", b"PK\x03\x04 no workbook", "对不上"),
        ("<script>alert(1)</script>.html", b"<script>", "这种文件我不收"),
        ("名单.csv", b"", "空的"),
    ],
)
async def test_what_may_not_be_sent_is_refused_with_a_reason(
    mine: Phone, engine: FakeEngine, name: str, content: bytes, sentence: str
) -> None:
    mine.api.files[KEY] = content
    await mine.send(document(name))
    assert sentence in (await mine.hears())[0]
    assert engine.asked == []
    assert mine.rows(File) == []


async def test_a_script_in_a_files_name_does_not_survive(mine: Phone) -> None:
    mine.api.files[KEY] = CSV
    await mine.send(document("<script>alert(1)</script>名单.csv"))
    await mine.hears()
    assert mine.rows(History)[0].message["file"]["name"] == "script名单.csv"


@pytest.mark.parametrize("code", [400, 502])
async def test_a_document_that_telegram_does_not_hand_over_is_asked_for_again(
    mine: Phone, code: int
) -> None:
    mine.api.failures.append(("getFile", Failure(code, "temporarily unavailable")))
    await mine.send(document("名单.csv"))
    assert "没能取到“名单.csv”" in (await mine.hears())[0]


async def test_strangers_have_nothing_fetched(phone: Phone) -> None:
    phone.api.files[KEY] = bytes(LARGEST_DOWNLOAD)
    await phone.send(document("名单.csv"))
    assert "请先登录" in (await phone.hears())[0]
    assert phone.api.of("getFile") == []
