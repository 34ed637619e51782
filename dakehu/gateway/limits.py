"""How much one person or address may send: a token bucket each, in real time."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

SWEEP_ABOVE = 10_000  # buckets; beyond this, the ones that are full again are forgotten


@dataclass
class _Bucket:
    tokens: float
    seen: float


@dataclass
class RateLimit:
    """Lets `per_minute` through at once, and as many again over each minute.

    Attributes:
        per_minute: Both the bucket's size and what flows in each minute.
        time: Seconds that only grow.
    """

    per_minute: int
    time: Callable[[], float] = time.monotonic
    _buckets: dict[object, _Bucket] = field(default_factory=dict)

    def take(self, key: object) -> float:
        """Take one, and return 0; or, with nothing left, the seconds until there is one."""
        bucket = self._filled(key)
        if bucket.tokens < 1:
            return (1 - bucket.tokens) * 60 / self.per_minute
        bucket.tokens -= 1
        return 0

    def wait(self, key: object) -> float:
        """Return the seconds until one can be taken, taking none."""
        return max(0.0, 1 - self._filled(key).tokens) * 60 / self.per_minute

    def _filled(self, key: object) -> _Bucket:
        now = self.time()
        if len(self._buckets) > SWEEP_ABOVE:
            self._buckets = {k: b for k, b in self._buckets.items() if now - b.seen < 60}
        bucket = self._buckets.setdefault(key, _Bucket(self.per_minute, now))
        flowed = (now - bucket.seen) * self.per_minute / 60
        bucket.tokens = min(self.per_minute, bucket.tokens + flowed)
        bucket.seen = now
        return bucket
