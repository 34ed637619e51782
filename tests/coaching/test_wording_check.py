"""What breaks the wording rules is found at its place, in both languages, and nothing else is."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dakehu.coaching import Breach, check_wording
from dakehu.coaching.wording_check import praise
from dakehu.handbook.wording_rules import BreachKind, rules

TABLE = Path(__file__).with_name("wording.yml")


@cache
def table() -> dict[str, dict[str, list[str]]]:
    content: dict[str, dict[str, list[str]]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return content


def cases(language: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield kind, sentence and the place of the breach."""
    for kind, sentences in table()[language].items():
        for marked in sentences if kind != "good" else ():
            place = marked.index("["), marked.index("]") - 1
            yield kind, marked.replace("[", "").replace("]", ""), place


def kinds(text: str) -> list[str]:
    return [breach.kind for breach in check_wording(text)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_is_large_enough(language: str) -> None:
    assert len(list(cases(language))) >= 60
    assert len(table()[language]["good"]) >= 40
    assert {kind for kind, _, _ in cases(language)} == set(BreachKind)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nearly_every_breach_is_found_at_its_place(language: str) -> None:
    missed = [case for case in cases(language) if not _hit(*case)]
    assert len(missed) <= 0.03 * len(list(cases(language))), missed


@pytest.mark.parametrize("language", ["zh", "en"])
def test_hardly_anything_else_is_called_a_breach(language: str) -> None:
    wrong = [sentence for sentence in table()[language]["good"] if check_wording(sentence)]
    wrong += [sentence for kind, sentence, _ in cases(language) if set(kinds(sentence)) - {kind}]
    assert len(wrong) <= 2, wrong


def _hit(kind: str, sentence: str, place: tuple[int, int]) -> bool:
    return any(
        breach.kind == kind and breach.span[0] < place[1] and place[0] < breach.span[1]
        for breach in check_wording(sentence)
    )


@given(
    st.text(alphabet=st.sampled_from("我客户:：可能不能。.!？，, \n don'tmaybe100%…您必须最好绝对"))
)
@example("")
@example("\ufeff\x00：:：我：客户：")
def test_any_text_is_judged_in_order_and_without_overlaps(text: str) -> None:
    _is_in_order(text, check_wording(text))


@settings(deadline=None)
@given(st.text())
def test_no_text_at_all_raises(text: str) -> None:
    _is_in_order(text, check_wording(text))
    praise(text)


def _is_in_order(text: str, breaches: list[Breach]) -> None:
    end = 0
    for breach in breaches:
        start = breach.span[0]
        assert end <= start < breach.span[1] <= len(text)
        assert breach.better
        end = breach.span[1]


def test_places_are_right_in_a_script_of_several_lines() -> None:
    text = "您好，我是陈晨。\n  这批货可能下周到。\n您必须先付款。"
    found = check_wording(text)
    assert [text[slice(*breach.span)] for breach in found] == ["可能", "您必须"]


@pytest.mark.parametrize(
    "script",
    [
        "我：您好，请讲。\n客户：你们不能这样！\n可能还要退货。\n我：我记下了。",
        "客户：你们绝对有问题。 我：给您添麻烦了。",
        "Me: Good morning.\nCustomer: Maybe I cancel, you must pay me back.\nMe: I see.",
        "我：您好。\n王总：你们可能要赔钱。",
    ],
)
def test_the_customers_words_are_not_judged(script: str) -> None:
    assert check_wording(script) == []


def test_our_words_are_judged_wherever_we_speak() -> None:
    script = "客户：什么时候到？\n我：可能周五。\n客户：不能早点吗？\n我：我们做不到。"
    assert kinds(script) == ["vague", "negative"]


def test_what_the_customer_said_is_theirs_when_it_is_repeated_or_asked_about() -> None:
    assert check_wording("您说密封圈不行，是尺寸松了，还是老化快？") == []
    assert check_wording("Roughly how many do you need?") == []


def test_a_proposal_that_asks_leave_is_ours() -> None:
    assert kinds("大概下周三送到，可以吗？") == ["vague"]
    assert kinds("We can't deliver before May, is that OK?") == ["negative"]


def test_a_letter_that_begins_with_an_address_is_ours() -> None:
    assert kinds("王总：\n这批货可能下周到。") == ["vague"]


def test_words_that_can_simply_be_replaced_are_replaced_in_the_sentence() -> None:
    (breach,) = check_wording("我们的MOQ是五百公斤。")
    assert breach.better == "我们的最少订多少是五百公斤。"


def test_a_sentence_that_is_too_long_shows_where_it_can_be_cut() -> None:
    (breach,) = check_wording(table()["en"]["long"][5].strip("[]"))
    assert breach.kind == "long"
    assert " / and the installation" in breach.better


def test_a_long_sentence_leaves_the_other_breaches_their_places() -> None:
    found = check_wording("可能我们的机器和贵公司那边的机器用的是一样的零件一样的图纸一样的工人。")
    assert [breach.kind for breach in found] == ["vague", "long"]


def test_apostrophes_and_letters_of_any_width_are_read() -> None:
    assert kinds("We can’t do that.") == ["negative"]
    assert kinds("最低是ＭＯＱ。") == ["jargon"]


def test_what_is_well_said_is_praised() -> None:
    found = [one.id for one in praise("王总，您好！我可以周四上午10点过来，您看可以吗？")]
    assert {"greeting", "address", "can_do", "definite_time", "asks_opinion"} <= set(found)


def test_words_that_break_a_rule_earn_no_praise() -> None:
    assert "please" not in [one.id for one in praise("请您不要催。")]


def test_no_better_wording_breaks_a_rule_itself() -> None:
    found = {
        rule.better: check_wording(rule.better)
        for kind in BreachKind
        if kind is not BreachKind.LONG
        for of_language in rules(kind).values()
        for rule in of_language
    }
    assert {better: breaches for better, breaches in found.items() if breaches} == {}


def test_contradicting_the_customer_is_no_repeating_of_their_words() -> None:
    kinds = [breach.kind for breach in check_wording("我觉得您说得不对，您必须先付款")]
    assert kinds == ["blaming", "negative"]
    assert check_wording("您说可能要延期，我去核实一下") == []
