"""The part of `docs/benchmarks.md` about the channels."""

from bench.channels import adapters, outbox, page
from bench.channels.page import Opened

type Row = tuple[str, object, str]


def section() -> str:
    """Measure, and return the table."""
    rows = [*_page(), *_adapters(), *_outbox()]
    lines = [f"| {what} | {value} | {target} |" for what, value, target in rows]
    return "\n".join(["| what | measured | target |", "| --- | ---: | --- |", *lines])


def _page() -> list[Row]:
    door, chat = page.measure()
    return [*_opened("page, to sign in", door), *_opened("page, by a link", chat)]


def _opened(what: str, opened: Opened) -> list[Row]:
    return [
        (f"{what}: over the wire", f"{opened.wire / 1000:.0f} KB", "≤ 600 KB"),
        ("… usable after", f"{opened.seconds:.2f} s", "≤ 1 s"),
    ]


def _adapters() -> list[Row]:
    return [
        (
            f"{channel} adapter, in and out: p50 (p95)",
            f"{added.p50:.1f} ms ({added.p95:.1f} ms)",
            "≤ 3 ms",
        )
        for channel, added in adapters.measure().items()
    ]


def _outbox() -> list[Row]:
    said = outbox.measure()
    what = f"{outbox.MESSAGES:,} unasked to {outbox.CLIENTS} streams, gateway killed twice"
    return [
        (f"{what}: lost", said.lost, "0"),
        ("… doubled", said.doubled, "0"),
        ("… in seconds, with both starts", f"{said.seconds:.0f}", ""),
    ]
