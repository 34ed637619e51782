"""Is this well said? What breaks the wording rules (handbook §7), and what deserves praise."""

from dakehu.coaching.wording_check.breach import Breach
from dakehu.coaching.wording_check.check import check_wording
from dakehu.coaching.wording_check.matching import learn
from dakehu.coaching.wording_check.praising import praise
from dakehu.coaching.wording_check.request import words_to_check
from dakehu.coaching.wording_check.sentences import Sentence, our_sentences

__all__ = [
    "Breach",
    "Sentence",
    "check_wording",
    "learn",
    "our_sentences",
    "praise",
    "words_to_check",
]
