"""How long finding takes, and what an index of 100,000 names costs."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from statistics import quantiles
from zoneinfo import ZoneInfo

import psutil
import yaml

from bench.language import names_found
from bench.language.register import Entry
from dakehu.language.names import NameIndex
from dakehu.language.numbers import find_numbers
from dakehu.language.times import find_times

ROOT = Path(__file__).parents[2]
LENGTH = 40
"""Characters of a sentence."""


def table(register: Sequence[Entry]) -> str:
    """Measure, and return a table with the targets."""
    now = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
    texts = _sentences()
    before = psutil.Process().memory_info().rss
    began = time.perf_counter()
    index = NameIndex((number, entry.forms) for number, entry in enumerate(register))
    built = time.perf_counter() - began
    memory = psutil.Process().memory_info().rss - before
    told = [text for some in names_found.sentences(register).values() for _, text in some]
    rows = [
        ("find_times, p95", f"{_p95(lambda t: find_times(t, now), texts):.2f} ms", "≤ 1 ms"),
        ("find_numbers, p95", f"{_p95(find_numbers, texts):.2f} ms", "≤ 0.3 ms"),
        (f"NameIndex of {len(register):,}, built", f"{built:.1f} s", "≤ 5 s"),
        ("NameIndex.find, p95", f"{_p95(index.find, told):.2f} ms", "≤ 3 ms"),
        ("NameIndex, memory", f"{memory / 1e6:.0f} MB", "≤ 250 MB"),
    ]
    lines = [f"| {name} | {value} | {target} |" for name, value, target in rows]
    return "\n".join(["| what | measured | target |", "| --- | ---: | --- |", *lines])


def _p95(find: Callable[[str], object], texts: list[str]) -> float:
    """Return milliseconds that 95 of 100 calls stay below."""
    taken = []
    for text in texts:
        began = time.perf_counter()
        find(text)
        taken.append(time.perf_counter() - began)
    return quantiles(taken, n=20)[-1] * 1000


def _sentences() -> list[str]:
    """Cut the training messages to sentences of the measured length."""
    messages: list[str] = []
    for file in sorted((ROOT / "data/nlu").glob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            messages += [line.removeprefix("- ") for line in block["examples"].splitlines()]
    joined = "，".join(messages)
    return [joined[at : at + LENGTH] for at in range(0, 5000 * LENGTH, LENGTH)]
