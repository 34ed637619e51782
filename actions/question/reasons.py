"""Why a type of question is recommended, in one sentence or in full."""

from collections.abc import Iterator
from itertools import chain

from actions.turn import Turn
from dakehu.coaching.question.advice import Advice
from dakehu.handbook.questions import kinds, stages


def short(turn: Turn, advice: Advice) -> str:
    """Say when the type is used, and the one thing that speaks most for it besides."""
    when = kinds()[advice.type].when.in_(turn.language).rstrip("。.")
    besides = next(chain(_history(turn, advice), _stage(turn, advice)), None)
    reasons = turn.phrase("question_when", when=when[0].lower() + when[1:])
    return turn.phrase("question_and", one=reasons, other=besides) if besides else reasons


def full(turn: Turn, advice: Advice) -> list[str]:
    """List everything that was weighed."""
    known, fits = kinds()[advice.type], advice.recommendation.reasons[advice.type].situation
    when = known.when.in_(turn.language)
    return [
        known.what_for.in_(turn.language),
        turn.phrase("question_fits" if fits else "question_used_when", when=when),
        *_stage(turn, advice),
        *_history(turn, advice),
    ]


def _stage(turn: Turn, advice: Advice) -> Iterator[str]:
    if stage := advice.recommendation.reasons[advice.type].stage:
        yield turn.phrase("question_at_stage", stage=stages()[stage].in_(turn.language))


def _history(turn: Turn, advice: Advice) -> Iterator[str]:
    """Say what is known of the customer that speaks for the type, or against it."""
    reasons = advice.recommendation.reasons[advice.type]
    passed_over = advice.recommendation.instead_of
    if passed_over and passed_over is not advice.type:
        yield turn.phrase("question_passed_over", type=turn.label("question", passed_over))
    if reasons.failed:
        yield turn.phrase("question_failed")
    if reasons.worked:
        yield turn.phrase("question_worked")
    if reasons.after:
        yield turn.phrase("question_after", outcome=turn.label("outcome", reasons.after))
    if reasons.need and "need" in advice.facts:
        yield turn.phrase("question_need", need=advice.facts["need"])
