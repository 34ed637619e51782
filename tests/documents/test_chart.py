"""A chart that can be read on a telephone: nothing cut, nothing on top of each other."""

import io
from itertools import combinations

import pytest
from PIL import Image

from dakehu.documents.chart import WIDTH, Bar, Box, Strip, Words, draw, font, height, layout
from dakehu.handbook.codes import codes, label

TITLES = {"zh": "提问有效率 · 2025年11月30日至2026年11月24日", "en": "question progress · Nov 2026"}
NOTES = {"zh": "100% · 12,345次", "en": "100% · 12,345 cases"}


def bars(language: str, kind: str = "question", group: str = "") -> list[Bar]:
    names = [group + label(kind, code, language) for code in codes(kind)]
    return [Bar(n, at / 8, NOTES[language], pale=at % 2 == 1) for at, n in enumerate(names, 1)]


def words(title: str, some: list[Bar]) -> list[Words]:
    return [piece for piece in layout(title, some) if isinstance(piece, Words)]


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def strip(bar: Strip) -> Box:
    return bar.x, bar.y, bar.x + bar.long, bar.y + 20


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", ["question", "opener"])
def test_labels_are_whole_and_apart(language: str, kind: str) -> None:
    some = bars(language, kind)
    pieces = list(layout(TITLES[language], some))
    found = words(TITLES[language], some)
    assert {bar.label for bar in some} < {one.text for one in found}
    for left, top, right, bottom in (one.box for one in found):
        assert 0 <= left < right <= WIDTH
        assert 0 <= top < bottom <= height(some)
    assert not any(overlap(one.box, other.box) for one, other in combinations(found, 2))
    grounds = [strip(one) for one in pieces if isinstance(one, Strip)]
    assert not any(overlap(one.box, ground) for one in found for ground in grounds)


def test_a_label_that_is_too_long_is_shortened_and_says_so() -> None:
    found = words("提问", bars("en", "opener", "Somebody with a very long name indeed · "))
    assert any(one.text.endswith("…") for one in found)
    assert not any(overlap(one.box, other.box) for one, other in combinations(found, 2))


def test_letters_are_large_enough_at_half_the_width() -> None:
    assert WIDTH == 2 * 360
    assert min(one.size for one in words("提问", bars("zh"))) / 2 >= 12


def test_no_letter_is_missing_from_the_font() -> None:
    missing = bytes(font(25).getmask("\U0010ffff"))
    told = {letter for one in words(TITLES["zh"], bars("zh")) for letter in one.text}
    assert [one for one in told if one != " " and bytes(font(25).getmask(one)) == missing] == []


def test_the_picture_is_a_small_png_of_its_size() -> None:
    content = draw(TITLES["zh"], bars("zh"))
    assert Image.open(io.BytesIO(content)).size == (WIDTH, height(bars("zh")))
    assert len(content) < 60_000


def test_few_cases_are_paler() -> None:
    picture = Image.open(io.BytesIO(draw("提问", [Bar("a", 1, ""), Bar("b", 1, "", pale=True)])))
    sure, unsure = (picture.convert("RGB").getpixel((300, at)) for at in (84 + 48, 84 + 74 + 48))
    assert isinstance(sure, tuple)
    assert isinstance(unsure, tuple)
    assert sum(unsure) > sum(sure)
