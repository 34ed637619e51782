"""One-time codes: one signs its person in on the web, or binds a chat account, once.

Only a keyed hash of a code is kept, so the database alone signs nobody in. Codes are known by
their hash, so guesses cannot be counted against one: whoever redeems limits the rate of attempts.
"""

import hmac
import re
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Protocol

LIFETIME = timedelta(hours=24)

# Crockford's base 32 (https://www.crockford.com/base32.html): nothing that is mistaken for
# something else when read aloud or typed. Twelve of them are 60 bits.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 12
_GROUP = 4
_TYPED = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{4}([- ]?)[0-9A-Z]{4}\1[0-9A-Z]{4}(?![0-9A-Z])", re.I)
_MEANT = re.compile(r"/start( .*)?", re.DOTALL)  # how Telegram opens a chat, with a link's code
_MISREAD = str.maketrans("OIL", "011", "- ")


class Codes(Protocol):
    """Where codes are kept, by their hash."""

    def keep(self, code_hash: str, staff_id: int, expires_at: datetime) -> None:
        """Keep a code, once."""
        ...

    def use_up(self, code_hash: str, now: datetime) -> int | None:
        """Use a code up, and return whose it was.

        Must be atomic: of many at once, one gets the person; all others, and whoever comes too
        late or for somebody who is not active, get none.
        """
        ...


def issue(
    codes: Codes, secret: str, staff_id: int, now: datetime, message_id: str | None = None
) -> str:
    """Return a new code for a person, good once and for `LIFETIME` from now (real time).

    Asked for by a message, it is drawn from the message's id and the secret: whatever is done
    twice for the same message gives the same code.
    """
    drawn = _drawn(secret, message_id) if message_id else _random()
    codes.keep(_hash(secret, drawn), staff_id, now + LIFETIME)
    return "-".join(drawn[i : i + _GROUP] for i in range(0, _LENGTH, _GROUP))


def redeem(codes: Codes, secret: str, code: str, now: datetime) -> int | None:
    """Return the person that a code signs in; none when it is wrong, used or too old.

    Args:
        codes: Where codes are kept.
        secret: `DAKEHU_SECRET`, as when it was issued.
        code: As typed: case, hyphens and spaces do not matter.
        now: Real time, not the business clock.
    """
    plain = code.upper().translate(_MISREAD)
    return codes.use_up(_hash(secret, plain), now)


def find_code(text: str) -> str | None:
    """Return what in a text may be a code."""
    found = _TYPED.search(text)
    return found[0] if found else None


def is_code(text: str) -> bool:
    """Tell whether a text is sent to sign in, and not to say something."""
    said = text.strip()
    code = _TYPED.fullmatch(said)
    return _MEANT.fullmatch(said) is not None or (code is not None and code[1] == "-")


def _random() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


def _drawn(secret: str, message_id: str) -> str:
    digest = hmac.new(secret.encode(), f"code-for:{message_id}".encode(), sha256).digest()
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:_LENGTH])


def _hash(secret: str, code: str) -> str:
    return hmac.new(secret.encode(), f"sign-in:{code}".encode(), sha256).hexdigest()
