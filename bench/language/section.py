"""The part of `docs/benchmarks.md` about times, numbers and names."""

from bench.language import accuracy, speed


def section() -> str:
    """Measure, and return the tables."""
    return "\n\n".join(["## Times, numbers, names", accuracy.table(), speed.table()])
