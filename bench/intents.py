"""Runs in the engine's environment: `python -m bench.intents train|ask …`; bench/nlu.py starts it.

Training and asking are processes of their own, so that the memory of one is not the other's.
"""

import argparse
import asyncio
import json
import os
import sys
import time
from pathlib import Path

if os.environ.get("BENCH_LEAN"):
    from bot.lean import leave_out_neural_networks

    leave_out_neural_networks()

from rasa.core.agent import load_agent
from rasa.model_training import train_nlu


def train(config: str, data: str, out: str) -> None:
    """Train a model of understanding alone."""
    train_nlu(config, data, out, fixed_model_name="nlu")


async def ask(model: str, messages: str) -> None:
    """Print what the model takes each message for, and the cost, as one line of JSON."""
    agent = await load_agent(model_path=model)
    texts = json.loads(Path(messages).read_text(encoding="utf-8"))
    for text in texts[:20]:
        await agent.parse_message(text)
    began = time.perf_counter()
    heard = [await agent.parse_message(text) for text in texts]
    took = time.perf_counter() - began
    memory = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    guesses = [next(i for i in h["intent_ranking"] if i["name"] != "nlu_fallback") for h in heard]
    print(json.dumps({"guesses": guesses, "seconds": took / len(texts), "memory": memory}))  # noqa: T201


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["train", "ask"])
    parser.add_argument("arguments", nargs="+")
    given = parser.parse_args()
    if given.what == "train":
        train(*given.arguments)
    else:
        asyncio.run(ask(*given.arguments))


if __name__ == "__main__":
    sys.exit(main())
