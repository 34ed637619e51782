"""One's own account: the chats bound to it, its web sessions, and where unasked messages go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from dakehu import sign_in
from dakehu.access import Denied, Reason
from dakehu.codes import Channel
from dakehu.desk import Desk
from dakehu.people import Person
from dakehu.problems import Missing
from dakehu.sign_in import Codes


@dataclass(frozen=True)
class Bound:
    """A chat account that is bound to somebody. Its times are real time.

    Attributes:
        name: What its channel calls the person.
        open: Whether it still is bound.
    """

    id: int
    staff_id: int
    channel: Channel
    name: str | None
    bound_at: datetime
    heard_at: datetime | None
    open: bool = True


@dataclass(frozen=True)
class Account:
    """What somebody is here, and how they are reached.

    Attributes:
        teams: The team they are in, or those that they lead.
        sessions: How many web sessions are open.
        reached_on: Where unasked messages go now.
    """

    person: Person
    teams: Sequence[str]
    bound: Sequence[Bound]
    sessions: int
    reached_on: Channel


@dataclass(frozen=True)
class Doors:
    """Where people can come in, and what makes the codes that let them.

    Attributes:
        secret: `DAKEHU_SECRET`.
        web: Where the web page is.
        chats: The channels that are set up.
        telegram: The Telegram bot's name, where there is one.
    """

    secret: str
    web: str
    chats: Sequence[Channel] = ()
    telegram: str | None = None

    def link(self, channel: Channel, code: str) -> str:
        """Return the address that opens a channel with a code; empty where it has none."""
        addresses = {
            Channel.WEB: f"{self.web}/?code={code}",
            Channel.TELEGRAM: f"https://t.me/{self.telegram}?start={code}",
        }
        return addresses.get(channel, "")


class Accounts(Protocol):
    """Chat accounts, web sessions and codes as the rules need them; ends are audited."""

    def get(self, account_id: int) -> Bound | None:
        """Find a chat account, bound or not."""
        ...

    def bound(self, staff_id: int) -> list[Bound]:
        """List somebody's bound chat accounts, the oldest first."""
        ...

    def end(self, account_id: int) -> None:
        """Let go of a chat account."""
        ...

    def sessions(self, staff_id: int) -> int:
        """Count somebody's open web sessions."""
        ...

    def end_sessions(self, staff_id: int) -> int:
        """End all of somebody's web sessions; returns how many there were."""
        ...

    def teams(self, staff_id: int) -> list[str]:
        """Name the team somebody is in, or those that they lead."""
        ...

    def reached_on(self, staff_id: int) -> Channel:
        """Return where unasked messages to somebody go."""
        ...

    def prefer(self, staff_id: int, channel: Channel) -> None:
        """Remember where somebody likes to be written to."""
        ...

    @property
    def codes(self) -> Codes:
        """Where one-time codes are kept."""
        ...


def account(desk: Desk) -> Account:
    """Return one's own account."""
    accounts, own = desk.accounts, desk.person.id
    return Account(
        desk.person,
        accounts.teams(own),
        accounts.bound(own),
        accounts.sessions(own),
        accounts.reached_on(own),
    )


def bound(desk: Desk, account_id: int) -> Bound:
    """Return a chat account of one's own, also one that was let go of.

    Raises:
        Denied: It is somebody else's.
        Missing: There is none.
    """
    found = desk.accounts.get(account_id)
    if found is None:
        raise Missing("channel_account", account_id)
    if found.staff_id != desk.person.id:
        raise Denied(Reason.NOT_YOURS, "channel_account", account_id)
    return found


def unbind(desk: Desk, account_id: int) -> Bound:
    """Let go of a chat account of one's own; one that is let go of already stays so.

    Raises:
        Denied, Missing: As for `bound`.
    """
    found = bound(desk, account_id)
    if found.open:
        desk.accounts.end(account_id)
    return found


def end_sessions(desk: Desk) -> int:
    """Sign oneself out of the web everywhere; returns of how many sessions."""
    return desk.accounts.end_sessions(desk.person.id)


def new_code(desk: Desk, doors: Doors) -> str:
    """Return a one-time code that binds a chat to one's account; a message gives only one."""
    now = datetime.now(UTC)  # codes live in real time
    return sign_in.issue(desk.accounts.codes, doors.secret, desk.person.id, now, desk.message_id)


def prefer(desk: Desk, channel: Channel) -> bool:
    """Have unasked messages sent to a channel from now on; False where nothing is bound there."""
    own = {one.channel for one in desk.accounts.bound(desk.person.id)} | {Channel.WEB}
    if channel not in own:
        return False
    desk.accounts.prefer(desk.person.id, channel)
    return True
