"""The words of the demo data, read from `data/*.yml`."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

_FOLDER = Path(__file__).parent / "data"


@cache
def content(name: str) -> Any:
    """Return what `data/<name>.yml` holds."""
    return yaml.safe_load((_FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


class Weighted[T](NamedTuple):
    """Values and how often each is drawn."""

    values: Sequence[T]
    cumulative: Sequence[float]

    def draw(self, rng: Random) -> T:
        """Return one value."""
        return rng.choices(self.values, cum_weights=self.cumulative)[0]

    def draws(self, rng: Random, count: int) -> list[T]:
        """Return that many values, repeats included."""
        return rng.choices(self.values, cum_weights=self.cumulative, k=count)


def weighted[T](weights: Mapping[T, float]) -> Weighted[T]:
    """Prepare values for drawing, each with its weight."""
    return Weighted(list(weights), list(accumulate(weights.values())))


def weighted_names(entries: Mapping[str, Any]) -> Weighted[str]:
    """Prepare the names of entries for drawing, each with the entry's `weight`."""
    return weighted({name: entry["weight"] for name, entry in entries.items()})
