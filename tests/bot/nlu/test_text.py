import pytest

from bot.nlu.features import views
from bot.nlu.text import normalise, spans


def concepts(text: str) -> list[str]:
    return [concept for _, _, concept in spans(normalise(text))]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ｈｅｌｌｏ　ＷＯＲＬＤ", "hello world"),
        ("今天有甚麼安排", "今天有甚么安排"),
        ("  Mr.\tWang’s\n phone ", "mr. wang's phone"),
        ("改成１０：３０", "改成10:30"),
        ("\u202e取消\u202c", "取消"),
    ],
)
def test_a_message_is_read_in_one_spelling(typed: str, read: str) -> None:
    assert normalise(typed) == read


def test_customers_of_any_name_and_people_look_the_same() -> None:
    assert concepts("昨天见了王总") == concepts("昨天见了李总") == ["past", "visited", "person"]


def test_a_concept_is_not_found_inside_a_word() -> None:
    assert "phone" not in normalise("saxophonist") or "by_phone" not in concepts("saxophonist")


@pytest.mark.parametrize(
    "text", ["", " ", "😂😂", "\u202e", "<script>alert(1)</script>", "昨天" * 2000]
)
def test_any_text_has_features(text: str) -> None:
    assert len(views(text)) == 5


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    text = "昨天去了瑞丰，" * 60
    assert views(text) == views(text + "取消")
