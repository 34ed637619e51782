"""The stage of a contact, told from words: opening, finding out, complaint, proposal, closing."""

from collections.abc import Mapping
from functools import cache

from dakehu.coaching.question.cues import Weighed
from dakehu.codes import Stage
from dakehu.handbook.questions import stages


def stage_of(text: str) -> Stage | None:
    """Tell what stage of a contact a text is about; None where it does not say, or says two."""
    weights = {stage: cues.weight(text) for stage, cues in _cues().items()}
    best = max(weights.values())
    likely = [stage for stage, weight in weights.items() if weight == best]
    return likely[0] if best and len(likely) == 1 else None


@cache
def _cues() -> Mapping[Stage, Weighed]:
    return {stage: Weighed(part.cues) for stage, part in stages().items()}
