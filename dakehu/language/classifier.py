"""Which of several labels a short text bears: a linear classifier over its words and letters.

Ridge regression on one column a label, solved over the examples rather than the features: some
thousand examples take a second, and each example's score by a model that never saw it, which
makes the confidence honest, comes with the solution (docs/adr/0007-text-classifier.md).
"""

from collections.abc import Iterable
from typing import Self

import numpy as np
from scipy.linalg import lapack
from threadpoolctl import threadpool_limits

from dakehu.language.features import RUN, plain
from dakehu.language.vectors import Vectors

SLACK = 0.1
"""How much of an example the model may leave unexplained (the ridge)."""

_SHARPNESSES = np.geomspace(0.5, 50, 100)


class TextClassifier:
    """Learns labels from examples, in Chinese and in English; the same ones give the same model."""

    def __init__(
        self,
        labels: list[str],
        vectors: Vectors,
        coefficients: np.ndarray,
        sharpness: float,
    ) -> None:
        self.labels = labels
        self.vectors = vectors
        self.coefficients = coefficients  # a row a feature: a text reads few of them
        self.sharpness = sharpness

    @classmethod
    def trained(cls, examples: Iterable[tuple[str, str]]) -> Self:
        """Learn from (text, label); some thousand take a second or two."""
        learnt = list(examples)
        texts = [text for text, _ in learnt]
        vectors = Vectors.fitted(texts)
        matrix = vectors.matrix(texts)
        labels = sorted({label for _, label in learnt})
        bears = np.array([labels.index(label) for _, label in learnt])
        shares, unseen = _solved((matrix @ matrix.T).toarray(), bears, len(labels))
        coefficients = np.ascontiguousarray(matrix.T @ shares, dtype=np.float32)
        return cls(labels, vectors, coefficients, _sharpness(unseen, bears))

    def ranking(self, text: str) -> list[tuple[str, float]]:
        """Return all labels with their probability, likeliest first."""
        columns, values = self.vectors.of(text)
        scores = values @ self.coefficients[columns]
        chances = _softmax(scores * self.sharpness)
        return [(self.labels[i], float(chances[i])) for i in np.argsort(-chances, kind="stable")]

    def evidence(self, text: str, label: str) -> list[float]:
        """Return how much each letter of a text speaks for a label (or, below 0, against it)."""
        speaks = self.coefficients[:, self.labels.index(label)]
        said, found = plain(text), [0.0] * len(text)
        for length in range(1, RUN + 1):
            for start in range(len(said) - length + 1):
                column = self.vectors.column(said[start : start + length])
                for place in range(start, start + length) if column is not None else ():
                    found[place] += float(speaks[column]) / length
        return found


def _solved(likeness: np.ndarray, bears: np.ndarray, labels: int) -> tuple[np.ndarray, np.ndarray]:
    """Solve for each example's share in each label's column.

    Args:
        likeness: How alike each two examples are.
        bears: The number of each example's label.
        labels: How many labels there are.

    Returns:
        The shares, and each example's scores by a model that was not shown it.
    """
    wanted = np.where(bears[:, None] == np.arange(labels), 1.0, -1.0)
    likeness[np.diag_indices_from(likeness)] += SLACK
    # On a busy machine, threads that wait for each other take four times as long as one.
    with threadpool_limits(1):
        root, _ = lapack.dpotrf(likeness, lower=1)
        inverse, _ = lapack.dtrtri(root, lower=1)
    shares = inverse.T @ (inverse @ wanted)
    kept = np.einsum("ij,ij->j", inverse, inverse)
    return shares, wanted - shares / kept[:, None]


def _sharpness(unseen: np.ndarray, bears: np.ndarray) -> float:
    """Find what the scores are multiplied by so that the confidence is honest.

    Of texts with confidence 0.8, 80 % are to be right; `unseen` has scores of texts that the
    scoring model was not shown.
    """

    def surprise(sharpness: float) -> float:
        chances = _softmax(unseen * sharpness)[np.arange(len(bears)), bears]
        return float(-np.log(chances + 1e-12).mean())

    return float(min(_SHARPNESSES, key=surprise))


def _softmax(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))
