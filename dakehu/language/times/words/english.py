"""English words of time: kind of token → word → value; the small words are in another file."""

from typing import Any

from dakehu.language.times.moments import Part
from dakehu.language.times.numeral import Plural
from dakehu.language.times.words import english_joints
from dakehu.language.times.words.festivals import ENGLISH

MORNING = Part(6, 12, "am")
NOON = Part(11, 14, "noon")
AFTERNOON = Part(12, 18, "pm")
EVENING = Part(18, 24, "night")

_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sep sept", "october oct", "november nov", "december dec",
)  # fmt: skip
_DAYS = (
    "monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs",
    "friday fri", "saturday", "sunday",
)  # fmt: skip
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_UNITS = {
    "second": "seconds sec secs", "minute": "minute minutes min mins", "hour": "hour hours hr hrs",
    "day": "day days", "week": "week weeks wk wks", "month": "month months mth mths",
    "quarter": "quarter quarters qtr qtrs", "year": "year years yr yrs",
}  # fmt: skip


def _numbered(groups: tuple[str, ...]) -> dict[str, int]:
    """Number the groups of synonyms from 1."""
    return {word: at for at, group in enumerate(groups, 1) for word in group.split()}


_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip


def _compounds(ones: list[str]) -> dict[str, int]:
    """Return twenty-one, twenty one, ..., and their ordinals."""
    return {
        f"{ten}{joint}{one}": value + at
        for ten, value in _TENS.items()
        for joint in "- "
        for at, one in enumerate(ones, 1)
    }


WORDS: dict[str, dict[str, Any]] = {
    **english_joints.WORDS,
    "en_month": {k: v for k, v in _numbered(_MONTHS).items() if k not in ("may", "march", "mar")},
    "en_maybe_month": {"may": 5, "march": 3, "mar": 3},
    "en_weekday": {word: at - 1 for word, at in _numbered(_DAYS).items()},
    "en_weekdays": {f"{group.split()[0]}s": at for at, group in enumerate(_DAYS)},
    "en_maybe_weekday": {"sat": 5, "sun": 6},
    "number": {word: at for at, word in enumerate(_NUMBERS.split())}
    | _TENS
    | _compounds(_NUMBERS.split()[1:10]),
    "en_ordinal": {
        word: at for at, word in enumerate(_ORDINALS.split(), 1) if word != "second"
    } | {"thirtieth": 30} | _compounds(_ORDINALS.split()[:9]),
    "en_second": {"second": 2},
    "en_unit": {
        word: Plural(unit) if word.endswith("s") else unit
        for unit, words in _UNITS.items()
        for word in words.split()
    }
    | {f"calendar {unit}": unit for unit in ("week", "month", "quarter", "year")},
    "en_hours": {"h": "hour"},
    "en_nights": {"nights": "day"},
    "en_fortnight": {"fortnight": 14, "fortnights": 14},
    "en_workday": {"workday": 1, "workdays": 1, "weekday": 1},
    "en_workdays": {"weekdays": 1},
    "en_workweek": {"workweek": None, "work week": None, "working week": None},
    "en_business": {"business": None, "working": None},
    "day": {
        "today": 0, "current date": 0, "tomorrow": 1, "tmr": 1, "tmrw": 1, "tmro": 1, "tomo": 1,
        "yesterday": -1, "yday": -1, "ystd": -1,
    },
    "en_day_end": {
        "eod": None, "end of day": None, "cob": None, "close of business": None, "eob": None,
        "close of play": None,
    },
    "en_unit_end": {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"},
    "daypart": {
        "tonight": (0, EVENING), "tonite": (0, EVENING), "tonigth": (0, EVENING),
    },
    "en_part": {
        "morning": MORNING, "afternoon": AFTERNOON, "evening": EVENING, "night": EVENING,
        "lunchtime": NOON, "lunch time": NOON, "night time": EVENING, "night-time": EVENING,
        "nighttime": EVENING,
    },
    "en_parts": {"mornings": None, "afternoons": None, "evenings": None},
    "en_noon": {"noon": 12, "midday": 12, "noontime": 12, "noonish": 12},
    "en_midnight": {"midnight": 24, "mid night": 24, "mid-night": 24},
    "en_weekend": {"weekend": None},
    "en_weekends": {"weekends": None},
    "season": {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
    "en_century": {"century": None},
    "en_decade": {"decade": None, "decades": None},
    "en_decade_name": {
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
        "seventies": 70, "eighties": 80, "nineties": 90,
    },
    "holiday": {"holiday": None, "holidays": None, "break": None},
    "festival": ENGLISH,
}  # fmt: skip
