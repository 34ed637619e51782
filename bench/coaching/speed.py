"""How long a call takes."""

import time
from collections.abc import Callable, Iterable
from statistics import quantiles


def milliseconds[Input](call: Callable[[Input], object], inputs: Iterable[Input]) -> str:
    """Call with each input, and return the p50 (and p95) of the calls."""
    taken = []
    for given in inputs:
        began = time.perf_counter()
        call(given)
        taken.append((time.perf_counter() - began) * 1000)
    cuts = quantiles(taken, n=20)
    return f"{cuts[9]:.2f} ms ({cuts[18]:.2f} ms)"
