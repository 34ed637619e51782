"""A linear model of intents with calibrated confidence; it knows nothing of Rasa."""

import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from bot.nlu.features import views
from bot.nlu.vectors import Vectors

STRENGTH = 1.0
"""How closely the model follows its examples (the C of a support vector machine)."""


class IntentModel:
    """Scores intents by a linear function of a message's features."""

    def __init__(
        self,
        intents: list[str],
        vectors: Vectors,
        coefficients: np.ndarray,
        bias: np.ndarray,
        sharpness: float,
    ) -> None:
        self.intents = intents
        self._vectors = vectors
        self._coefficients = coefficients  # a row a feature: a message reads few of them
        self._bias = bias
        self._sharpness = sharpness

    @classmethod
    def trained(cls, texts: list[str], intents: list[str]) -> "IntentModel":
        """Learn from examples; the same examples give the same model."""
        seen = [views(text) for text in texts]
        vectors = Vectors.fitted(seen)
        matrix, labels = vectors.matrix(seen), np.array(intents)
        machine = _machine().fit(matrix, labels)
        return cls(
            list(machine.classes_),
            vectors,
            np.ascontiguousarray(machine.coef_.T, dtype=np.float32),
            machine.intercept_.astype(np.float32),
            _sharpness(matrix, labels),
        )

    def ranking(self, text: str) -> list[tuple[str, float]]:
        """Return all intents with their probability, likeliest first."""
        columns, values = self._vectors.of(views(text))
        scores = values @ self._coefficients[columns] + self._bias
        chances = _softmax(scores * self._sharpness)
        return [(self.intents[i], float(chances[i])) for i in np.argsort(-chances, kind="stable")]

    def save(self, folder: Path) -> None:
        """Write the model into a folder."""
        words = {"intents": self.intents, "vocabularies": self._vectors.vocabularies}
        (folder / "words.json").write_text(json.dumps(words), encoding="utf-8")
        np.savez_compressed(
            folder / "numbers.npz",
            weights=self._vectors.weights,
            coefficients=self._coefficients,
            bias=self._bias,
            sharpness=self._sharpness,
        )

    @classmethod
    def load(cls, folder: Path) -> "IntentModel":
        """Read what `save` wrote."""
        words = json.loads((folder / "words.json").read_text(encoding="utf-8"))
        with np.load(folder / "numbers.npz") as numbers:
            vectors = Vectors(words["vocabularies"], numbers["weights"])
            return cls(
                words["intents"],
                vectors,
                numbers["coefficients"],
                numbers["bias"],
                float(numbers["sharpness"]),
            )


def _machine() -> LinearSVC:
    return LinearSVC(C=STRENGTH, random_state=0)


def _sharpness(matrix: np.ndarray, labels: np.ndarray) -> float:
    """Fit what the scores are multiplied by on examples that the scoring machine never saw.

    It makes the confidence honest: of messages with confidence 0.8, 80 % are right.
    """
    known, unseen = next(StratifiedKFold(4, shuffle=True, random_state=0).split(matrix, labels))
    machine = _machine().fit(matrix[known], labels[known])
    scores = machine.decision_function(matrix[unseen])
    right = np.searchsorted(machine.classes_, labels[unseen])

    def surprise(sharpness: float) -> float:
        chances = _softmax(scores * sharpness)[np.arange(len(right)), right]
        return float(-np.log(chances + 1e-12).mean())

    return float(minimize_scalar(surprise, bounds=(0.5, 20), method="bounded").x)


def _softmax(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)
