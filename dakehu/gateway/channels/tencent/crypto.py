"""The envelope in which Tencent's callbacks travel: signed with a token, sealed with AES.

Sealed is: 16 random bytes, the length of the text (four bytes), the text, and for whom it is; with
AES-256-CBC, padded to blocks of 32 bytes.
"""

import hmac
import secrets
from base64 import b64decode, b64encode
from hashlib import sha1

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.padding import PKCS7

_RANDOM = 16
_HEAD = _RANDOM + 4
_BLOCK_BITS = 32 * 8


class Forged(Exception):
    """It was not made for us by somebody who knows our token and key, or not just now."""


class Crypto:
    """Signs and seals as one app's console says."""

    def __init__(self, token: str, aes_key: str, receive_id: str) -> None:
        """Take an app's token and key, and the id that everything sealed for it must name."""
        self._token = token
        self._receive_id = receive_id.encode()
        key = b64decode(aes_key + "=")
        self._cipher = Cipher(AES(key), CBC(key[:16]))

    def sign(self, timestamp: str, nonce: str, *sealed: str) -> str:
        """Return the signature of a timestamp, a nonce and, where there is one, a sealed text."""
        parts = sorted([self._token, timestamp, nonce, *sealed])
        return sha1("".join(parts).encode()).hexdigest()  # noqa: S324 - the service's choice

    def check(self, signature: str, timestamp: str, nonce: str, *sealed: str) -> None:
        """Check a signature.

        Raises:
            Forged: It is another one.
        """
        ours = self.sign(timestamp, nonce, *sealed)
        if not hmac.compare_digest(ours.encode(), signature.encode()):
            raise Forged("the signature is wrong")

    def seal(self, text: str) -> str:
        """Seal a text."""
        content = text.encode()
        head = secrets.token_bytes(_RANDOM) + len(content).to_bytes(4)
        padder = PKCS7(_BLOCK_BITS).padder()
        padded = padder.update(head + content + self._receive_id) + padder.finalize()
        encryptor = self._cipher.encryptor()
        return b64encode(encryptor.update(padded) + encryptor.finalize()).decode()

    def open(self, sealed: str) -> str:
        """Open what was sealed for us.

        Raises:
            Forged: It was sealed with another key, or for somebody else.
        """
        try:
            plain = self._decrypt(sealed)
            end = _HEAD + int.from_bytes(plain[_RANDOM:_HEAD])
            text = plain[_HEAD:end].decode()
        except ValueError as error:
            raise Forged(f"it cannot be opened: {error}") from None
        if not hmac.compare_digest(plain[end:], self._receive_id):
            raise Forged("it is meant for somebody else")
        return text

    def _decrypt(self, sealed: str) -> bytes:
        decryptor = self._cipher.decryptor()
        padded = decryptor.update(b64decode(sealed, validate=True)) + decryptor.finalize()
        unpadder = PKCS7(_BLOCK_BITS).unpadder()
        return unpadder.update(padded) + unpadder.finalize()
