"""What `NameIndex.find` returns."""

from dataclasses import dataclass
from typing import Literal

How = Literal["exact", "alias", "abbreviation", "pinyin", "typo"]


@dataclass(frozen=True, slots=True)
class NameMatch[Id]:
    """A customer that words of a text may mean.

    Attributes:
        id: The customer.
        span: Place of the words in the text as typed, end exclusive.
        form: The registered form that the words stand for.
        score: How sure it is, 0 to 1; never under 0.6.
        how: `exact` the name registered first, `alias` another registered form, `abbreviation`
            a part of one, `pinyin` the same sounds (homophones or Latin letters), `typo` a slip.
    """

    id: Id
    span: tuple[int, int]
    form: str
    score: float
    how: How
