"""One's own account: who one is here, binding and letting go of chats (docs/flows/account.md)."""

import json
import re
from collections.abc import Sequence
from datetime import datetime

from actions.forms.kinds.moment import show_day
from actions.offer import Offer
from actions.turn import Turn
from actions.wording import Button
from dakehu import account
from dakehu.account import Account, Bound
from dakehu.codes import Channel
from dakehu.handbook.codes import find


def who_am_i(turn: Turn) -> None:
    """Say who the person is, what is bound, and where unasked messages go."""
    own = account.account(turn.desk)
    person = own.person
    turn.say(
        "account",
        *(_end_button(turn, one) for one in own.bound),
        *_other_channels(turn, own),
        turn.press("account_bind", _payload("bind_channel", another=True)),
        turn.press("account_end_sessions", _payload("unbind", channel=Channel.WEB)),
        name=person.name,
        role=turn.label("role", person.role),
        teams="".join(turn.phrase("account_team", team=team) for team in own.teams),
        language=turn.label("language", person.language),
        bound="".join(f"\n{_line(turn, one)}" for one in own.bound),
        sessions=own.sessions,
        reached_on=turn.label("channel", own.reached_on),
    )


def unbind(turn: Turn) -> None:
    """Let go of a chat account or of all web sessions, after asking once more."""
    told = turn.message.entities
    if told.get("keep"):
        turn.say("left_as_it_is")
    elif told.get("sure"):
        _end(turn, told.get("account"))
    elif "account" in told:
        _ask_unbind(turn, account.bound(turn.desk, told["account"]))
    else:
        _ask_which(turn, _channel(turn))


def bind_channel(turn: Turn) -> None:
    """Give a one-time code that opens another channel, and say what to do with it."""
    named = _channel(turn)
    open_to_us = [*turn.doors.chats, Channel.WEB]
    channels = [channel for channel in open_to_us if named in (None, channel)]
    if named and not channels:
        turn.say("account_not_set_up", channel=turn.label("channel", named))
        return
    code = account.new_code(turn.desk, turn.doors)
    ways = [turn.phrase(f"account_way_{c}", link=turn.doors.link(c, code)) for c in channels]
    turn.say("account_code", code=code, ways="\n".join(ways))


def set_channel(turn: Turn) -> None:
    """Have unasked messages sent to a channel; ask which where none is named."""
    channel = _channel(turn)
    own = account.account(turn.desk)
    if channel is None:
        turn.say("account_which_channel", *_other_channels(turn, own), **_reached_on(turn, own))
    elif account.prefer(turn.desk, channel):
        turn.say("account_preferred", channel=turn.label("channel", channel))
    else:
        bind = turn.press("account_bind_it", _payload("bind_channel", channel=channel))
        turn.say("account_not_bound", bind, channel=turn.label("channel", channel))


def _ask_which(turn: Turn, channel: Channel | None) -> None:
    """Ask once more about the only account that can be meant, or which of several is."""
    own = account.account(turn.desk)
    if channel is Channel.WEB:
        _ask_once_more(turn, "account_ask_end_sessions", {}, count=own.sessions)
        return
    meant = [one for one in own.bound if channel in (None, one.channel)]
    if channel and not meant:
        turn.say("account_none_bound", channel=turn.label("channel", channel))
    elif channel and len(meant) == 1:
        _ask_unbind(turn, meant[0])
    else:
        ends = [_end_button(turn, one) for one in meant]
        web = turn.press("account_end_sessions", _payload("unbind", channel=Channel.WEB))
        turn.say("account_which", *ends, web)


def _ask_unbind(turn: Turn, one: Bound) -> None:
    _ask_once_more(turn, "account_ask_unbind", {"account": one.id}, account=_name(turn, one))


def _ask_once_more(turn: Turn, response: str, what: dict[str, int], **values: object) -> None:
    yes = _payload("unbind", **what, sure=True)
    turn.offer = Offer(yes=yes)
    sure = turn.press("account_sure", yes)
    turn.say(response, sure, turn.press("account_keep", _payload("unbind", keep=True)), **values)


def _end(turn: Turn, account_id: int | None) -> None:
    if account_id is None:
        turn.say("account_sessions_ended", count=account.end_sessions(turn.desk))
    else:
        turn.say("account_unbound", account=_name(turn, account.unbind(turn.desk, account_id)))


def _channel(turn: Turn) -> Channel | None:
    """Return the channel that a button or the words name; the last that is not ruled out."""
    told = turn.message.entities
    parts = re.split("[,，;；。]", turn.message.text)
    wanted = [part for part in parts if not find("ruled_out", part)]
    named = [told.get("channel")] if told else find("channel", " ".join(wanted or parts))
    return Channel(named[-1]) if named and named[-1] else None


def _line(turn: Turn, one: Bound) -> str:
    values = {"account": _name(turn, one), "since": _day(turn, one.bound_at)}
    if one.heard_at is None:
        return turn.phrase("account_bound", **values)
    return turn.phrase("account_bound_used", **values, used=_day(turn, one.heard_at))


def _name(turn: Turn, one: Bound) -> str:
    channel = turn.label("channel", one.channel)
    return turn.phrase("account_named", channel=channel, name=one.name) if one.name else channel


def _day(turn: Turn, moment: datetime) -> str:
    return show_day(moment.astimezone(turn.now.tzinfo), turn)


def _end_button(turn: Turn, one: Bound) -> Button:
    return turn.press("account_end", _payload("unbind", account=one.id), account=_name(turn, one))


def _other_channels(turn: Turn, own: Account) -> Sequence[Button]:
    """Offer the channels on which the person could be told instead."""
    channels = dict.fromkeys([*(one.channel for one in own.bound), Channel.WEB])
    return [
        turn.press(
            "account_prefer",
            _payload("set_channel", channel=channel),
            channel=turn.label("channel", channel),
        )
        for channel in channels
        if channel is not own.reached_on
    ]


def _reached_on(turn: Turn, own: Account) -> dict[str, str]:
    return {"channel": turn.label("channel", own.reached_on)}


def _payload(intent: str, **entities: object) -> str:
    return f"/{intent}{json.dumps(entities)}"
