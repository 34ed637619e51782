"""Keys that processes of one system show each other, derived from `DAKEHU_SECRET`."""

import hashlib
import hmac


def actions_key(secret: str) -> str:
    """Return what the engine sends the action server as `X-Dakehu-Key`."""
    return hmac.new(secret.encode(), b"actions", hashlib.sha256).hexdigest()
