"""Undo: what one's last message wrote is taken back for ten minutes, as a new version."""

from dakehu.undo.records import Trail, Undone, Write
from dakehu.undo.reversal import WINDOW, AlreadyUndone, ChangedSince, NothingToUndo, undo

__all__ = [
    "WINDOW",
    "AlreadyUndone",
    "ChangedSince",
    "NothingToUndo",
    "Trail",
    "Undone",
    "Write",
    "undo",
]
