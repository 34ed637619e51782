"""Signed tokens for sessions and buttons: what we did not give out is refused unread."""

import hashlib
import secrets
from dataclasses import dataclass

from itsdangerous import BadData, Signer, URLSafeSerializer

from dakehu.codes import Channel


@dataclass(frozen=True, slots=True)
class Claim:
    """What a session's token says; whether the session is still open, the database knows.

    Attributes:
        fingerprint: The token's hash, by which the database knows it.
    """

    staff_id: int
    channel: Channel
    fingerprint: str


class SessionTokens:
    """Session tokens: random and signed; the database alone is not enough to make one."""

    def __init__(self, secret: str) -> None:
        self._signer = Signer(secret, salt="session", digest_method=hashlib.sha256)

    def new(self, staff_id: int, channel: Channel) -> str:
        """Return a token that nobody can guess."""
        drawn = secrets.token_urlsafe(24)
        return self._signer.sign(f"{staff_id}:{channel}:{drawn}").decode()

    def read(self, token: str) -> Claim | None:
        """Return what a token says; None when we did not make it."""
        try:
            signed = self._signer.unsign(token.encode(errors="replace")).decode()
        except BadData:
            return None
        staff_id, channel, _drawn = signed.split(":")
        fingerprint = hashlib.sha256(token.encode()).hexdigest()
        return Claim(int(staff_id), Channel(channel), fingerprint)


class ButtonTokens:
    """Button tokens: where in the history the button is, signed."""

    def __init__(self, secret: str) -> None:
        digest = {"digest_method": hashlib.sha256}
        self._serializer = URLSafeSerializer(secret, salt="button", signer_kwargs=digest)

    def token(self, history_id: int, position: int) -> str:
        """Return the token of the button at a position of a message (under 64 bytes)."""
        return str(self._serializer.dumps([history_id, position]))

    def read(self, token: str) -> tuple[int, int] | None:
        """Return a token's message and position; None when we did not give it out."""
        try:
            history_id, position = self._serializer.loads(token.encode(errors="replace"))
        except BadData:
            return None
        return history_id, position
