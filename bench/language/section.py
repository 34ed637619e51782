"""The part of `docs/benchmarks.md` about times, numbers and names."""

from bench.language import accuracy, names_found, speed
from bench.language.register import register

NAMES = 100_000

ABOUT_NAMES = """Names are looked for among 100,000 made-up customers, contacts and staff, in
sentences of both languages. *First*: who is meant is the best answer; *among*: one of the
candidates, where words fit several. The peer is rapidfuzz, over all that is registered, its best
ten, cut at the score at which most is found and least is wrong."""


def section() -> str:
    """Measure, and return the tables."""
    made = register(NAMES)
    tables = [accuracy.table(), speed.table(made), ABOUT_NAMES, names_found.table(made)]
    return "\n\n".join(tables)
