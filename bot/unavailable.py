"""The one way to say that a turn could not be finished."""


class Unavailable(Exception):
    """Something that the turn needs is away; nothing of the turn was kept, it may be repeated."""
