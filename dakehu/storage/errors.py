"""What can go wrong with the memory, for those who must answer a person all the same."""


class StorageError(Exception):
    """Something about the database; the message is one line for whoever runs Dakehu."""


class StorageUnavailable(StorageError):
    """The database cannot take or give anything now: locked, full, or away.

    Whatever the transaction did is undone; trying again later makes sense.
    """


class Refused(StorageError):
    """What was asked of the database is not allowed; nothing was changed."""
