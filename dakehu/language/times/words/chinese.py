"""Chinese words of time: kind of token → word → value."""

from typing import Any

from dakehu.language.times.moments import Part
from dakehu.language.times.words.festivals import ALIASES, DAYS, NUMERIC

DAWN = Part(0, 6, "am")
EARLY = Part(6, 9, "am")
MORNING = Part(6, 12, "am")
NOON = Part(11, 14, "noon")
AFTERNOON = Part(12, 18, "pm")
DUSK = Part(17, 19, "pm")
EVENING = Part(18, 24, "night")

WORDS: dict[str, dict[str, Any]] = {
    "day": {
        "今天": 0, "今日": 0, "今儿": 0, "今儿个": 0, "昨天": -1, "昨日": -1, "昨儿": -1,
        "昨儿个": -1, "前天": -2, "前日": -2, "前儿": -2, "大前天": -3, "明天": 1, "明日": 1,
        "明儿": 1, "明儿个": 1, "后天": 2, "后日": 2, "后儿": 2, "大后天": 3,
    },
    "daypart": {
        "今早": (0, EARLY), "今晨": (0, EARLY), "今晚": (0, EVENING), "今夜": (0, EVENING),
        "今晚上": (0, EVENING), "今早上": (0, EARLY), "昨晚": (-1, EVENING), "昨夜": (-1, EVENING),
        "昨晚上": (-1, EVENING), "昨早": (-1, EARLY), "前晚": (-2, EVENING), "明早": (1, EARLY),
        "明早上": (1, EARLY), "明晨": (1, EARLY), "明晚": (1, EVENING), "明晚上": (1, EVENING),
        "明夜": (1, EVENING), "后晚": (2, EVENING), "今下午": (0, AFTERNOON),
        "明下午": (1, AFTERNOON), "昨下午": (-1, AFTERNOON), "今上午": (0, MORNING),
        "明上午": (1, MORNING), "昨上午": (-1, MORNING), "今中午": (0, NOON),
        "明中午": (1, NOON), "昨中午": (-1, NOON),
    },
    "part": {
        "凌晨": DAWN, "早上": EARLY, "早晨": EARLY, "清晨": EARLY, "清早": EARLY, "一早": EARLY,
        "大清早": EARLY, "一大早": EARLY, "大早上": EARLY, "早间": EARLY, "上午": MORNING,
        "午前": MORNING, "中午": NOON, "正午": NOON, "晌午": NOON, "下午": AFTERNOON,
        "午后": AFTERNOON, "傍晚": DUSK, "黄昏": DUSK, "晚上": EVENING, "晚间": EVENING,
        "夜里": EVENING, "午夜": EVENING,
        "夜晚": EVENING, "夜间": EVENING, "半夜": EVENING, "深夜": EVENING,
        "大晚上": EVENING,
    },
    "shortpart": {"早": EARLY, "晚": EVENING, "晨": EARLY, "夜": EVENING},
    "weekday": {
        week + name: number
        for week in ("周", "星期", "礼拜")
        for number, names in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7"))
        for name in names
    },
    "weekend": {"周末": None, "双休日": None, "周六日": None, "周六周日": None, "礼拜六日": None},
    "week": {"周": None, "星期": None, "礼拜": None},
    "yearword": {
        "今年": 0, "本年": 0, "本年度": 0, "今年度": 0, "去年": -1, "去年度": -1, "上年": -1,
        "上年度": -1, "明年": 1, "来年": 1, "明年度": 1, "前年": -2, "后年": 2, "大前年": -3,
        "大后年": 3,
    },
    "few_days": {
        "今明两天": (0, 2), "今明": (0, 2), "今明天": (0, 2), "明后天": (1, 2), "明后两天": (1, 2),
        "昨今两天": (-1, 2), "今明后三天": (0, 3), "今明后": (0, 3), "昨今明三天": (-1, 3),
    },
    "nian": {"年": None, "年度": None},
    "yue": {"月": None, "月份": None},
    "hao": {"号": None, "日": None},
    "quarter": {"季度": None, "季": None},
    "half_year": {"上半年": 1, "前半年": 1, "下半年": 2, "后半年": 2},
    "half_week": {"上半周": 0, "前半周": 0, "下半周": 1, "后半周": 1},
    "half_month": {"上半月": 0, "下半月": 1},
    "month_third": {"上旬": 0, "中旬": 1, "下旬": 2},
    "yue_third": {"月上旬": 0, "月中旬": 1, "月下旬": 2},
    "quarter_edge": {
        "季初": 0, "季度初": 0, "季末": 2, "季度末": 2, "季底": 2, "季度底": 2,
    },
    "century": {"世纪": None},
    "niandai": {"年代": None},
    "season": {
        "春天": 3, "春季": 3, "夏天": 6, "夏季": 6, "秋天": 9, "秋季": 9, "冬天": 12, "冬季": 12,
    },
    "these": {
        "这两天": (2, "day"), "这三天": (3, "day"), "这两周": (2, "week"), "这三周": (3, "week"),
        "这两个星期": (2, "week"), "这半个月": (0.5, "month"), "这两个月": (2, "month"),
        "这三个月": (3, "month"), "这两年": (2, "year"), "这三年": (3, "year"),
    },
    "week_edge": {"周初": 0, "周中": 1},
    "month_edge": {"月头": 0, "月尾": 2, "月初": 0, "月中": 1, "月底": 2, "月末": 2},
    "edge": {"初": 0, "中": 1, "底": 2, "末": 2},
    "year_edge": {"年尾": 2, "年初": 0, "年底": 2, "年末": 2, "岁末": 2, "年终": 2, "年中": 1},
    "dian": {"点": None, "点钟": None, "时": "hour"},
    "sharp": {"整": None, "正": None},
    "fen": {"分": None},
    "minutes": {"分钟": None},
    "miao": {"秒": None, "秒钟": None},
    "ke": {"刻": None},
    "ke_unit": {"刻钟": None},
    "unit": {
        "小时": "hour", "钟头": "hour", "天": "day",
    },
    "workday": {"工作日": None, "工作天": None},
    "half": {"半": "half", "½": "half"},
    "ge": {"个": None},
    "month_unit": {"个月": None},
    "toward": {
        "上": -1, "上个": -1, "上一个": -1, "上一": -1, "上上": -2, "上上个": -2, "下": 1,
        "下个": 1, "下一个": 1, "下一": 1, "下下": 2, "下下个": 2, "上上上": -3, "下下下": 3,
    },
    "this": {
        "本": 0, "这": 0, "这个": 0, "这一": 0, "这一个": 0, "当": 0, "本个": 0, "该": 0,
    },
    "recent": {"近": None, "过去": None, "最近": None, "过去的": None, "最近的": None},
    "coming": {
        "未来": None, "今后": None, "接下来": None, "接下来的": None, "未来的": None,
        "以后的": None,
    },
    "qian": {"前": "before"},
    "before": {"之前": "before", "以前": "before"},
    "hou": {"后": None},
    "after": {"之后": None, "以后": None, "过后": None},
    "unit_within": {"月内": "month", "年内": "year", "周内": "week"},
    "within": {"内": None, "以内": None, "之内": None},
    "onward_from": {"及以后": None, "或之后": None, "及之后": None, "或以后": None},
    "up_to": {"及以前": None, "或之前": None, "及之前": None, "或以前": None},
    "since": {
        "以来": None, "至今": None, "起至今": None, "到现在": None, "到今天": None, "迄今": None,
        "至今为止": None, "到目前": None, "到目前为止": None, "到现在为止": None,
        "到今天为止": None,
        "截至目前": None, "截止目前": None,
    },
    "onward": {"起": None},
    "begin": {"开始": None},
    "around": {"前后": None, "左右": None, "前后脚": None},
    "eve": {"前夕": None, "前夜": None},
    "pass": {"再过": None},
    "stop": {"止": None, "为止": None},
    "from": {"从": "from", "自": "since", "自从": "since", "由": "from"},
    "by": {"截至": None, "截止": None, "截止到": None, "截至到": None},
    "to": {"到": None, "至": None, "-": None, "~": None, "--": None, "直到": None},
    "and": {"和": None, "与": None, "跟": None, "及": None, "、": None, "或": None, "或者": None},
    "between": {"之间": None, "间": None},
    "de": {"的": None},
    "plus": {"又": "and", "加": "and", "多": "and", "余": "and", "外加": "and"},
    "di": {"第": None},
    "leading": {"头": None},
    "final": {"最后": -1},
    "from_end": {"倒数": -1},
    "short": {"差": None},
    "every": {"每": None, "每个": None, "每一": None, "每一个": None, "逢": None, "每逢": None},
    "often": {"每日": "DAILY"},
    "once": {"一次": None, "一趟": None, "一回": None},
    "skipping": {"每隔": None, "隔": None},
    "that_week": {"那周": None, "那一周": None, "那个星期": None, "那星期": None, "当周": None},
    "that_day": {
        "当天": None, "当日": None, "那天": None, "那一天": None, "这天": None, "这一天": None,
    },
    "slip": {"下无": AFTERNOON, "上无": MORNING, "下五": AFTERNOON, "上五": MORNING},
    "now": {"现在": None, "此刻": None},
    "same": {"同期": None},
    "holiday": {"期间": None, "假期": None, "长假": None, "小长假": None, "黄金周": None,
                "放假期间": None, "放假": None, "假": None},
    "comma": {",": None},
    "open": {"(": None},
    "close": {")": None},
    "lunar": {"农历": None, "阴历": None},
    "lunar_month": {"正月": 1, "大年": 1, "腊月": 12, "冬月": 11},
    "lunar_day": {f"初{digit}": at for at, digit in enumerate("一二三四五六七八九十", 1)}
    | {f"廿{digit}": 20 + at for at, digit in enumerate("一二三四五六七八九", 1)},
    "festival": {name: name for name in DAYS if name not in NUMERIC} | ALIASES,
    "on": {"在": None, "于": None},
}  # fmt: skip
