"""How to win a customer's attention (docs/flows/opener.md)."""

from actions.opener.advising import note_fact, recommend_opener
from actions.opener.explaining import explain_opener
from actions.opener.preparing import keep_opener, prepare_opener
from actions.opener.rating import ask_about_opener, rate_opener

__all__ = [
    "ask_about_opener",
    "explain_opener",
    "keep_opener",
    "note_fact",
    "prepare_opener",
    "rate_opener",
    "recommend_opener",
]
