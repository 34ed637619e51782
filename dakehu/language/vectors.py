"""Texts as rows of numbers: how much each feature stands out in a text."""

from collections import Counter
from collections.abc import Sequence
from typing import Self

import numpy as np
from scipy import sparse

from dakehu.language.features import features


class Vectors:
    """Weighs a text's features: often in it and seldom elsewhere is much (TF-IDF)."""

    def __init__(self, columns: dict[str, int], rarity: np.ndarray) -> None:
        self.columns = columns
        self.rarity = rarity

    @classmethod
    def fitted(cls, texts: Sequence[str]) -> Self:
        """Learn which features there are and how rare each is."""
        texts_with = Counter(feature for text in texts for feature in set(features(text)))
        seen = np.fromiter(texts_with.values(), dtype=np.float64, count=len(texts_with))
        columns = {feature: column for column, feature in enumerate(texts_with)}
        rarity = np.log((1 + len(texts)) / (1 + np.append(seen, 0))) + 1  # the last: unknown
        return cls(columns, rarity)

    def of(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the columns and values of a text's known features.

        With the unknown ones, which are as rare as can be, the row would have length 1: of a text
        that is like no other, little is known.
        """
        counts = Counter(features(text))
        columns = np.array([self.columns.get(f, -1) for f in counts], dtype=np.int64)
        often = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
        values = (1 + np.log(often)) * self.rarity[columns]
        known = columns >= 0
        return columns[known], values[known] / (np.linalg.norm(values) or 1.0)

    def column(self, feature: str) -> int | None:
        """Return a feature's column, if it is known."""
        return self.columns.get(feature)

    def matrix(self, texts: Sequence[str]) -> sparse.csr_array:
        """Return a row for each text."""
        rows = [self.of(text) for text in texts]
        ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns = np.concatenate([columns for columns, _ in rows])
        values = np.concatenate([values for _, values in rows])
        return sparse.csr_array((values, columns, ends), shape=(len(rows), len(self.columns)))
