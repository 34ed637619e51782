"""What these services call us with, as the gateway's chats take it."""

from dataclasses import replace

from dakehu.codes import Channel
from dakehu.gateway.channels.tencent.xml import Fields
from dakehu.gateway.heard import Heard, Place

_NOTICES = {"image": "photo", "voice": "voice"}
_EVENT_ID = ("FromUserName", "CreateTime", "Event", "EventKey")


def said(channel: Channel, fields: Fields, *, numbers: bool = False) -> Heard | None:
    """Return what a person says; None for what wants no answer (they opened a page, or left)."""
    heard = Heard(channel, fields["FromUserName"], _id(fields), numbers=numbers)
    return _done(heard, fields) if fields.get("MsgType") == "event" else _told(heard, fields)


def _done(heard: Heard, fields: Fields) -> Heard | None:
    """Read an event. A press of the app's own menu says what its key says.

    Where somebody is, which a service may report every few seconds, is not listened to: only a
    place that they send.
    """
    key = fields.get("EventKey", "")
    match fields.get("Event", "").lower():
        case "click":
            return replace(heard, text=key)
        case "template_card_event":
            return replace(heard, button=key)
        case "subscribe":
            return replace(heard, notice="welcome")
    return None


def _told(heard: Heard, fields: Fields) -> Heard:
    match fields.get("MsgType", ""):
        case "text":
            return replace(heard, text=fields.get("Content", ""), button=_menu_choice(fields))
        case "voice" if recognised := fields.get("Recognition"):
            return replace(heard, text=recognised)
        case "location" if place := _place(fields):
            return replace(heard, place=place)
        case kind:
            return replace(heard, notice=_NOTICES.get(kind, "unsupported"))


def _id(fields: Fields) -> str:
    """Return a message's id; an event has none, but nobody does the same twice in a second."""
    return fields.get("MsgId") or ":".join(fields.get(name, "") for name in _EVENT_ID)


def _menu_choice(fields: Fields) -> str | None:
    """Return the token of a choice that was shown as a link within a text (WeChat)."""
    return fields.get("bizmsgmenuid") or None


def _place(fields: Fields) -> Place | None:
    try:
        latitude, longitude = float(fields["Location_X"]), float(fields["Location_Y"])
    except (KeyError, ValueError):
        return None
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return Place(latitude, longitude, fields.get("Label") or None)
    return None
