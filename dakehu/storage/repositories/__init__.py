"""The rules' repositories on the database, and the desk that puts them together.

One `with desk(...)` is one transaction: what is written in it is kept or lost together.
"""

from dakehu.storage.repositories.desks import desk, mark_missed, reading_desk

__all__ = ["desk", "mark_missed", "reading_desk"]
