"""The conventions of numbers, one table a kind: a sentence holds what the table says."""

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from dakehu.language.numbers import NumberExpression, find_numbers
from dakehu.language.numbers.expression import exact

CASES = [
    pytest.param(sentence, found, id=f"{path.stem}-{sentence}")
    for path in sorted((Path(__file__).parent / "tables").glob("*.yml"))
    for sentence, found in yaml.load(path.read_text("utf-8"), yaml.BaseLoader).items()
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_a_sentence_holds_what_its_table_says(sentence: str, expected: dict[str, str]) -> None:
    found = find_numbers(sentence)
    assert [(each.text, _written(each)) for each in found] == [
        (text, _rounded(notation)) for text, notation in expected.items()
    ]
    assert all(sentence[slice(*each.span)] == each.text for each in found)


def _written(found: NumberExpression) -> str:
    """Write a number in the tables' notation: kind, value (low..high), unit."""
    values = found.value if isinstance(found.value, tuple) else (found.value,)
    said = "..".join(value if isinstance(value, str) else f"{value:.6g}" for value in values)
    return " ".join(filter(None, [found.kind, said, found.unit]))


def _rounded(notation: str) -> str:
    """Write the values of the notation as they are compared; 1/3 is a fraction."""
    kind, values, *unit = notation.split(" ")
    if kind == "phone":
        return notation
    said = "..".join(f"{exact(Fraction(value)):.6g}" for value in values.split(".."))
    return " ".join([kind, said, *unit])
