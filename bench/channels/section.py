"""The part of `docs/benchmarks.md` about the channels."""

from bench.channels import outbox


def section() -> str:
    """Measure, and return the table."""
    delivered = outbox.measure()
    rows = [
        (
            f"{outbox.MESSAGES:,} messages unasked to {outbox.CLIENTS} streams, killed twice: lost",
            delivered.lost,
            "0",
        ),
        ("… doubled", delivered.doubled, "0"),
        ("… seconds, both starts included", f"{delivered.seconds:.1f}", ""),
    ]
    lines = [f"| {what} | {value} | {target} |" for what, value, target in rows]
    return "\n".join(["| what | measured | target |", "| --- | ---: | --- |", *lines])
