"""The stage of a contact, told from words: opening, finding out, complaint, proposal, closing."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, TypeAdapter

from dakehu.coaching.question.cues import Cues, Weighed
from dakehu.codes import Language, Stage
from dakehu.handbook.data import read


class StageEntry(BaseModel):
    """What the handbook says of a stage."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: str
    en: str
    about: dict[Language, str]
    cues: Cues


@cache
def stages() -> Mapping[Stage, StageEntry]:
    """Read the stages in their order, once a process."""
    return read(files("dakehu.handbook") / "stages.yml", TypeAdapter(dict[Stage, StageEntry]))


def stage_of(text: str) -> Stage | None:
    """Tell what stage of a contact a text is about; None where it does not say, or says two."""
    weights = {stage: cues.weight(text) for stage, cues in _cues().items()}
    best = max(weights.values())
    likely = [stage for stage, weight in weights.items() if weight == best]
    return likely[0] if best and len(likely) == 1 else None


@cache
def _cues() -> Mapping[Stage, Weighed]:
    return {stage: Weighed(entry.cues) for stage, entry in stages().items()}
