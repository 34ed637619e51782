"""Whatever is typed and registered: finding never fails, and knows all that was added."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dakehu.language.names import NameIndex

_WORDS = """
    江苏 苏州 华东 华栋 华 东 机电 几电 设备 有限公司 集团 恒通 物流 希望 长城 王建国
    去 了 的 在 和 ， （ ） 中国 西门子 蓝海 新能源 ＡＢＢ é 😀
    Anbo Electric electirc huadong hua dong jidian hdjd 3M GmbH Co., Ltd. & - .
"""
words = st.sampled_from(_WORDS.split())
texts = st.one_of(
    st.text(max_size=60),
    st.lists(words, max_size=10).map("".join),
    st.lists(words, max_size=10).map(" ".join),
)
entries = st.lists(st.tuples(st.integers(0, 20), st.lists(texts, max_size=3)), max_size=12)
KNOWN = [
    (100, ["江苏华东机电设备有限公司", "华东机电", "Anbo Electric"]),
    (101, ["恒通", "希望"]),
    (102, ["王建国"]),
    (103, ["西门子（中国）有限公司", "Siemens Ltd., China"]),
    (104, ["宁波蓝海新能源科技有限公司", "ＡＢＢ"]),
]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=texts, more=entries)
def test_matches_lie_in_the_text_apart_from_each_other_the_best_first(
    text: str, more: list[tuple[int, list[str]]]
) -> None:
    found = NameIndex([*KNOWN, *more]).find(text)
    places = sorted({match.span for match in found})
    at = 0
    for start, end in places:
        assert at <= start < end <= len(text)
        at = end
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0.6 <= score <= 1 for score in scores)
    assert len({(match.id, match.span) for match in found}) == len(found)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(text=texts, more=entries)
def test_an_index_that_grew_finds_what_one_built_at_once_finds(
    text: str, more: list[tuple[int, list[str]]]
) -> None:
    grown: NameIndex[int] = NameIndex(KNOWN)
    for id, forms in more:
        grown.add(id, forms)
    assert grown.find(text) == NameIndex([*KNOWN, *more]).find(text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from("鼎晟琛钰骏骁璟澜曜翊"), min_size=2, max_size=4).map("".join))
def test_whoever_is_added_is_found(brand: str) -> None:
    index = NameIndex(KNOWN)
    index.add(7, [f"{brand}电缆有限公司"])
    for said in (f"{brand}电缆有限公司", f"{brand}电缆", f"昨天去{brand}谈了合同"):
        assert 7 in {match.id for match in index.find(said)}
