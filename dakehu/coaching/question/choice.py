"""Which type of question to ask: by the situation, the stage, and how things went (handbook §6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from dakehu.coaching.question.fitting import Fit, fit
from dakehu.coaching.question.records import Used
from dakehu.codes import Outcome, Question, Stage
from dakehu.handbook.questions import kinds

FITS = 0.5
"""Points from which on a situation is one that a type is for."""

AT_HOME = 0.2
"""Points of a type whose first stage this is; less where it is the second or third."""

CALLED_FOR = 0.15
"""Points of a type that one begins with after the last outcome, or where a need is open."""

WORKED = 0.1

FAILED = 0.5
"""Points lost by a type that went badly twice: it is not first unless the situation is clear."""

_GOOD = frozenset({Outcome.DEAL, Outcome.PROGRESS})


@dataclass(frozen=True)
class History:
    """What is known of a customer: the last outcome, whether a need is open, types used lately.

    Attributes:
        used: The latest first.
    """

    last_outcome: Outcome | None = None
    need: bool = False
    used: tuple[Used, ...] = ()

    def outcomes(self, kind: Question) -> list[Outcome]:
        """List what came of the visits at which a type was used, the latest first."""
        return [used.outcome for used in self.used if used.question is kind and used.outcome]


@dataclass(frozen=True)
class Reasons:
    """What speaks for a type, or against it.

    Attributes:
        situation: What was described is when it is used.
        stage: The stage of the contact, where the type is at home there.
        after: The last outcome, where it is the one to begin with after that.
        need: A need is open, and the type is for that.
        worked: It went well the last time.
        failed: It went badly the last two times.
    """

    situation: bool = False
    stage: Stage | None = None
    after: Outcome | None = None
    need: bool = False
    worked: bool = False
    failed: bool = False


@dataclass(frozen=True)
class Recommendation:
    """Types of question, the best first, and why.

    Attributes:
        ranking: All types.
        stage: The stage that the choice went by, told or chosen.
        told: Whether a situation was described at all.
        instead_of: The type that would be first had it not gone badly twice.
    """

    ranking: tuple[Question, ...]
    reasons: Mapping[Question, Reasons]
    stage: Stage | None
    told: bool
    instead_of: Question | None

    @property
    def type(self) -> Question:
        """The type to use."""
        return self.ranking[0]

    @property
    def second(self) -> Question:
        """The one to use else."""
        return self.ranking[1]


def recommend(
    situation: str, stage: Stage | None = None, history: History | None = None
) -> Recommendation:
    """Recommend a type for a situation as somebody describes it.

    Args:
        situation: The description, in Chinese or English; it may be any text.
        stage: The stage of the contact, where it was chosen or can be told.
        history: What is known of the customer, where one is meant.
    """
    judged = fit(situation)
    reasons = {kind: _reasons(kind, judged, stage, history or History()) for kind in Question}
    points = {kind: _points(kind, judged, reasons[kind]) for kind in Question}
    ranking = _ranked({kind: points[kind] - FAILED * reasons[kind].failed for kind in Question})
    best = _ranked(points)[0]
    instead_of = best if best is not ranking[0] else None
    return Recommendation(ranking, reasons, stage, judged.told, instead_of)


def _reasons(kind: Question, judged: Fit, stage: Stage | None, history: History) -> Reasons:
    known, outcomes = kinds()[kind], history.outcomes(kind)
    return Reasons(
        situation=judged.told and judged.points[kind] >= FITS,
        stage=stage if stage in known.stages else None,
        after=history.last_outcome if history.last_outcome in known.after else None,
        need=history.need and known.for_need,
        worked=bool(_GOOD.intersection(outcomes[:1])),
        failed=len(outcomes) > 1 and not _GOOD.intersection(outcomes[:2]),
    )


def _points(kind: Question, judged: Fit, reasons: Reasons) -> float:
    points = judged.points[kind]
    if reasons.stage is not None:
        points += AT_HOME / (1 + kinds()[kind].stages.index(reasons.stage))
    called_for = reasons.after is not None or reasons.need
    return points + CALLED_FOR * called_for + WORKED * reasons.worked


def _ranked(points: Mapping[Question, float]) -> tuple[Question, ...]:
    return tuple(sorted(Question, key=lambda kind: -points[kind]))
