"""Practice with a customer that the bot plays (docs/flows/practice.md)."""

from actions.practice.scene import PracticeFlow

__all__ = ["PracticeFlow"]
