"""What a typed message stands for after the bot asked something outside of a form."""

import pytest

from actions.offer import Offer

OFFER = Offer(yes="/yes", no="/no", words="/words")


@pytest.mark.parametrize(
    ("intent", "meant"),
    [
        ("affirm", "/yes"),
        ("deny", "/no"),
        ("inform", "/words"),
        ("nlu_fallback", "/words"),
        ("out_of_scope", "/words"),
        ("log_visit", None),
        ("cancel", None),
        ("help", None),
    ],
)
def test_a_message_answers_by_its_intent(intent: str, meant: str | None) -> None:
    assert OFFER.meant_by(intent, sure=True) == meant


def test_words_that_are_unsurely_something_else_are_the_answer() -> None:
    assert OFFER.meant_by("update_customer", sure=False) == "/words"
    assert OFFER.meant_by("help", sure=False) is None


def test_an_offer_without_words_leaves_them_to_others() -> None:
    assert Offer(yes="/yes").meant_by("inform", sure=True) is None


def test_an_offer_comes_back_from_its_slot() -> None:
    assert Offer.from_slot(OFFER.to_slot()) == OFFER
    assert Offer.from_slot(None) == Offer()


NAMED = Offer(
    yes="/yes",
    no="/no",
    among="opener_verdict",
    named={"worked": "/worked", "flat": "/flat", "unused": "/unused"},
)


@pytest.mark.parametrize(
    ("intent", "text", "meant"),
    [
        ("inform", "挺有效的，一下子聊开了", "/worked"),
        ("deny", "没用开场白", "/unused"),
        ("affirm", "是的", "/yes"),
        ("deny", "没有", "/no"),
        ("explain_opener", "没什么反应。", "/flat"),
        ("log_visit", "昨天去华东机电打电话没什么反应", None),
        ("inform", "华东机电", None),
        ("nlu_fallback", "not very effective", "/flat"),
    ],
)
def test_an_answer_is_named_by_its_words(intent: str, text: str, meant: str | None) -> None:
    assert NAMED.meant_by(intent, text, sure=True) == meant


def test_a_buttons_label_may_be_typed() -> None:
    offer = Offer().below([{"title": "按人", "payload": "/ask_data"}])
    assert offer.meant_by("inform", "按人。", sure=True) == "/ask_data"
    assert offer.meant_by("log_visit", "按人", sure=True) == "/ask_data"
    assert offer.meant_by("inform", "按人来看的话", sure=True) is None


def test_words_may_claim_what_the_model_is_sure_of() -> None:
    offer = Offer(words="/words", claims=["log_visit"])
    assert offer.meant_by("log_visit", sure=True) == "/words"
