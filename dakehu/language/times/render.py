"""An unambiguous wording of a time, which `find_times` reads back as the same time.

Whatever the present moment is: days have their year, clock times are on 24 hours.
"""

from dakehu.language.times.expression import TimeExpression
from dakehu.language.times.rendering import chinese, english
from dakehu.language.times.rendering.wording import Wording

_WORDINGS: dict[str, Wording] = {"zh": chinese.WORDING, "en": english.WORDING}


def render(expression: TimeExpression, language: str) -> str:
    """Return a wording such as 2026年11月24日15:00 or Nov 24, 2026 to Nov 26, 2026.

    Args:
        expression: What `find_times` found.
        language: `zh` or `en`.

    Returns:
        The wording; an invalid time in the words it was typed in.
    """
    wording = _WORDINGS[language]
    if expression.rule is not None:
        return wording.recurring(expression.rule)
    if expression.seconds is not None:
        return wording.length(expression.seconds)
    if expression.start is None or expression.end is None:
        return expression.text
    start, end = (moment.replace(tzinfo=None) for moment in (expression.start, expression.end))
    if expression.kind == "point":
        return wording.point(start, expression.grain == "hour")
    return wording.stretch(start, end)
