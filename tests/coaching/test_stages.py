import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakehu.coaching import stage_of
from dakehu.codes import Stage
from dakehu.handbook.questions import stages


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("第一次拜访，还没进正题", Stage.OPENING),
        ("It's our first meeting and we just sat down", Stage.OPENING),
        ("想摸清他们明年的预算", Stage.FINDING_OUT),
        ("I want to find out who decides", Stage.FINDING_OUT),
        ("客户投诉机器坏了", Stage.COMPLAINT),
        ("they complained that the pump leaks", Stage.COMPLAINT),
        ("报了价，谈方案和折扣", Stage.PROPOSAL),
        ("presented our proposal and a discount", Stage.PROPOSAL),
        ("快结束了，最后一个问题", Stage.CLOSING),
        ("about to hang up, one last question", Stage.CLOSING),
    ],
)
def test_the_words_tell_the_stage(text: str, stage: Stage) -> None:
    assert stage_of(text) is stage


@pytest.mark.parametrize("text", ["", "今天去了华东机电", "met Mr Wang", "brokenhearted"])
def test_words_that_tell_no_stage_give_none(text: str) -> None:
    assert stage_of(text) is None


def test_every_stage_is_named_in_its_order() -> None:
    assert list(stages()) == list(Stage)


@given(st.text())
def test_any_text_has_a_stage_or_none(text: str) -> None:
    assert stage_of(text) in {None, *Stage}
