"""The table: each measure for both, their ratio, and the target."""

import os
import platform
import re
from dataclasses import dataclass
from datetime import UTC, datetime
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


def dated(section: str) -> str:
    """Return a section with when it was measured."""
    return f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC.\n\n{section}"


def write(file: Path, heading: str, section: str) -> None:
    """Put a section into `docs/benchmarks.md`, in its place if it is there, else at the end."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    intro = Path(__file__).with_name("intro.md").read_text(encoding="utf-8")
    sections = _sections(file.read_text(encoding="utf-8")) if file.exists() else {}
    sections[heading] = section
    parts = [f"## {title}\n\n{body.strip()}" for title, body in sections.items()]
    head = intro.format(machine=machine).strip()
    file.write_text("\n\n".join([head, *parts]) + "\n", encoding="utf-8")


def _sections(text: str) -> dict[str, str]:
    _head, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    return dict(part.split("\n", 1) for part in parts)
