"""Dates and clock times typed in digits, and digits that are neither."""

import re
from collections.abc import Callable
from typing import Any

# Each shape is tried in this order where no letter or digit comes right before it.
_PATTERNS = {
    # 20261124 and 2026 11 24, but no number of a contract or an order (合同号20261124)
    "compact": r"(?<![号#:.])(?<![号#:.] )(?P<cy>(?:19|20)\d\d)(?P<gap> ?)(?P<cm>0[1-9]|1[0-2])"
    r"(?P=gap)(?P<cd>0[1-9]|[12]\d|3[01])(?![\da-z]| \d)",
    "address": r"https?://\S+|www\.\S+|\S+@\S+\.\w+",
    "serial": r"\d{1,3}(?:\.\d{1,3}){3}|v\d+(?:\.\d+)+|\d[\d ]*(?:-\d+){3,}|\d{3,4}-\d{3,4}-\d{3,5}"
    r"|\d{3,4}-\d{7,8}|\+\d[\d -]{6,}\d|\d{5,}",
    "money": r"\$[a-z]+|[$¥￥€£]\s?[\d,.]*\d|\d+(?:\.\d+)?\s?%|\d{1,3}(?:,\d{3})+(?:\.\d+)?",
    "iso": r"(?P<y>\d{4})(?P<sep>\s?[-/.]\s?)(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)"
    r"(?:t(?=\d\d:))?",
    "iso_month": r"(?P<ym_y>(?:19|20)\d\d)[-/.](?P<ym_m>0?[1-9]|1[0-2])(?![\d./-]|月)",
    "american": r"(?P<am>\d{1,2})(?:/(?P<ad>\d{1,2})/(?P<ay>\d{4}|\d\d)"
    r"|-(?P<ad2>\d{1,2})-(?P<ay2>\d{4}))(?![\d/])",
    "european": r"(?P<ed>\d{1,2})\.(?P<em>\d{1,2})\.(?P<ey>\d{4})(?!\.?\d)",
    "month_year": r"(?P<my_m>0?[1-9]|1[0-2])/(?P<my_y>(?:19|20)\d\d)(?![\d/])",
    "clock": r"(?P<h>\d{1,2}):(?P<mi>\d{2})(?::(?P<s>\d{2}(?:\.\d{1,6})?))?(?!\d)",
    "slash": r"(?P<sm>\d{1,2})/(?P<sd>\d{1,2})(?![\d/]|\.\d|英?寸)",
    "hours": r"(?P<dh>\d{1,2})h(?P<dm>\d{1,2})m?(?:in)?(?![a-z\d])",
    "ordinal": r"(?P<o>\d{1,2})(?:st|nd|rd|th)(?![a-z])",
    "quarter": r"q(?P<q>[1-4])(?![a-z\d])",
    "half": r"h(?P<h2>[12])(?![a-z\d])",
    "decade": r"(?P<de>(?:19|20)\d0)'?s(?![a-z\d])",
    "short_decade": r"'?(?P<sde>[2-9]0)'?s(?![a-z\d])",
}
_YEAR_QUARTER = r"(?P<yq>(?:20)?\d\d(?=q[1-4](?![a-z\d])))"
_MERIDIEM = r"(?P<x>[ap])\.?\s?m\b\.?|(?P<x2>[ap]) ?\. m ?\."
MERIDIEM = re.compile(r"[ap]\.?m\b|[ap](?![a-z\d])")
"""What may follow the digits of a clock time without a space: 8p.m., 9p."""
SHAPES = re.compile(
    r"(?:(?<![a-z\d])|(?<=\d\dt))(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items())
    + rf"|(?P<year>{_YEAR_QUARTER}))|(?P<meridiem>{_MERIDIEM})"
    + r"|(?<=\d)(?P<glued_quarter>q(?P<gq>[1-4])(?![a-z\d]))|(?<=\d)(?P<letter>[ap])(?![a-z\d'])"
)


def _american(found: re.Match[str]) -> tuple[int, int, int]:
    """Return year, month and day; the day stands first where it cannot be the month."""
    month, day = int(found["am"]), int(found["ad"] or found["ad2"])
    year = int(found["ay"] or found["ay2"])
    year = year if year > 99 else 2000 + year
    return (year, day, month) if month > 12 >= day else (year, month, day)


# Shape → kind of token and value; all others are gaps.
_MEANINGS: dict[str, tuple[str, Callable[[re.Match[str]], Any]]] = {
    "iso": ("ymd", lambda found: (int(found["y"]), int(found["m"]), int(found["d"]))),
    "iso_month": ("ym", lambda found: (int(found["ym_y"]), int(found["ym_m"]))),
    "american": ("ymd", _american),
    "compact": ("ymd", lambda found: (int(found["cy"]), int(found["cm"]), int(found["cd"]))),
    "european": ("ymd", lambda found: (int(found["ey"]), int(found["em"]), int(found["ed"]))),
    "month_year": ("ym", lambda found: (int(found["my_y"]), int(found["my_m"]))),
    "short_decade": ("en_short_decade", lambda found: int(found["sde"])),
    "decade": ("decade", lambda found: int(found["de"])),
    "clock": ("colon", lambda found: (found["h"], int(found["mi"]), float(found["s"] or 0))),
    "slash": ("slash", lambda found: (int(found["sm"]), int(found["sd"]))),
    "hours": ("hours_minutes", lambda found: (int(found["dh"]), int(found["dm"]))),
    "ordinal": ("en_ordinal", lambda found: int(found["o"])),
    "quarter": ("quarter_number", lambda found: int(found["q"])),
    "glued_quarter": ("quarter_number", lambda found: int(found["gq"])),
    "half": ("half_number", lambda found: int(found["h2"])),
    "year": ("year_number", lambda found: int(found["yq"])),
    "meridiem": ("meridiem", lambda found: (found["x"] or found["x2"]) + "m"),
    "letter": ("en_letter", lambda found: found[0] + "m"),
}
_NAMES = (*_PATTERNS, "year", "meridiem", "glued_quarter", "letter")


def shape_value(found: re.Match[str]) -> tuple[str, Any]:
    """Return kind and value of a shape; a gap for digits that are no time."""
    name = next(name for name in _NAMES if found[name] is not None)
    if name not in _MEANINGS:
        return "gap", None
    kind, value = _MEANINGS[name]
    return kind, value(found)
