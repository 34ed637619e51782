"""Numbers in Chinese and English sentences: quantities, money, shares, counts, phone numbers."""

from dakehu.language.numbers.expression import NumberExpression
from dakehu.language.numbers.find import find_numbers

__all__ = ["NumberExpression", "find_numbers"]
