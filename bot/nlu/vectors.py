"""From features to numbers: TF-IDF over the vocabulary of the training data."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from scipy.sparse import csr_matrix

Views = Sequence[Sequence[str]]


class Vectors:
    """A vocabulary, and how much each of its features tells.

    Each view of a message is scaled to length one, so that none outweighs another.
    """

    def __init__(self, vocabularies: list[dict[str, int]], weights: np.ndarray) -> None:
        self.vocabularies = vocabularies
        self.weights = weights
        self._weight = weights.tolist()  # plain numbers are read faster one by one

    @classmethod
    def fitted(cls, messages: Sequence[Views], at_least: int = 3) -> "Vectors":
        """Learn from messages; a feature of fewer than `at_least` of them tells nothing."""
        vocabularies: list[dict[str, int]] = []
        weights: list[float] = []
        for view in zip(*messages, strict=True):
            found = Counter(feature for features in view for feature in set(features))
            kept = sorted(feature for feature, n in found.items() if n >= at_least)
            vocabularies.append({f: len(weights) + i for i, f in enumerate(kept)})
            weights += [math.log((1 + len(messages)) / (1 + found[f])) + 1 for f in kept]
        return cls(vocabularies, np.array(weights, dtype=np.float32))

    def of(self, views: Views) -> tuple[np.ndarray, np.ndarray]:
        """Return the columns that a message has, and its values there."""
        columns: list[int] = []
        values: list[float] = []
        for vocabulary, features in zip(self.vocabularies, views, strict=True):
            known = Counter(vocabulary[f] for f in features if f in vocabulary)
            here = [(1 + math.log(n)) * self._weight[column] for column, n in known.items()]
            length = math.sqrt(sum(value * value for value in here)) or 1.0
            columns += known
            values += [value / length for value in here]
        return np.array(columns, dtype=np.int32), np.array(values, dtype=np.float32)

    def matrix(self, messages: Iterable[Views]) -> csr_matrix:
        """Return a row for each message."""
        rows = [self.of(views) for views in messages]
        ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns, values = (np.concatenate(part) for part in zip(*rows, strict=True))
        return csr_matrix((values, columns, ends), shape=(len(rows), len(self.weights)))
