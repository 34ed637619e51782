"""What looks like a time and is none: idioms, greetings, vague words, places, names, models."""

import re
from pathlib import Path

from dakehu.language.stoplist import alternatives

_LISTS = Path(__file__).parent / "words" / "not_times"


def _words(name: str) -> str:
    """Return the alternatives of a list."""
    return alternatives(_LISTS / f"{name}.txt")


_NUMERAL = "[一二两三四五六七八九十]"
_FESTIVALS = "国庆|中秋|元旦|清明|端午|重阳|春节|七夕|冬至|春分"
_NAMED = f"{_NUMERAL}{{1,3}}|{_FESTIVALS}|(?:星期|周){_NUMERAL}|{_NUMERAL}月"
_TRADES = _words("trades")
_PATTERNS = (
    _words("idioms"),
    _words("brands"),
    # 五一路, 国庆大酒店, 八一建筑公司
    f"(?:{_NAMED})[东西南北中大]?(?:{_words('places')})",
    f"(?:{_NAMED})(?:{_TRADES}){{1,2}}(?:公司|集团|厂|有限|股份|店)",
    r"[路街道巷弄村里]\d{1,4}号(?!线)",
    # 3号楼, 三点建议, 7天酒店
    rf"(?:\d+|{_NUMERAL}+)(?:{_words('counted')})",
    # 王国庆, 李立春
    f"(?:{_words('surnames')})(?:{_FESTIVALS}|立春|五一|八一|三月|正月|腊八|小满|谷雨)(?!节|假|期间|前|后|去|来|要)",
    # April Wang, Mr. May, Friday Software
    rf"\b(?:april|may|june|august) (?:{_words('romanised_surnames')})\b",
    r"\b(?:mr|mrs|ms|miss|dr)\.? (?:april|may|june|august|march|friday|day)\b",
    rf"\b(?:[a-z]+day|january|april|may|june|july|august) (?:{_words('english_trades')})\b",
    r"(?:比例|比分|比|配比|ratio|scale|score)(?: ?(?:of|is|是|为|：|:))? ?\d{1,3}:\d{1,3}",
)
NOT_TIMES = re.compile("|".join(_PATTERNS))
