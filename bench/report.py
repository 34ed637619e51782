"""The table: each measure for both, their ratio, and the target."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.load import Speed


@dataclass(frozen=True)
class Measured:
    """All that one bot was measured for; seconds and bytes."""

    speed: Speed
    memory: int
    start: float
    training: float


def table(ours: Measured, peers: Measured) -> str:
    """Return the measures as a Markdown table."""
    growth = ours.speed.late / ours.speed.early, peers.speed.late / peers.speed.early
    rows = [
        _row("serial message, p50 (ms)", ours.speed.p50, peers.speed.p50, "≤ 0.7", 1000),
        _row("serial message, p95 (ms)", ours.speed.p95, peers.speed.p95, "≤ 0.7", 1000),
        _row(
            "16 conversations at once (messages/s)",
            ours.speed.throughput,
            peers.speed.throughput,
            "≥ 2",
        ),
        _row("memory of all processes (MB)", ours.memory, peers.memory, "≤ 1.0", 1e-6),
        _row("start to ready (s)", ours.start, peers.start, "≤ 0.6"),
        _row("training from nothing (s)", ours.training, peers.training, "≤ 1.0"),
        f"| message 1,000 ÷ message 10 | {growth[0]:.2f} | {growth[1]:.2f} | | ≤ 1.15 (ours) |",
    ]
    head = "| measure | Dakehu | rasa init | ratio | target |\n| --- | ---: | ---: | ---: | --- |"
    return "\n".join([head, *rows])


def _row(name: str, ours: float, peers: float, target: str, scale: float = 1) -> str:
    return (
        f"| {name} | {ours * scale:,.1f} | {peers * scale:,.1f} | {ours / peers:.2f} | {target} |"
    )


def write(file: Path, sections: Sequence[str]) -> None:
    """Write `docs/benchmarks.md`: where and when, how, and the tables."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    now = datetime.now().astimezone()
    intro = Path(__file__).with_name("intro.md").read_text(encoding="utf-8")
    head = intro.format(date=f"{now:%Y-%m-%d %H:%M %Z}", machine=machine)
    file.write_text("\n\n".join([head.strip(), *sections]) + "\n", encoding="utf-8")
