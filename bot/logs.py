"""What the engine writes to its log: what somebody should look at."""

import logging

import structlog


def quiet() -> None:
    """Log warnings and worse, of ours and of Rasa."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    loud_enough = structlog.make_filtering_bound_logger(logging.WARNING)
    structlog.configure(wrapper_class=loud_enough, cache_logger_on_first_use=True)
