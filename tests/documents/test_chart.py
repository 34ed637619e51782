"""A chart that can be read on a telephone: nothing cut, nothing on top of each other."""

from itertools import combinations

import pytest
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from dakehu.documents.chart import WIDTH, Bar, draw, layout
from dakehu.handbook.codes import codes, label

TITLES = {"zh": "提问有效率 · 2025年11月30日至2026年11月24日", "en": "question progress · Nov 2026"}
NOTES = {"zh": "100% · 12,345次", "en": "100% · 12,345 cases"}


def bars(language: str, kind: str = "question", group: str = "") -> list[Bar]:
    names = [group + label(kind, code, language) for code in codes(kind)]
    return [Bar(n, at / 8, NOTES[language], pale=at % 2 == 1) for at, n in enumerate(names, 1)]


def boxes(title: str, some: list[Bar]) -> tuple[list[Text], list[Bbox], Bbox]:
    figure = layout(title, some)
    texts = [text for text in figure.axes[0].texts if text.get_text()]
    return texts, [text.get_window_extent() for text in texts], figure.bbox


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", ["question", "opener"])
def test_labels_are_whole_and_apart(language: str, kind: str) -> None:
    some = bars(language, kind)
    texts, found, page = boxes(TITLES[language], some)
    assert {bar.label for bar in some} < {text.get_text() for text in texts}
    assert all(page.x0 <= b.x0 and b.x1 <= page.x1 for b in found)
    assert all(page.y0 <= b.y0 and b.y1 <= page.y1 for b in found)
    assert not any(Bbox.intersection(one, other) for one, other in combinations(found, 2))


def test_a_label_that_is_too_long_is_shortened_and_says_so() -> None:
    texts, found, _ = boxes(
        "提问", bars("en", "opener", "Somebody with a very long name indeed · ")
    )
    assert any(text.get_text().endswith("…") for text in texts)
    assert not any(Bbox.intersection(one, other) for one, other in combinations(found, 2))


def test_letters_are_large_enough_at_half_the_width() -> None:
    texts, _, page = boxes("提问", bars("zh"))
    assert page.width == WIDTH == 2 * 360
    assert min(text.get_fontsize() for text in texts) / 2 >= 12


def test_no_letter_is_missing_from_the_font() -> None:
    picture = draw(TITLES["zh"], bars("zh"))  # a missing letter is a warning, and fails
    assert picture.startswith(b"\x89PNG")


def test_few_cases_are_paler() -> None:
    figure = layout("提问", [Bar("a", 0.5, "", pale=False), Bar("b", 0.5, "", pale=True)])
    first, second = (figure.axes[0].patches[n].get_facecolor() for n in (1, 3))
    assert sum(second[:3]) > sum(first[:3])
