"""Common slips of the fingers → the word that was meant."""

SLIPS = {
    "今夭": "今天", "明夭": "明天", "昨夭": "昨天", "后夭": "后天", "前夭": "前天", "名天": "明天",
    "今添": "今天", "星其": "星期", "上舞": "上午", "下舞": "下午", "下五午": "下午",
    "上五午": "上午",
    "tommorow": "tomorrow", "tomorow": "tomorrow", "tommorrow": "tomorrow", "tomorrw": "tomorrow",
    "tomrrow": "tomorrow", "tomarrow": "tomorrow", "yesteday": "yesterday",
    "yesturday": "yesterday", "yestarday": "yesterday", "yestrday": "yesterday",
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
    "minuts": "minutes", "huor": "hour",
}  # fmt: skip
