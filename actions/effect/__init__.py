"""What questions and openers lead to, in figures (docs/flows/effect.md)."""

from actions.effect.answering import ask_data

__all__ = ["ask_data"]
