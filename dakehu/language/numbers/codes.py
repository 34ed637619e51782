"""Where no number is looked for: addresses, models, versions, numbers of orders and papers."""

import re

from dakehu.language.numbers.words import SIGNS, either

_CODED = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|\d+(?:\.\d+){2,}"
    # A320, i5-13400, yjv-3×120; 3×120; 2024a1
    rf"|(?<![a-z])(?!(?<=\d)e[+-]?\d\d?(?![\w.]))(?!(?:{either(SIGNS)})[-.\d])[a-z]+[-_/]?\d[\w./×*+-]*"
    r"|\d+[a-z]*[×x*]\d[\w.×x*+]*|\d{6,}[a-z]\w*"
    # 4s店, 3d, 5g; not 40k, 5kg
    r"|(?<![\w.])\d(?:s(?=店)|d(?![a-z])|g(?=网|基站|手机|时代|专网|模块|通信|信号|套餐|流量|[ ,。]|$))"
    r"|(?:单号|编号|合同号|发票号?|账号|卡号|税号|邮编|邮政编码|证号|批号|料号|货号|工号|车牌|房号|图号)"
    r"(?:码)?\s?(?:是|为|:|#)?\s?[a-z]*\d[\w-]*"
    r"|(?:(?:订单|合同|运单|快递|物料)(?=[ :#]{0,2}\d{5})"
    r"|(?:\b(?:order|invoice|contract|po|flight|room|floor|gate)|#)(?: ?(?:no\.?|number|id))?)"
    r"[ :#]{0,2}\d{3,}(?![\d,.]*\s?[万亿元块个台份吨件套米家单笔%])[\w-]*"
    r"|\d+(?:室|号楼|号线|号院|国道)|\d+号(?!\d)",
    re.ASCII,
)
# Codes that are told apart by their capitals: the company, not three metres or millions.
_CAPITALS = re.compile(r"(?<![\w.,$¥])3M(?![\w²])|(?<!\w)[2-6]G(?!\w)", re.ASCII)


def codes(text: str, spelled: str) -> list[tuple[int, int]]:
    """Return the spans of codes.

    Args:
        text: What a person typed.
        spelled: The same in plain characters.
    """
    found = [*_CODED.finditer(spelled), *_CAPITALS.finditer(text)]
    return [match.span() for match in found]


def names_a_code(before: str) -> bool:
    """Tell whether what stands before digits announces the number of an order or a paper."""
    return _ANNOUNCED.search(before) is not None


_ANNOUNCED = re.compile(
    r"(?:单号|编号|订单|合同号|账号|卡号|税号|证号|批号|料号|货号|工号|运单|快递|邮编)[号码是为:# ]*$"
)
