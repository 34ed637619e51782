"""English words of time: kind of token → word → value."""

from typing import Any

from dakehu.language.times.moments import Part
from dakehu.language.times.words.festivals import ENGLISH

MORNING = Part(6, 12, "am")
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
    "day": "day days", "week": "week weeks wk wks", "month": "month months",
    "quarter": "quarter quarters", "year": "year years yr yrs",
}  # fmt: skip


def _numbered(groups: tuple[str, ...]) -> dict[str, int]:
    """Number the groups of synonyms from 1."""
    return {word: at for at, group in enumerate(groups, 1) for word in group.split()}


_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}


def _compounds(ones: list[str]) -> dict[str, int]:
    """Return twenty-one, twenty one, ..., and their ordinals."""
    return {
        f"{ten}{joint}{one}": value + at
        for ten, value in _TENS.items()
        for joint in "- "
        for at, one in enumerate(ones, 1)
    }


WORDS: dict[str, dict[str, Any]] = {
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
    "en_unit": {word: unit for unit, words in _UNITS.items() for word in words.split()},
    "en_fortnight": {"fortnight": 14},
    "en_workday": {"workday": 1, "workdays": 1, "weekday": 1},
    "en_workdays": {"weekdays": 1},
    "en_business": {"business": None, "working": None},
    "day": {
        "today": 0, "tomorrow": 1, "tmr": 1, "tmrw": 1, "tommorow": 1, "tomorow": 1,
        "tommorrow": 1, "yesterday": -1, "yday": -1,
    },
    "en_day_end": {"eod": None, "end of day": None, "cob": None, "close of business": None},
    "daypart": {"tonight": (0, EVENING), "tonite": (0, EVENING)},
    "en_part": {
        "morning": MORNING, "afternoon": AFTERNOON, "evening": EVENING, "night": EVENING,
    },
    "en_parts": {"mornings": None, "afternoons": None, "evenings": None, "nights": None},
    "en_noon": {"noon": 12, "midday": 12, "noontime": 12},
    "en_midnight": {"midnight": 24},
    "en_weekend": {"weekend": None},
    "en_weekends": {"weekends": None},
    "en_last": {"last": -1, "previous": -1},
    "en_past": {"past": "past"},
    "en_next": {"next": 1},
    "en_following": {"coming": 1, "following": 1, "upcoming": 1},
    "en_this": {"this": 0, "current": 0},
    "en_every": {"every": None, "each": None},
    "en_other": {"other": None},
    "often": {
        "daily": "DAILY", "weekly": "WEEKLY", "monthly": "MONTHLY", "yearly": "YEARLY",
        "annually": "YEARLY", "hourly": "HOURLY", "everyday": "DAILY",
    },
    "en_a": {"a": None, "an": None},
    "en_the": {"the": None},
    "en_of": {"of": None},
    "en_in": {"in": None},
    "en_on": {"on": None},
    "en_at": {"at": None, "around": None, "about": None, "@": None},
    "en_for": {"for": None, "over": None},
    "en_ago": {"ago": None},
    "en_later": {"later": None, "hence": None},
    "en_from": {"from": None},
    "en_starting": {"starting": None, "starting on": None, "beginning on": None},
    "en_now": {"now": None},
    "en_within": {"within": None},
    "en_by": {"by": "by"},
    "en_before": {"before": "before"},
    "en_after": {"after": None},
    "en_since": {"since": "since"},
    "en_until": {"until": None, "till": None, "til": None},
    "en_to": {"to": None, "through": None, "thru": None},
    "en_between": {"between": None},
    "en_and": {"and": None, "&": None},
    "en_couple": {"couple": 2},
    "en_half": {"half": "half"},
    "en_oclock": {"o'clock": None, "oclock": None},
    "meridiem": {"am": "am", "pm": "pm"},
    "en_end": {"end": 2},
    "en_start": {"beginning": 0, "start": 0},
    "en_mid": {"mid": 1, "middle": 1},
    "en_early": {"early": 0},
    "en_late": {"late": 2},
    "en_so_far": {"so far": None, "to date": None},
    "en_to_date": {
        "ytd": "year", "year to date": "year", "qtd": "quarter", "quarter to date": "quarter",
        "mtd": "month", "month to date": "month", "week to date": "week",
    },
    "en_same_period": {"same period": None, "same time": None, "same period of": None},
    "holiday": {"holiday": None, "holidays": None, "break": None},
    "festival": ENGLISH,
}  # fmt: skip
