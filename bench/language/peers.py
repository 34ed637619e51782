"""The peers, in a Python and an environment of their own: cases in, answers out, as JSON.

`python -m bench.language.peers` reads `[[file, text, now], …]` and writes, by peer, a list of
answers for each case that is one of its business; one that raises has found nothing.
"""

import json
import logging
import re
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import cn2an
import jionlp
from dateparser.search import search_dates
from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency
from recognizers_sequence import recognize_phone_number

from bench.language.cases import Answer, values

logging.disable()
CULTURES = {"Chinese": "zh-cn", "English": "en-us"}
CURRENCIES = {
    "元": "CNY", "美元": "USD", "欧元": "EUR", "英镑": "GBP", "港元": "HKD", "日元": "JPY",
    "台币": "TWD", "新台币": "TWD", "韩元": "KRW", "澳元": "AUD", "加元": "CAD",
}  # fmt: skip
LANGUAGES = {"Chinese": "zh", "English": "en"}


def _recognizers(file: str, text: str, now: datetime) -> list[Answer]:
    _, language, model = file.split("/")
    culture = CULTURES[language]
    results = {
        "DateTimeModel": lambda: recognize_datetime(text, culture, reference=now),
        "NumberModel": lambda: recognize_number(text, culture),
        "PercentModel": lambda: recognize_percentage(text, culture),
        "CurrencyModel": lambda: recognize_currency(text, culture),
        "PhoneNumberModel": lambda: recognize_phone_number(text, culture),
    }[model]()
    return [_answer(r.start, r.end + 1, _resolved(r.type_name, r.resolution)) for r in results]


def _resolved(type_name: str, resolution: dict[str, Any] | None) -> list[Answer]:
    return values(type_name.rpartition(".")[2], resolution) if resolution else []


def _jionlp(file: str, text: str, now: datetime) -> list[Answer]:
    if file.startswith("DateTime"):
        found = jionlp.ner.extract_time(text, time_base=now.timestamp())
        return [_answer(*one["offset"], _jionlp_time(one["type"], one["detail"])) for one in found]
    if "Phone" in file:
        found = jionlp.extract_phone_number(text, detail=True)
        digits = [re.sub(r"\D", "", one["text"]) for one in found]
        return [
            _answer(*one["offset"], [{"digits": number}])
            for one, number in zip(found, digits, strict=True)
        ]
    return [
        _answer(*one["offset"], [_jionlp_money(one["detail"])])
        for one in jionlp.ner.extract_money(text)
    ]


def _jionlp_money(detail: dict[str, Any]) -> Answer:
    unit = CURRENCIES.get(detail["case"], detail["case"])
    return {"money": float(detail["num"]), "unit": unit}


def _jionlp_time(kind: str, detail: dict[str, Any]) -> list[Answer]:
    if kind == "time_delta":
        units = {"year": 31536000, "month": 2592000, "day": 86400, "hour": 3600, "minute": 60}
        return [{"seconds": sum(detail["time"].get(u, 0) * s for u, s in units.items())}]
    if kind == "time_period":
        return [{"again": True}]
    start, end = (datetime.fromisoformat(moment) for moment in detail["time"])
    after = end + timedelta(seconds=1) if end.second == 59 else end
    meanings: list[Answer] = [{"from": start.isoformat(), "to": after.isoformat()}]
    if after - start <= timedelta(hours=1):  # what others call a moment
        meanings.append({"at": start.isoformat()})
    return meanings


def _dateparser(file: str, text: str, now: datetime) -> list[Answer]:
    language = LANGUAGES[file.split("/")[1]]
    found = search_dates(text, languages=[language], settings={"RELATIVE_BASE": now}) or []
    answers, behind = [], 0
    for words, moment in found:
        start = text.find(words, behind)
        behind = start + len(words)
        answers.append(_answer(start, behind, _beginning(moment, now)))
    return answers


def _beginning(moment: datetime, now: datetime) -> list[Answer]:
    """Take what dateparser gives: beginnings only, at the time of day of now where none is said."""
    if moment.time() == now.time():
        moment = datetime.combine(moment.date(), datetime.min.time())
    whole = {"from": moment.isoformat(), "to": (moment + timedelta(days=1)).isoformat()}
    return [{"at": moment.isoformat(), "loose": True}, whole]


def _cn2an(file: str, text: str, now: datetime) -> list[Answer]:
    """Its `transform` writes figures in place of the words: those are what it found."""
    del file, now
    written = cn2an.transform(text, "cn2an")
    found = re.finditer(r"-?\d+(?:\.\d+)?%?(?:/\d+)?", written)
    return [_answer(0, len(text), [{"number": _figure(one.group())}]) for one in found]


def _figure(written: str) -> float:
    share = 100 if written.endswith("%") else 1
    above, _, below = written.rstrip("%").partition("/")
    return float(above) / float(below or 1) / share


def _answer(start: int, end: int, meanings: list[Answer]) -> Answer:
    return {"start": start, "end": end, "values": meanings}


PEERS: dict[str, tuple[Callable[[str, str, datetime], list[Answer]], tuple[str, ...]]] = {
    "recognizers-text": (_recognizers, ("",)),
    "jionlp": (_jionlp, ("DateTime/Chinese", "NumberWithUnit", "Sequence")),
    "dateparser": (_dateparser, ("DateTime",)),
    "cn2an": (_cn2an, ("Number/",)),
}


def main() -> None:
    """Answer what standard input asks."""
    asked = json.load(sys.stdin)
    told: dict[str, list[list[Answer] | None]] = {}
    for name, (find, business) in PEERS.items():
        told[name] = [
            _try(find, file, text, now) if file.startswith(business) else None
            for file, text, now in asked
        ]
    json.dump(told, sys.stdout)


def _try(find: Callable[..., list[Answer]], file: str, text: str, now: str) -> list[Answer]:
    try:
        return find(file, text, datetime.fromisoformat(now))
    except Exception:
        return []


if __name__ == "__main__":
    main()
