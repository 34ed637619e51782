"""Signed tokens for sessions and buttons: what we did not give out is refused unread."""

import hashlib
import secrets

from itsdangerous import BadData, Signer, URLSafeSerializer


class SessionTokens:
    """Session tokens: random, signed, and known to the database by their hash only."""

    def __init__(self, secret: str) -> None:
        self._signer = Signer(secret, salt="session", digest_method=hashlib.sha256)

    def new(self) -> str:
        """Return a token that nobody can guess."""
        return self._signer.sign(secrets.token_urlsafe(24)).decode()

    def fingerprint(self, token: str) -> str | None:
        """Return the hash under which a token is stored; None for a token of somebody else's."""
        if not self._signer.validate(token.encode(errors="replace")):
            return None
        return hashlib.sha256(token.encode()).hexdigest()


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
