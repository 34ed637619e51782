"""Common slips of the fingers → what was meant."""

import re

SLIPS = {
    "星其": "星期", "下五午": "下午", "上五午": "上午",
    "tommorow": "tomorrow", "tomorow": "tomorrow", "tommorrow": "tomorrow", "tomorrw": "tomorrow",
    "tomrrow": "tomorrow", "tomarrow": "tomorrow", "yesteday": "yesterday",
    "yesturday": "yesterday", "yestarday": "yesterday", "yestrday": "yesterday",
    "ystrday": "yesterday", "ysterday": "yesterday", "yesterdy": "yesterday",
    "yeterday": "yesterday", "tomoro": "tomorrow", "tomorro": "tomorrow", "tmorrow": "tomorrow",
    "moday": "monday", "munday": "monday", "tuseday": "tuesday", "teusday": "tuesday",
    "tusday": "tuesday", "wendesday": "wednesday", "wensday": "wednesday",
    "wednsday": "wednesday", "wedesday": "wednesday", "wednesaday": "wednesday",
    "thrusday": "thursday", "thurday": "thursday", "thursaday": "thursday", "firday": "friday",
    "firiday": "friday", "saterday": "saturday", "satuday": "saturday", "sundy": "sunday",
    "janurary": "january", "janaury": "january", "febuary": "february", "feburary": "february",
    "agust": "august", "setember": "september", "septemer": "september", "octber": "october",
    "novemeber": "november", "decemeber": "december", "moring": "morning", "mornning": "morning",
    "afernoon": "afternoon", "afternon": "afternoon", "aftrenoon": "afternoon",
    "evning": "evening", "nigth": "night", "weeek": "week", "mounth": "month", "nex": "next",
    "nxt": "next", "minuts": "minutes", "huor": "hour",
}  # fmt: skip

_DAY = "[一二三四五六日天]"
_NUMERAL = r"[\d一二两三四五六七八九十]"
_PAUSE = "$|[，。！？；,.!?; ]"
_THEN = f"{_PAUSE}|{_NUMERAL}|[去来见]|有空|开会"
# Homophones and look-alikes: the wrong character, where only the time can be meant → the right one.
# 名天津客户, 上舞台, 上周未拜访, 每月低于 and 明星其一 stay as they are.
_HOMOPHONES = {
    "(?<=[今明昨后前])夭": "天",
    rf"(?<![{_NUMERAL[1:-1]}几多])名(?=天(?:[上下早中晚]|{_THEN}))": "明",
    rf"(?<=[今明后])添(?=[上下早中晚]|{_THEN})": "天",
    rf"(?<=[上下中])[舞武伍](?={_THEN})": "午",
    rf"(?<=[早晚])尚(?={_THEN})": "上",
    "(?<=凌)辰": "晨",
    rf"(?<=[上下])(?<!以[上下])(?<!天下)州(?={_DAY}(?!级))": "周",
    rf"(?<=礼)[败摆](?={_DAY})": "拜",
    rf"(?<!最)[腥惺新兴](?=期{_DAY})": "星",
    rf"(?<=星)(?<![明巨]星)[旗其起](?={_DAY})": "期",
    rf"(?<=周)未(?={_PAUSE})": "末",
    r"(?<=[\d周期])曰": "日",
    f"(?<=[月年])低(?={_PAUSE}|之?前|以前)": "底",
    "(?<=[上下这])各(?=月|星期|礼拜|季度)": "个",
    f"(?<={_NUMERAL})[店典](?=半|钟)": "点",
}
_WRONG = re.compile(
    "|".join(f"(?P<at{number}>{wrong})" for number, wrong in enumerate(_HOMOPHONES))
)
_RIGHT = {f"at{number}": right for number, right in enumerate(_HOMOPHONES.values())}


def corrected(text: str) -> str:
    """Return a plain text with homophones put right, every position kept."""
    return _WRONG.sub(lambda found: _RIGHT[found.lastgroup or ""], text)
