"""Numbers that count or rank things, and so are no time: 20 sites, 2家公司, the first visit."""

import re

from dakehu.language.times.words.vocabulary import ENGLISH

# After these a number counts things: 周三到2家公司, 3月5个客户.
COUNTED = re.compile(
    " ?(?:[家台位人名套件吨次遍趟场份张页本册条根卷桌席座栋层间户单笔款种类项批组对双只支枝把片颗粒"
    "袋桶罐"
    "瓶杯盒箱包辆部级门课届轮段处所多余几千万亿元块角毛米斤克%％成折倍度]|个(?![小钟工月星礼季半周晚早上下])"
    "|公里|平方|人民币|美元)"
)
_PLURAL = re.compile(r"(?:-?ish)? +([a-z]{2,}(?:[^su\W]s|ple|men))\b")
_MEASURE = re.compile(
    " ?(?:million|billion|thousand|hundred|percent|pct|yuan|rmb|cny|usd|dollars?|euros?|kg|km|mm"
    r"|tons?|pcs|k)\b"
)
_NEXT = re.compile(" +([a-z]+)")


def counts(text: str, end: int) -> bool:
    """Tell whether the number that ends here counts things that are no time (20 sites)."""
    noun = _PLURAL.match(text, end)
    return (
        COUNTED.match(text, end) is not None
        or _MEASURE.match(text, end) is not None
        or (noun is not None and noun[1] not in ENGLISH)
    )


def ranks(text: str, at: int, end: int) -> bool:
    """Tell whether the ordinal word here ranks something (the first visit; not on the eighth)."""
    following = _NEXT.match(text, end)
    dated = text.endswith("on the ", 0, at)
    return following is not None and following[1] not in ENGLISH and not dated
