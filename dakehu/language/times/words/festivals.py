"""Festivals: name → how their day is found."""

from typing import Literal

# ("solar", month, day), ("lunar", month, day), ("term", name), ("nth", month, weekday, n),
# ("easter",), ("after", name, days)
Festival = (
    tuple[Literal["solar", "lunar"], int, int] | tuple[Literal["term"], str]
    | tuple[Literal["nth"], int, int, int] | tuple[Literal["easter"]]
    | tuple[Literal["after"], str, int]
)  # fmt: skip

DAYS: dict[str, Festival] = {
    "元旦": ("solar", 1, 1), "情人节": ("solar", 2, 14), "三八": ("solar", 3, 8),
    "植树节": ("solar", 3, 12), "愚人节": ("solar", 4, 1), "五一": ("solar", 5, 1),
    "青年节": ("solar", 5, 4), "六一": ("solar", 6, 1), "建党节": ("solar", 7, 1),
    "建军节": ("solar", 8, 1), "教师节": ("solar", 9, 10), "国庆": ("solar", 10, 1),
    "万圣节": ("solar", 10, 31), "双十一": ("solar", 11, 11), "双十二": ("solar", 12, 12),
    "平安夜": ("solar", 12, 24), "圣诞": ("solar", 12, 25), "跨年夜": ("solar", 12, 31),
    "除夕": ("lunar", 1, 0), "春节": ("lunar", 1, 1), "元宵": ("lunar", 1, 15),
    "端午": ("lunar", 5, 5), "七夕": ("lunar", 7, 7), "中元节": ("lunar", 7, 15),
    "中秋": ("lunar", 8, 15), "重阳": ("lunar", 9, 9), "腊八": ("lunar", 12, 8),
    "小年": ("lunar", 12, 23), "清明": ("term", "清明"), "冬至": ("term", "冬至"),
    "立春": ("term", "立春"), "夏至": ("term", "夏至"), "立冬": ("term", "立冬"),
    "母亲节": ("nth", 5, 6, 2), "父亲节": ("nth", 6, 6, 3), "感恩节": ("nth", 11, 3, 4),
    "复活节": ("easter",), "复活节星期一": ("after", "复活节", 1),
    "耶稣受难日": ("after", "复活节", -2), "黑色星期五": ("after", "感恩节", 1),
}  # fmt: skip

# Festivals named by their digits alone; the lexer decides whether the digits name them.
NUMERIC = frozenset({"三八", "五一", "六一"})

ALIASES = {
    "元旦节": "元旦", "三八节": "三八", "妇女节": "三八", "三八妇女节": "三八", "女神节": "三八",
    "劳动节": "五一", "五一节": "五一", "五一劳动节": "五一", "儿童节": "六一", "六一节": "六一",
    "六一儿童节": "六一", "国庆节": "国庆", "十一国庆": "国庆", "十一国庆节": "国庆",
    "双11": "双十一", "双12": "双十二", "圣诞节": "圣诞", "圣诞夜": "平安夜", "除夕夜": "除夕",
    "大年三十": "除夕", "年三十": "除夕", "大年夜": "除夕", "过年": "春节", "大年初一": "春节",
    "农历新年": "春节", "农历春节": "春节", "元宵节": "元宵", "端午节": "端午", "七夕节": "七夕",
    "中秋节": "中秋", "八月节": "中秋", "重阳节": "重阳", "腊八节": "腊八", "清明节": "清明",
    "冬至节": "冬至", "八月十五": "中秋", "五月初五": "端午", "九月初九": "重阳",
}  # fmt: skip

ENGLISH = {
    "new year's day": "元旦", "new years day": "元旦", "new year day": "元旦",
    "new year": "元旦", "easter": "复活节", "easter sunday": "复活节",
    "easter monday": "复活节星期一", "good friday": "耶稣受难日", "black friday": "黑色星期五",
    "international workers' day": "五一", "workers' day": "五一", "valentine's day": "情人节",
    "women's day": "三八", "labour day": "五一", "labor day": "五一", "may day": "五一",
    "children's day": "六一", "teachers' day": "教师节", "national day": "国庆",
    "halloween": "万圣节", "singles' day": "双十一", "singles day": "双十一",
    "christmas eve": "平安夜", "christmas": "圣诞", "christmas day": "圣诞", "xmas": "圣诞",
    "new year's eve": "跨年夜", "chinese new year": "春节", "spring festival": "春节",
    "lunar new year": "春节", "lantern festival": "元宵", "dragon boat festival": "端午",
    "mid-autumn festival": "中秋", "mid autumn festival": "中秋", "mid-autumn": "中秋",
    "qingming": "清明", "qingming festival": "清明", "tomb-sweeping day": "清明",
    "tomb sweeping day": "清明", "double ninth festival": "重阳", "thanksgiving": "感恩节",
    "mother's day": "母亲节", "father's day": "父亲节", "chinese new year's eve": "除夕",
}  # fmt: skip
