"""Text cut to what a service takes."""

from hypothesis import given
from hypothesis import strategies as st

from dakehu.gateway.channels.tencent.text import numbered, pieces, plain, table_lines


@given(st.text(), st.integers(8, 60))
def test_no_piece_is_too_large_and_no_word_is_lost(text: str, most: int) -> None:
    cut = list(pieces(text, most))
    assert all(0 < len(piece.encode()) <= most for piece in cut)
    assert "".join("".join(cut).split()) == "".join(text.split())


def test_a_text_is_cut_between_paragraphs() -> None:
    text = "一" * 400 + "\n\n" + "二" * 200 + "\n" + "三" * 300
    assert list(pieces(text)) == ["一" * 400, "二" * 200 + "\n" + "三" * 300]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    cut = list(pieces("今天拜访了华东机电。" * 100))
    assert all(piece.endswith("。") for piece in cut)


def test_a_link_within_a_name_does_not_work() -> None:
    assert plain('<a href="http://x">华东</a>') == '＜a href="http://x">华东＜/a>'
    assert plain("3 < 4 <= 5") == "3 < 4 <= 5"


def test_a_table_is_a_line_for_each_row() -> None:
    table = {"columns": ["客户", "拜访数", "完成率"], "rows": [["华东机电", 5, None]]}
    assert table_lines(table) == ["客户：拜访数、完成率", "华东机电：5、—"]
    assert table_lines({"columns": ["客户"], "rows": [["华东"]]}) == ["客户", "华东"]


def test_choices_have_numbers() -> None:
    assert numbered(["确认", "取消"]) == "1. 确认\n2. 取消"
