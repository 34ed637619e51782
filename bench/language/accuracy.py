"""A table: how many cases of each public file ours and the peers get right."""

import json
import subprocess
from pathlib import Path

from bench.language import ours
from bench.language.cases import FILES, Answer, Case, cases
from bench.language.differences import differences
from bench.language.judge import right

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-peers" / "bin" / "python"


def table() -> str:
    """Ask everybody every case, and return the shares of right answers."""
    every = [case for file in FILES for case in cases(file)]
    told = {ours.NAME: [ours.answers(case) for case in every], **_ask_peers(every)}
    head = f"| file | cases | not counted | {' | '.join(told)} |"
    lines = [head, "| --- |" + " ---: |" * (2 + len(told))]
    for file in FILES:
        counted = [n for n, case in enumerate(every) if case.file == file and _counts(case)]
        size = sum(case.file == file for case in every)
        shares = [_share(every, answers, counted) for answers in told.values()]
        lines.append(f"| {file} | {size} | {size - len(counted)} | {' | '.join(shares)} |")
    return "\n".join(lines)


def _counts(case: Case) -> bool:
    return differences().get((case.file, case.number)) in (None, "failure")


def _share(every: list[Case], answers: list[list[Answer] | None], counted: list[int]) -> str:
    known = [(every[n], found) for n in counted if (found := answers[n]) is not None]
    if not known:
        return "–"
    return f"{sum(right(case, found) for case, found in known) / len(known):.3f}"


def _ask_peers(every: list[Case]) -> dict[str, list[list[Answer] | None]]:
    ended = subprocess.run(
        [str(PYTHON), "-W", "ignore", "-m", "bench.language.peers"],
        cwd=ROOT,
        input=json.dumps([[case.file, case.text, case.now] for case in every]),
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, list[list[Answer] | None]] = json.loads(ended.stdout.splitlines()[-1])
    return told
