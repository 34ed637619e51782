"""What looks like a time and is none: idioms, greetings, vague words, places, names, models."""

import re
from pathlib import Path

from dakehu.language.stoplist import alternatives

_LISTS = Path(__file__).parent / "words" / "not_times"


def _words(name: str) -> str:
    """Return the alternatives of a list."""
    return alternatives(_LISTS / f"{name}.txt")


_NUMERAL = "[一二两三四五六七八九十]"
_FESTIVALS = "国庆|中秋|元旦|清明|端午|重阳|春节|七夕|冬至|春分|元宵|腊八|立春|立夏|双十一"
_WISHED = (
    f"(?:{_FESTIVALS}|新年|新春|圣诞|元宵|五一|十一|六一|除夕|双旦|双节|妇女|女神|教师|劳动|儿童"
    "|母亲|父亲|情人)节?|周末|周[一二三四五六日]|星期[一二三四五六日天]|礼拜[一二三四五六日天]"
)
_ERAS = (
    "贞观|开元|天宝|神龙|洪武|永乐|嘉靖|万历|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪"
    "|宣统|民国"
)
_NAMED = f"{_NUMERAL}{{1,3}}|{_FESTIVALS}|(?:星期|周)[一二三四五六日天]|{_NUMERAL}月"
_TRADES = _words("trades")
_RANKS = "first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_MEETINGS = "(?:visit|call|meeting)s?"
_PATTERNS = (
    _words("idioms"),
    _words("brands"),
    # Titles: 《明日之后》, 《2026年度框架协议》
    "《[^《》]{1,60}》",
    # 中秋快乐, 周末愉快
    f"(?:{_WISHED})(?:快乐|愉快|安康|吉祥|祝福)",
    # 康熙三年五月, 民国三年
    rf"(?:{_ERAS})(?:元|\d{{1,2}}|{_NUMERAL}{{1,3}})年(?:(?:正|腊|冬|\d{{1,2}}|{_NUMERAL}{{1,2}})月"
    rf"(?:初?{_NUMERAL}{{1,3}}[日号]?)?|大年三十)?",
    # 便宜一点, 快了一点; not 今晚一点, 早一点半
    "(?<![今昨明当前后])(?:便宜|优惠|容易|简单|详细|具体|[快慢多少好高低大小贵紧松差有长短近远轻重急缓热冷厚薄宽窄早晚])"
    r"了?一点(?!钟|半|整|[一二三四五零〇\d]|到|前|后|见)",
    # 以下三点, 说三点：
    rf"(?:以下|如下|这|那)(?:\d|{_NUMERAL})点(?!钟|半|整|[\d一二三四五零〇]|开|到|前|后|[上下])",
    rf"(?:有|说|讲|补充|汇报|总结|提|提出|强调|注意)(?:\d|{_NUMERAL})点(?=[：:])",
    # 五一路, 国庆大酒店, 八一建筑公司
    rf"(?:{_NAMED})[东西南北中大]?(?:{_words('places')})(?:\d{{1,4}}号)?",
    f"(?:{_NAMED})(?:{_TRADES}){{1,2}}(?:公司|集团|厂|有限|股份|店)",
    # 人民路25号, 解放大道一百二十号
    rf"[路街道巷弄村里苑坊湾坡](?:\d{{1,4}}|{_NUMERAL[:-1]}百零〇]{{1,5}})号(?!线)",
    # 八一钢铁
    f"(?:八一|七一)(?:{_TRADES})",
    # 3号楼, 三点建议, 7天酒店
    rf"(?:\d+|{_NUMERAL}+)(?:{_words('counted')})",
    # 王国庆, 李立春
    f"(?:{_words('surnames')})(?:{_FESTIVALS}|立春|五一|八一|三月|正月|腊八|小满|谷雨)(?!节|假|期间|前|后|去|来|要)",
    # the 25th floor, the 3rd visit; at 12 Wall Street; order 20261124
    rf"\b(?:\d+(?:st|nd|rd|th)|{_RANKS}) (?:{_words('ranked')})\b",
    rf"(?<!on )\b(?:the|my|our|his|her|their) \d(?:st|nd|rd|th) (?:{_MEETINGS})\b",
    rf"\b(?:{_RANKS}) (?:{_MEETINGS})\b",
    rf"\b\d{{1,5}} (?:[a-z]+ ){{1,3}}(?:{_words('english_places')})\b",
    r"(?:no|number|order|po|contract|invoice|tel|phone|ref|[单同票话号])[.:#]* ?\d{8}\b",
    # 周一鸣经理, 周三丰总; not 周一王总, 周三见总经理
    f"(?<![上下本这每个])周[一二三四五六日](?!{_words('surnames')}|[见去和找约给陪带请访同与跟问到在回打催接送副上下早晚中"
    "午的要让叫我你他她等是有开总前后再先就都也不没可能会得来说向对把被为由从至或及])"
    "[一-龥](?:总(?![经部公监工行裁署结体数额价])|经理|工程师|先生|女士|小姐|主任|处长|科长|部长)",
    # April Wang, Mr. May, Friday Software, met with April
    r"\b(?:(?:met|talk(?:ed)?|spoke|speak|chat(?:ted)?|lunch|dinner) (?:to|with)"
    r"|met|call(?:ed)?|ask(?:ed)?|tell|told|thanks?|thank you) (?:april|june|august)\b(?! \d)",
    rf"\b(?:april|may|june|august) (?:{_words('romanised_surnames')})\b",
    r"\b(?:mr|mrs|ms|miss|dr)\.? (?:april|may|june|august|march|friday|day|noon|easter)\b",
    r"\b(?:[a-z]+day|january|april|may|june|july|august|noon|easter)"
    rf" (?:{_words('english_trades')})\b",
    r"按1:\d{1,3}",
    r"(?:比例|比分|比|配比|ratio|scale|score)(?: ?(?:of|is|是|为|：|:))? ?\d{1,3}:\d{1,3}",
)
NOT_TIMES = re.compile("|".join(_PATTERNS))
