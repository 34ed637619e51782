"""The coach: what to ask, how to open, how to say it, and practice (handbook §5 to §7)."""

from dakehu.coaching.question.stages import stage_of
from dakehu.coaching.question.types import QuestionGuess, question_type
from dakehu.coaching.wording_check import Breach, check_wording

__all__ = ["Breach", "QuestionGuess", "check_wording", "question_type", "stage_of"]
