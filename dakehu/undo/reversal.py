"""Undoing: taking back what one's last message wrote, within ten minutes, as a new version."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from dakehu.desk import Desk
from dakehu.undo.records import SUBJECTS, Undone, Write

WINDOW = timedelta(minutes=10)


class NothingToUndo(Exception):
    """The person wrote nothing in the last ten minutes that can be taken back."""


class AlreadyUndone(Exception):
    """What was to be taken back, was; `undone` says what."""

    def __init__(self, undone: Undone) -> None:
        super().__init__(undone.label)
        self.undone = undone


class ChangedSince(Exception):
    """Someone went on from what was written, so taking it back would take that along."""

    def __init__(self, subject: str, subject_id: int) -> None:
        super().__init__(f"{subject} {subject_id}")
        self.subject = subject
        self.subject_id = subject_id


def undo(desk: Desk, of: str | None = None) -> Undone:
    """Take back the person's last write, or the one that the message `of` made.

    The same message takes back one thing only, however often it comes.

    Raises:
        NothingToUndo: There is no such write within ten minutes of the business clock.
        AlreadyUndone: It was taken back before.
        ChangedSince: A row was written again, or something hangs on a new customer.
    """
    since = desk.now - WINDOW
    earlier = desk.trail.undone(desk.person.id, since)
    if desk.message_id and (repeated := earlier.get(desk.message_id)):
        return repeated
    message_id = _target(desk, of, since, earlier)
    writes = desk.trail.writes(desk.person.id, message_id)
    _require_untouched(desk, writes)
    undone = _summary(desk, writes, message_id)
    for write in reversed(writes):
        desk.trail.take_back(write, desk.now)
    desk.trail.note(undone)
    return undone


def _target(desk: Desk, of: str | None, since: datetime, earlier: Mapping[str, Undone]) -> str:
    """Choose the message to take back: the one asked for, or the latest that still stands."""
    gone = {undone.message_id: undone for undone in earlier.values()}
    if of is not None and of in gone:
        raise AlreadyUndone(gone[of])
    written = [m for m in desk.trail.messages(desk.person.id, since) if m not in earlier]
    standing = [m for m in written if m not in gone and of in (None, m)]
    if standing:
        return standing[0]
    if of is None and gone:
        raise AlreadyUndone(next(iter(gone.values())))
    raise NothingToUndo


def _require_untouched(desk: Desk, writes: Sequence[Write]) -> None:
    contacts = frozenset(w.subject_id for w in writes if w.subject == "contact" and w.created)
    for write in writes:
        hangs = (
            write.subject == "customer"
            and write.created
            and desk.trail.has_dependants(write.subject_id, contacts)
        )
        if hangs or not desk.trail.stands(write):
            raise ChangedSince(write.subject, write.subject_id)


def _summary(desk: Desk, writes: Sequence[Write], message_id: str) -> Undone:
    """Describe several writes by the one that the others followed from."""
    main = min(writes, key=lambda write: SUBJECTS.index(write.subject))
    label = desk.trail.label(main.subject, main.subject_id)
    return Undone(main.subject, main.subject_id, main.created, label, message_id)
