"""Where no number is looked for: addresses, models, versions, numbers of orders and papers."""

import re

from dakehu.language.numbers.words import (
    CODE_WORDS,
    ENGLISH_ORDERED,
    ENGLISH_PLACED,
    ORDERED,
    PLACED,
    SIGNS,
    either,
)

_ADDRESS = r"https?://\S+|www\.\S+|\S+@\S+|\d+(?:\.\d+){2,}"
# A320, i5-13400, YJV-3×120; 3×120; 202411a1; 4S店, 3D, 5G网; not RMB20k, 2e5, 5k-8k, 5kg.
_MODEL = (
    rf"(?<![a-z\d])(?!(?:{either(SIGNS)})[-.\d])"
    r"[a-z]+[-_/]?\d[\w./×*+-]*|\d+[a-z]*[×x*]\d[\w.×x*+]*|\d{6,}[a-z]\w*"
    r"|(?<![\w.])(?:\d(?:s(?=店)|d(?![a-z])|g(?=[网基手时专模通信套流]))|401k)"
    r"|(?<!\d)(?:304|316|321|430)(?:l|(?=不锈钢|的?[板管卷]))|[345]2\.5r?(?=水泥|级)"
)
_ORDER = (
    rf"(?:{either(CODE_WORDS)})码?\s?[是为:#]?\s?[a-z]*\d[\w-]*(?: \d{{4}}(?!\d))*"
    rf"|(?:(?:{either(ORDERED)})(?=[ :#]{{0,2}}\d{{5}})"
    rf"|(?:\b(?:{either(ENGLISH_ORDERED)})|#)(?: ?(?:no\.?|number|id))?)"
    r"[ :#]{0,2}\d{3,}(?![\d,.]*\s?[万亿元块个台份吨件套米家单笔%])[\w-]*"
)
_PLACE = (
    rf"(?:{either(PLACED)}|\b(?:{either(ENGLISH_PLACED)}))\s?(?:改成|改为|是|为|:)?\s?\d+"
    r"(?!\s?[个家次台])|\d+[栋幢座]\d+(?:单元|室|-)?[\d-]*"
    r"|\d+(?:[室楼强弄]|国道|单元|系列?(?!统)|[- ]series|\s?号(?!人)|(?=开头|电话))"
    r"|\d{3,}房(?![间子])"
)
_MONTH = r"\d{1,2}月(?:\d{1,2}[日号]|(?![饼均]))"
_CODED = re.compile("|".join((_ADDRESS, _MODEL, _ORDER, _PLACE, _MONTH)), re.ASCII)
# Told apart by their capitals: a company, not three metres or millions; networks; First Solar.
_CAPITALS = re.compile(
    r"(?<![\w.,$¥])3M(?![\w²])|(?<=met |saw |see )3m(?!\w)|(?<!\w)[2-6]G(?!\w)"
    r"|(?<=[a-z,] )(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|First|Second|Third)"
    r"(?: [A-Z][a-z]+)+",
    re.ASCII,
)
_ASCII = re.compile(r"[a-z\d]", re.ASCII)
_ANNOUNCED = re.compile(
    rf"(?:{either(CODE_WORDS | ORDERED)}|\b(?:{either(ENGLISH_ORDERED)}))[号码是为:# ]*$"
)


def codes(text: str, spelled: str) -> list[tuple[int, int]]:
    """Return the spans of codes.

    Args:
        text: What a person typed.
        spelled: The same in plain characters.
    """
    if not _ASCII.search(spelled):
        return []
    found = [*_CODED.finditer(spelled), *_CAPITALS.finditer(text)]
    return [match.span() for match in found]


def names_a_code(before: str) -> bool:
    """Tell whether what stands before digits announces the number of an order or a paper."""
    return _ANNOUNCED.search(before) is not None
