"""Dates and clock times typed in digits, and digits that are neither."""

import re
from typing import Any

# Each shape is tried in this order where no letter or digit comes right before it.
_SHAPES = {
    "address": r"https?://\S+|www\.\S+|\S+@\S+\.\w+",
    "serial": r"\d{1,3}(?:\.\d{1,3}){3}|v\d+(?:\.\d+)+|\d[\d ]*(?:-\d+){3,}|\d{3,4}-\d{3,4}-\d{3,5}"
    r"|\d{3,4}-\d{7,8}|\+\d[\d -]{6,}\d|\d{5,}",
    "money": r"[$¥￥€£]\s?[\d,.]*\d|\d+(?:\.\d+)?\s?%|\d{1,3}(?:,\d{3})+(?:\.\d+)?",
    "iso": r"(?P<y>\d{4})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})(?!\d)(?:t(?=\d\d:))?",
    "iso_month": r"(?P<ym_y>(?:19|20)\d\d)[-/.](?P<ym_m>0?[1-9]|1[0-2])(?![\d./-]|月)",
    "american": r"(?P<am>\d{1,2})/(?P<ad>\d{1,2})/(?P<ay>\d{4}|\d\d)(?![\d/])",
    "clock": r"(?P<h>\d{1,2}):(?P<mi>\d{2})(?::(?P<s>\d{2}))?(?!\d)",
    "slash": r"(?P<sm>\d{1,2})/(?P<sd>\d{1,2})(?![\d/])",
    "ordinal": r"(?P<o>\d{1,2})(?:st|nd|rd|th)(?![a-z])",
    "short_quarter": r"(?P<q>q[1-4])(?![a-z\d])|(?P<h2>h[12])(?![a-z\d])",
    "ampm": r"(?P<x>[ap])\.?\s?m\b\.?",
}
SHAPES = re.compile(
    r"(?<![a-z\d])(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _SHAPES.items() if name != "ampm")
    + f")|(?P<ampm>{_SHAPES['ampm']})"
)


def shape_value(match: re.Match[str]) -> tuple[str, Any]:
    """Return kind and value of a shape; a gap for digits that are no time."""
    group = match.groupdict()
    match match.lastgroup and next(name for name in _SHAPES if group.get(name) is not None):
        case "iso":
            return "ymd", (int(group["y"]), int(group["m"]), int(group["d"]))
        case "iso_month":
            return "ym", (int(group["ym_y"]), int(group["ym_m"]))
        case "american":
            return "ymd", _american(int(group["am"]), int(group["ad"]), int(group["ay"]))
        case "clock":
            return "colon", (group["h"], int(group["mi"]), int(group["s"] or 0))
        case "slash":
            return "slash", (int(group["sm"]), int(group["sd"]))
        case "ordinal":
            return "en_ordinal", int(group["o"])
        case "short_quarter":
            text = match[0]
            return ("quarter_number" if text[0] == "q" else "half_number"), int(text[1])
        case "ampm":
            return "meridiem", group["x"] + "m"
    return "gap", None


def _american(month: int, day: int, year: int) -> tuple[int, int, int]:
    """Return year, month and day; the day stands first where it cannot be the month."""
    year = year if year > 99 else 2000 + year
    return (year, day, month) if month > 12 >= day else (year, month, day)
