"""How well messages are understood, beside Rasa's stock pipeline: `python -m bench.nlu`.

Both learn from the same sample of the training data, since the stock pipeline would take hours
over all of it; ours is measured on all of it too. Both are asked what tests/nlu/ holds and no
training file does.
"""

import json
import os
import random
import subprocess
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from rich.console import Console
from rich.markdown import Markdown

from dakehu.running.system import ENGINE_PYTHON

ROOT = Path(__file__).parents[1]
SAMPLE = 30
"""Training utterances an intent that both pipelines learn from."""
OTHER = "out_of_scope"


@dataclass(frozen=True)
class Utterance:
    """A message, what it means, and the language it is in."""

    text: str
    intent: str
    language: str


@dataclass(frozen=True)
class Result:
    """What a pipeline guessed, and what it cost.

    Attributes:
        guesses: For each test message the likeliest intent and its confidence.
        training: Seconds to train.
        parsing: Seconds a message.
        memory: Bytes of the process that answers.
    """

    guesses: list[tuple[str, float]]
    training: float
    parsing: float
    memory: int


def utterances(folder: Path) -> list[Utterance]:
    """Read training or test data in Rasa's format."""
    found = []
    for file in sorted(folder.rglob("*.yml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                text = line.removeprefix("- ").strip()
                language = "zh" if any("\u3400" <= c <= "\u9fff" for c in text) else "en"
                found.append(Utterance(text, block["intent"], language))
    return found


def sample(data: list[Utterance], of_each: int) -> list[Utterance]:
    """Draw the same utterances of each intent at every run."""
    by_intent = defaultdict(list)
    for utterance in data:
        by_intent[utterance.intent].append(utterance)
    draw = random.Random(0)  # noqa: S311 - no secret
    return [
        u for all_of in by_intent.values() for u in draw.sample(all_of, min(of_each, len(all_of)))
    ]


def run(config: str, data: list[Utterance], test: list[Utterance]) -> Result:
    """Train a pipeline, then ask it every test message."""
    with TemporaryDirectory(prefix="dakehu-nlu-") as name:
        folder = Path(name)
        _write(folder / "nlu.yml", data)
        (folder / "asked.json").write_text(json.dumps([u.text for u in test]), encoding="utf-8")
        began = time.perf_counter()
        _engine(folder, config, "train", f"bench/{config}", folder / "nlu.yml", folder)
        training = time.perf_counter() - began
        told = _engine(folder, config, "ask", folder / "nlu.tar.gz", folder / "asked.json")
    said = json.loads(told.splitlines()[-1])
    guesses = [(guess["name"], guess["confidence"]) for guess in said["guesses"]]
    return Result(guesses, training, said["seconds"], said["memory"])


def _write(file: Path, data: list[Utterance]) -> None:
    by_intent = defaultdict(list)
    for utterance in data:
        by_intent[utterance.intent].append(f"- {utterance.text}\n")
    blocks = [{"intent": name, "examples": "".join(lines)} for name, lines in by_intent.items()]
    file.write_text(yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True))


def _engine(folder: Path, config: str, what: str, *arguments: object) -> str:
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false"}
    environment["RASA_CACHE_DIRECTORY"] = str(folder / "cache")
    environment["BENCH_LEAN"] = "1" if config == "our_nlu.yml" else ""
    command = [str(ROOT / ENGINE_PYTHON), "-m", "bench.intents", what, *map(str, arguments)]
    ended = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return ended.stdout.decode()


def accuracy(result: Result, test: list[Utterance], language: str = "") -> float:
    """Return the share of messages whose likeliest intent is the right one."""
    right = [
        guess == u.intent
        for (guess, _), u in zip(result.guesses, test, strict=True)
        if u.language.startswith(language)
    ]
    return sum(right) / len(right)


def rejection(result: Result, test: list[Utterance], cost: float = 0.1) -> float:
    """Return the share of out-of-scope messages rejected where `cost` of the others are too.

    A message is rejected if it is taken for out of scope, or surer guesses are asked for than it.
    """
    sure = [(-1.0 if guess == OTHER else c) for guess, c in result.guesses]
    inside = sorted(s for s, u in zip(sure, test, strict=True) if u.intent != OTHER)
    outside = [s for s, u in zip(sure, test, strict=True) if u.intent == OTHER]
    threshold = max(inside[int(cost * len(inside))], 0)
    return sum(s < threshold for s in outside) / len(outside)


def section() -> str:
    """Measure, and return the part of `docs/benchmarks.md`."""
    data = utterances(ROOT / "data/nlu")
    trained = {u.text.lower() for u in data}
    test = [u for u in utterances(ROOT / "tests/nlu") if u.text.lower() not in trained]
    some = sample(data, SAMPLE)
    rows = [
        ("stock: DIET, jieba", len(some), run("stock_nlu.yml", some, test)),
        ("Dakehu, same data", len(some), run("our_nlu.yml", some, test)),
        ("Dakehu, all data", len(data), run("our_nlu.yml", data, test)),
    ]
    lines = [
        f"Of {len(test)} test messages that are in no training data.\n",
        "| pipeline | learnt from | right, zh | right, en | right | out of scope rejected at 10 % "
        "| training | a message | memory |",
        "| --- |" + " ---: |" * 8,
        *(_row(name, size, result, test) for name, size, result in rows),
    ]
    return "\n".join(lines)


def _row(name: str, size: int, result: Result, test: list[Utterance]) -> str:
    cells = [
        name,
        f"{size:,}",
        *(f"{accuracy(result, test, language):.3f}" for language in ("zh", "en", "")),
        f"{rejection(result, test):.3f}",
        f"{result.training:.0f} s",
        f"{result.parsing * 1000:.1f} ms",
        f"{result.memory / 2**20:.0f} MB",
    ]
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    Console().print(Markdown(section()))
