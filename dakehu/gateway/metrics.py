"""What Prometheus may read at `/metrics`."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)


class Metrics:
    """One gateway's counters."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.received = Counter(
            "dakehu_messages_received", "Messages taken in", ["channel"], registry=self.registry
        )
        self.answered = Counter(
            "dakehu_messages_answered", "Messages answered", ["state"], registry=self.registry
        )
        self.retried = Counter(
            "dakehu_engine_failures", "Attempts that the engine failed", registry=self.registry
        )
        self.sent = Counter("dakehu_outbox_sent", "Messages said unasked", registry=self.registry)
        self.seconds = Histogram(
            "dakehu_message_seconds",
            "From a message's arrival to its answer",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.engine_seconds = Histogram(
            "dakehu_engine_seconds",
            "The engine's part of it",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.listeners = Gauge(
            "dakehu_event_listeners", "Open event streams", registry=self.registry
        )
        self.waiting = Gauge(
            "dakehu_inbox_waiting", "Messages kept and not answered", registry=self.registry
        )
