"""Chinese wordings: 2026年11月24日15:00, 2026年11月24日到11月26日, 每周一和周三09:00."""

from datetime import datetime

from dakehu.language.times.rendering.wording import Rule, Wording, clock, iso, split

_WEEKDAYS = "一二三四五六日"
_UNITS = {"year": "年", "week": "周", "day": "天", "hour": "小时", "minute": "分钟", "second": "秒"}
_FREQUENCIES = {
    "MINUTELY": ("每分钟", "每{}分钟"), "HOURLY": ("每小时", "每{}小时"),
    "DAILY": ("每天", "每{}天"), "WEEKLY": ("每周", "每{}周"),
    "MONTHLY": ("每月", "每{}个月"), "YEARLY": ("每年", "每{}年"),
}  # fmt: skip
_MONTH_PARTS = {
    (1, 2, 3, 4, 5): "初", tuple(range(11, 21)): "中", (-5, -4, -3, -2, -1): "底",
    tuple(range(1, 11)): "上旬", tuple(range(21, 32)): "下旬", (-1,): "最后一天",
}  # fmt: skip


class ChineseWording(Wording):
    """How Chinese says the kinds of times."""

    years = range(1000, 3000)  # before 年

    def point(self, moment: datetime, hour: bool) -> str:
        """Return 2026年11月24日15:00, or on the hour 2026年11月24日15点."""
        if not hour:
            return self.at(moment, clock(moment))
        small = "凌晨" if moment.hour < 6 else "早上" if moment.hour < 8 else ""
        return self.at(moment, f"{small}{moment.hour}点")

    def recurring(self, rule: str) -> str:
        """Return 每两周, 每周一, 每月15号, 每年12月8日, with the time of day if there is one."""
        read = Rule.read(rule)
        once, several = _FREQUENCIES[read.frequency]
        often = once if read.interval == 1 else several.format(read.interval)
        return often + _dates(read) + (read.clock or "")

    def length(self, seconds: int) -> str:
        """Return 8天20小时."""
        return "".join(f"{count}{_UNITS[unit]}" for unit, count in split(seconds))

    def year(self, start: datetime) -> str:
        """Return 2026年."""
        return f"{start.year}年"

    def month(self, start: datetime) -> str:
        """Return 2026年11月."""
        return f"{start.year}年{start.month}月"

    def day(self, moment: datetime, after: datetime | None = None) -> str:
        """Return a date, without its year where that is the year of the date it follows."""
        if moment.year not in self.years:
            return iso(moment)
        year = "" if after and after.year == moment.year else f"{moment.year}年"
        return f"{year}{moment.month}月{moment.day}日"

    def at(self, day: datetime, clock: str, after: datetime | None = None) -> str:
        """Return a day and a time on it, a space between where the day ends in a digit."""
        date = self.day(day, after)
        return date + clock if date.endswith("日") else f"{date} {clock}"

    def between(self, start: str, end: str) -> str:
        """Return 11月24日到11月26日."""
        return f"{start}到{end}"


def _dates(rule: Rule) -> str:
    """Return the days on which a rule falls."""
    if rule.position is not None:
        return f"{_nth(rule.position)}工作日"
    if rule.weekdays and rule.weekdays[0][0]:
        ((n, day),) = rule.weekdays
        return f"{_nth(n)}周{_WEEKDAYS[day]}"
    if rule.weekdays:
        days = _weekdays([day for _, day in rule.weekdays])
        return days if rule.interval == 1 else f"的周{days}"
    month = f"{rule.month}月" if rule.month else ""
    if not rule.days:
        return month
    if rule.days in _MONTH_PARTS:
        return _MONTH_PARTS[rule.days]
    return month + "和".join(f"{day}号" for day in rule.days)


def _weekdays(days: list[int]) -> str:
    """Return 一到五, 一三五, or 一、周日."""
    first, last = _WEEKDAYS[days[0]], _WEEKDAYS[days[-1]]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{first}到周{last}"
    return ("、周" if last == "日" else "").join(_WEEKDAYS[day] for day in days)


def _nth(n: int) -> str:
    """Return 第一个, 最后一个, 倒数第二个."""
    return "最后一个" if n == -1 else f"倒数第{-n}个" if n < 0 else f"第{n}个"


WORDING = ChineseWording()
