"""Names of companies in a sentence, among 100,000 that might be meant."""

from dakehu.language.names.index import NameIndex
from dakehu.language.names.match import NameMatch

__all__ = ["NameIndex", "NameMatch"]
