"""Which of several labels a short text bears: a linear classifier over its words and letters."""

from collections.abc import Iterable
from typing import Self

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline, make_union


class TextClassifier:
    """Learns labels from examples, in Chinese and in English; the same ones give the same model."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._labels: list[str] = [str(label) for label in pipeline.classes_]

    @classmethod
    def trained(cls, examples: Iterable[tuple[str, str]]) -> Self:
        """Learn from (text, label); some thousand take a second or two."""
        texts, labels = zip(*examples, strict=True)
        features = make_union(
            TfidfVectorizer(analyzer="char", ngram_range=(1, 4), sublinear_tf=True),
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        )
        machine = LogisticRegression(C=20, max_iter=500, random_state=0)
        return cls(make_pipeline(features, machine).fit(texts, labels))

    def ranking(self, text: str) -> list[tuple[str, float]]:
        """Return all labels with their probability, likeliest first."""
        chances = self._pipeline.predict_proba([text])[0]
        return [(self._labels[i], float(chances[i])) for i in np.argsort(-chances, kind="stable")]
