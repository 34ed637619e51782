"""The ways in which people name who is in the register: exactly, shortly, wrongly, in Latin."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from random import Random

from pypinyin import Style, lazy_pinyin

from bench.language.register import Entry, parts

Way = Callable[[Entry, Random], str | None]
"""What a way makes of an entry; None where it does not apply."""


def _exact(entry: Entry, draw: Random) -> str | None:
    return entry.forms[0] if entry.kind != "person" else None


def _alias(entry: Entry, draw: Random) -> str | None:
    return draw.choice(entry.forms[1:]) if len(entry.forms) > 1 else None


def _person(entry: Entry, draw: Random) -> str | None:
    return entry.brand if entry.kind == "person" else None


def _spoken(entry: Entry, draw: Random) -> str | None:
    """Return brand and trade of a Chinese company: 华东机电."""
    return entry.brand + entry.trade[0] if entry.kind == "company" else None


def _abbreviated(entry: Entry, draw: Random) -> str | None:
    """Return brand and trade where they are not registered."""
    spoken = _spoken(entry, draw)
    return spoken if spoken not in entry.forms else None


def _placed(entry: Entry, draw: Random) -> str | None:
    return f"{entry.place}{entry.brand}" if entry.kind == "company" else None


def _brand(entry: Entry, draw: Random) -> str | None:
    return entry.brand if entry.kind == "company" else None


def _foreign_brand(entry: Entry, draw: Random) -> str | None:
    return entry.brand if entry.kind == "foreign" and entry.brand not in entry.forms else None


def _sounding(of: Way) -> Way:
    """Return a way with one character of the brand replaced by one of the same sound."""

    def way(entry: Entry, draw: Random) -> str | None:
        said = of(entry, draw)
        if said is None or said.isascii():
            return None
        at = draw.randrange(min(len(entry.brand), len(said)))
        others = _same_sound().get(_syllable(said[at]), "").replace(said[at], "")
        return said[:at] + draw.choice(others) + said[at + 1 :] if others else None

    return way


@cache
def _same_sound() -> Mapping[str, str]:
    """Return the 3,755 most common characters (GB 2312, level 1) by their syllable."""
    rows: dict[str, str] = defaultdict(str)
    for high in range(0xB0, 0xD8):
        for low in range(0xA1, 0xFF):
            char = bytes((high, low)).decode("gb2312", errors="ignore")
            rows[_syllable(char)] += char
    return rows


def _syllable(char: str) -> str:
    return "".join(lazy_pinyin(char))


def _deleted(said: str, at: int, draw: Random) -> str:
    return said[:at] + said[at + 1 :]


def _doubled(said: str, at: int, draw: Random) -> str:
    return said[: at + 1] + said[at:]


def _swapped(said: str, at: int, draw: Random) -> str:
    at = min(at, len(said) - 2)
    return said[:at] + said[at + 1] + said[at] + said[at + 2 :]


def _wrong(said: str, at: int, draw: Random) -> str:
    if said[at].isascii():
        return said[:at] + draw.choice("abcdefghijklmnoprstuvwy") + said[at + 1 :]
    looks = parts()["confused"].get(said[at])
    return said[:at] + (looks or draw.choice("".join(_same_sound().values()))) + said[at + 1 :]


def _slipped(slip: Callable[[str, int, Random], str], of: Way) -> Way:
    """Return a way with one slip of the keyboard, anywhere in it but for a Latin first letter."""

    def way(entry: Entry, draw: Random) -> str | None:
        said = of(entry, draw)
        if said is None or len(said) < (5 if said.isascii() else 4):
            return None
        slipped = slip(said, draw.randrange(said.isascii(), len(said)), draw)
        return slipped if slipped != said else None

    return way


def _latin(entry: Entry, draw: Random) -> str | None:
    """Return a foreign company without its legal form."""
    return " ".join((entry.brand, *entry.trade)) if entry.kind == "foreign" else None


def _pinyin(entry: Entry, draw: Random) -> str | None:
    """Return brand and trade in pinyin, the syllables joined in one of three ways."""
    if entry.kind == "foreign" or entry.brand.isascii():
        return None
    if entry.kind == "person":
        words = [entry.brand[0], entry.brand[1:]]
    else:
        words = [entry.brand, *entry.trade]
    joined = ["".join(lazy_pinyin(word)) for word in words]
    spaced = " ".join(" ".join(lazy_pinyin(word)) for word in words)
    return draw.choice(["".join(joined), " ".join(joined), spaced, " ".join(joined).title()])


def _pinyin_brand(entry: Entry, draw: Random) -> str | None:
    return "".join(lazy_pinyin(entry.brand)) if entry.kind == "company" else None


def _initials(entry: Entry, draw: Random) -> str | None:
    said = _spoken(entry, draw)
    return "".join(lazy_pinyin(said, style=Style.FIRST_LETTER)) if said else None


def _half_english(entry: Entry, draw: Random) -> str | None:
    """Return the brand in pinyin and the trade in English: Huadong Electric."""
    english = parts()["english_trades"].get(entry.trade[0]) if entry.trade else None
    if entry.kind != "company" or english is None:
        return None
    return f"{''.join(lazy_pinyin(entry.brand)).capitalize()} {english}"


def _mixed_case(entry: Entry, draw: Random) -> str | None:
    said = _latin(entry, draw)
    return draw.choice([said.upper(), said.lower(), said.swapcase()]) if said else None


def _traditional(entry: Entry, draw: Random) -> str | None:
    said = _spoken(entry, draw)
    written = said and said.translate(str.maketrans(parts()["traditional"]))
    return written if written != said else None


def _full_width(entry: Entry, draw: Random) -> str | None:
    said = _latin(entry, draw)
    return said and "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in said)


def _spaced(entry: Entry, draw: Random) -> str | None:
    """Return a name with a space in the middle: 华东 机电; 江苏 华东机电有限公司."""
    said = draw.choice([_spoken, _exact])(entry, draw)
    if said is None or entry.kind == "foreign":
        return None
    at = draw.randrange(1, len(said))
    return f"{said[:at]} {said[at:]}"


def _unspaced(entry: Entry, draw: Random) -> str | None:
    said = _latin(entry, draw)
    return said.replace(" ", draw.choice(["", "-", "  "])) if said and " " in said else None


WAYS: Mapping[str, Way] = {
    "full name": _exact,
    "short name or alias on file": _alias,
    "brand and trade": _abbreviated,
    "place and brand": _placed,
    "brand alone": _brand,
    "foreign brand alone": _foreign_brand,
    "person": _person,
    "homophone, brand and trade": _sounding(_spoken),
    "homophone, person": _sounding(_person),
    "character left out": _slipped(_deleted, _spoken),
    "character doubled": _slipped(_doubled, _spoken),
    "characters swapped": _slipped(_swapped, _spoken),
    "wrong character": _slipped(_wrong, _spoken),
    "wrong character, full name": _slipped(_wrong, _exact),
    "letter left out": _slipped(_deleted, _latin),
    "letter doubled": _slipped(_doubled, _latin),
    "letters swapped": _slipped(_swapped, _latin),
    "wrong letter": _slipped(_wrong, _latin),
    "pinyin": _pinyin,
    "pinyin of the brand": _pinyin_brand,
    "initials of the pinyin": _initials,
    "brand in pinyin, trade in English": _half_english,
    "mixed case": _mixed_case,
    "traditional characters": _traditional,
    "full width": _full_width,
    "space inside": _spaced,
    "spaces left out or doubled": _unspaced,
}
