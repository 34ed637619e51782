"""Texts and tables as Telegram takes them: escaped, cut where it makes sense, aligned."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dakehu.gateway.channels.telegram import table
from dakehu.gateway.channels.telegram.markdown import LONGEST, escaped, fenced, pieces, units
from dakehu.gateway.channels.telegram.rendering import Attachment, Text, keyboard, parts
from dakehu.gateway.signing import ButtonTokens
from dakehu.storage.messages.history import Entry

from .markup import RESERVED, read

SOME = "客户：华东机电（A级）*_[x](y)~`>#+-=|{}.!\\ 完成率 75.0%"


@given(st.text(alphabet=st.sampled_from(f"{RESERVED}\\ \n客a😀"), max_size=200))
def test_whatever_a_text_holds_it_is_shown_as_it_is(text: str) -> None:
    assert read(escaped(text)) == text
    assert read(fenced(text)) == f"\n{text}\n"


def test_a_short_text_is_one_piece() -> None:
    assert list(pieces(SOME)) == [SOME]
    assert list(pieces(" \n ")) == []


@pytest.mark.parametrize(
    ("part", "end"),
    [("一段话。" * 40 + "\n\n", "。"), ("一行 1.5\n", "5"), ("一句话！", "！"), ("word ", "d")],
)
def test_a_long_text_is_cut_at_the_best_place(part: str, end: str) -> None:
    text = part * (9000 // len(part))
    cut = list(pieces(text))
    assert len(cut) > 1
    assert all(piece.endswith(end) for piece in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("客。.! \n😀👍🏽"), max_size=100))
def test_no_piece_is_too_long_and_nothing_is_lost(text: str) -> None:
    cut = list(pieces(text * 90))
    assert all(units(escaped(piece)) <= LONGEST for piece in cut)
    assert "".join("".join(cut).split()) == "".join(text.split()) * 90


def test_what_belongs_together_is_not_torn() -> None:
    assert {piece[0] for piece in pieces("👍🏽" * 3000)} == {"👍"}


def test_a_narrow_table_is_aligned_by_what_is_seen() -> None:
    (block,) = table.aligned(["专员", "拜访"], [["陈晨", 12], ["Li", None], ["王建国", 3]]) or []
    assert block.split("\n") == ["专员    拜访", "陈晨      12", "Li", "王建国     3"]


def test_a_long_table_has_its_head_on_each_block() -> None:
    blocks = table.aligned(["客户", "级别"], [[f"第{n}家.", "A"] for n in range(900)]) or []
    assert len(blocks) > 1
    assert all(block.startswith("客户") for block in blocks)
    assert all(units(fenced(block)) <= LONGEST for block in blocks)
    assert sum(block.count("第") for block in blocks) == 900


def test_a_wide_table_is_told_row_by_row() -> None:
    columns = ["客户", "上次拜访", "下一步"]
    rows = [["华东机电设备有限公司", "2026-11-03", "周五前出方案\n并报价"], ["甲", None, "无"]]
    shown = parts({"text": "两家：", "table": {"columns": columns, "rows": rows}})
    assert [part.plain for part in shown if isinstance(part, Text)] == [
        "两家：",
        "客户: 华东机电设备有限公司\n上次拜访: 2026-11-03\n下一步: 周五前出方案 并报价"
        "\n\n客户: 甲\n下一步: 无",
    ]


def test_an_empty_table_shows_its_head() -> None:
    assert table.aligned(["客户"], []) == ["客户"]


def test_a_picture_and_a_file_follow_the_text() -> None:
    said = {
        "text": "好",
        "image": "/api/files/1",
        "file": {"url": "/api/files/2", "name": "表.xlsx"},
    }
    assert parts(said)[1:] == [Attachment("/api/files/1", True), Attachment("/api/files/2", False)]


def test_short_buttons_stand_beside_each_other_and_tokens_fit() -> None:
    titles = ["确认", "修改", "取消", "华东机电设备有限公司（上海）", "好"]
    buttons = [{"title": title, "payload": "/x"} for title in titles]
    entry = Entry(2**31 - 1, 1, False, {"buttons": buttons}, None, None)  # type: ignore[arg-type]
    shown = keyboard(entry, ButtonTokens("a secret of some length"))
    assert shown is not None
    assert [[b.text for b in row] for row in shown.inline_keyboard] == [
        titles[:3],
        [titles[3]],
        [titles[4]],
    ]
    tokens = [b.callback_data for row in shown.inline_keyboard for b in row]
    assert all(isinstance(token, str) and len(token.encode()) <= 64 for token in tokens)
    assert all(one != other for one, other in pairwise(tokens))
