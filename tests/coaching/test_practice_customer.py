"""The customer that the bot plays: what brings a fact out, and how the mood moves."""

from collections.abc import Sequence

from dakehu.coaching.practice.customer import State, answer, beginning, replay
from dakehu.coaching.practice.hearing import Heard
from dakehu.coaching.practice.records import Turn
from dakehu.coaching.practice.scenarios import Mood, scenarios
from dakehu.codes import Question

ANGRY = scenarios()["angry_caller"]
"""Each question in a row that reveals something lifts the mood, each that does not drops it."""
WARY = scenarios()["first_contact"]
"""One lifts it, two in a row drop it."""


def q(said: str, question: Question | None, *, rude: bool = False) -> Heard:
    return Heard(said, question, rude)


STORY = q("马厂长，请您说说现场的情况？", Question.OPEN)
ALARM = q("面板上显示的报警代码是多少？", Question.TARGETED)
IDLE = q("您吃饭了吗？", Question.SELECTIVE)


def talk(
    *heard: Heard, state: State | None = None, language: str = "zh"
) -> tuple[Sequence[Turn], State]:
    state, turns = state or beginning(ANGRY), []
    for one in heard:
        turn, state = answer(ANGRY, state, one, language)
        turns.append(turn)
    return turns, state


def test_the_right_type_on_the_topic_brings_a_fact_out() -> None:
    (turn,), state = talk(ALARM)
    assert turn.fact == "alarm"
    assert "E07" in turn.reply
    assert state.revealed == ("alarm",)


def test_the_right_topic_asked_in_the_wrong_way_brings_nothing_out() -> None:
    (turn,), _ = talk(q(ALARM.said, Question.OPEN))
    assert turn.fact is None
    assert "E07" not in turn.reply


def test_the_right_type_off_the_topic_brings_nothing_out() -> None:
    (turn,), _ = talk(q("您厂里有多少人？", Question.TARGETED))
    assert turn.fact is None


def test_of_several_facts_the_one_with_more_of_its_words_comes_out() -> None:
    both = "停机之前，有没有人动过设备，用水冲洗过，面板显示什么？"
    (turn,), _ = talk(q(both, Question.TARGETED))
    assert turn.fact == "cleaning"


def test_a_fact_comes_out_once() -> None:
    (_, again), state = talk(ALARM, ALARM)
    assert again.fact is None
    assert state.revealed == ("alarm",)


def test_the_customer_answers_in_the_language_of_the_round_to_either_language() -> None:
    (turn,), _ = talk(ALARM, language="en")
    assert turn.fact == "alarm"
    assert turn.reply in ANGRY.facts[2].answers.en


def test_the_mood_lifts_and_drops_by_runs_of_questions() -> None:
    assert talk(STORY)[1].mood is Mood.GUARDED
    assert talk(STORY, ALARM)[1].mood is Mood.FRIENDLY
    assert talk(STORY, ALARM, IDLE)[1].mood is Mood.GUARDED


def test_a_run_is_counted_anew_after_it_changed_the_mood() -> None:
    turn = Turn("您吃饭了吗？", Question.SELECTIVE, None, "嗯。")
    moods = [replay(WARY, [turn] * n).mood for n in range(3)]
    assert moods == [Mood.GUARDED, Mood.GUARDED, Mood.ANNOYED]


def test_a_statement_moves_no_mood_and_is_answered_in_it() -> None:
    (turn,), state = talk(q("我们很抱歉。", None))
    assert state.mood is Mood.ANNOYED
    assert state.streak == 0
    assert turn.reply in ANGRY.deflections.annoyed.zh


def test_an_insult_angers_at_once_and_brings_nothing_out() -> None:
    calm = talk(STORY, ALARM)[1]
    (turn,), state = talk(q("笨蛋，急单几点发车？", Question.TARGETED, rude=True), state=calm)
    assert turn.fact is None
    assert state.mood is Mood.GUARDED


def test_where_a_round_stands_follows_from_its_turns() -> None:
    heard = (STORY, IDLE, q("你这个笨蛋", None, rude=True), ALARM, IDLE, IDLE)
    turns, state = talk(*heard, state=beginning(ANGRY, seed=7))
    assert replay(ANGRY, turns, seed=7) == state


def test_another_round_is_answered_with_another_variant() -> None:
    one, other = (talk(ALARM, state=beginning(ANGRY, seed=s))[0][0].reply for s in (0, 1))
    assert one != other
