"""What the services' error codes mean to us: the one table of them."""

from collections.abc import Mapping
from typing import Any

from dakehu.gateway.channels.chat import Later, Refused, Unreachable

STALE_TOKEN = frozenset({40001, 40014, 41001, 42001})
"""The access token is not (or no longer) the service's: get another, once."""

# Too much or too soon, or something an administrator has to mend: seconds to wait.
_LATER: Mapping[int, float] = {
    -1: 10,  # the service is busy
    40001: 60,  # access token refused, also when it was new
    40013: 600,  # corp id or app id unknown
    40014: 60,
    40125: 600,  # secret wrong
    40164: 600,  # WeChat: our address is not among the allowed ones
    41001: 60,
    42001: 60,
    45009: 60,  # calls of the API: a minute's, an hour's or a day's are used up
    45011: 60,  # calls of a minute
    45033: 10,  # calls at once
    45047: 600,  # WeChat: messages until the person writes again
    60020: 600,  # WeCom: our address is not among the allowed ones
}
# They do not want, or may not have, anything from us.
_BLOCKED = {
    40003: "no such openid",
    40031: "no such userid",
    43004: "does not follow the account",
    46004: "no such user",
    48002: "takes no messages",
    50005: "no longer follows the account",
    60011: "may not be written to by this app",
    60111: "no such userid",
    81013: "cannot see this app",
}
# Not now by this channel, though by another.
_CLOSED = {
    45015: "has not written for 48 hours",
    48001: "the account may not write by itself",
}


def check(answer: Mapping[str, Any]) -> None:
    """Raise what an answer of a service says went wrong.

    Raises:
        Later, Unreachable, Refused: Why it did not do what was asked.
    """
    code = int(answer.get("errcode") or 0)
    said = f"{code} {answer.get('errmsg', '')}"
    if answer.get("invaliduser") or answer.get("unlicenseduser"):
        raise Unreachable("cannot see this app", blocked=True)
    if code in _LATER:
        raise Later(said, _LATER[code])
    if code in _BLOCKED:
        raise Unreachable(f"{_BLOCKED[code]} ({said})", blocked=True)
    if code in _CLOSED:
        raise Unreachable(f"{_CLOSED[code]} ({said})", blocked=False)
    if code:
        raise Refused(said)
