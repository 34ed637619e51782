"""`python -m bench [section …]`: measure, print, and write `docs/benchmarks.md`."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.markdown import Markdown

from bench import nlu, report
from bench.channels.section import section as channels
from bench.coaching.section import section as coaching
from bench.dakehu import Dakehu
from bench.language.section import section as language
from bench.load import PEOPLE, measure
from bench.peer import Peer
from bench.system import Bot

RESULTS = Path("docs/benchmarks.md")


def main(chosen: list[str]) -> None:
    """Measure every section, or the chosen ones; the others stay as they were measured."""
    console = Console()
    for name in chosen or SECTIONS:
        heading, measured = SECTIONS[name]
        with console.status(f"{heading}, some minutes"):
            section = report.dated(measured(console))
        console.print(Markdown(f"## {heading}\n\n{section}"))
        report.write(RESULTS, heading, section)


def _speed(console: Console) -> str:
    with TemporaryDirectory(prefix="dakehu-bench-") as one, TemporaryDirectory() as other:
        ours = _measured(console, "Dakehu", Dakehu(Path(other), PEOPLE))
        peers = _measured(console, "rasa init", Peer(Path(one)))
    return report.table(ours, peers)


def _measured(console: Console, name: str, bot: Bot) -> report.Measured:
    console.print(f"{name}: training")
    training = bot.train()
    console.print(f"{name}: starting")
    start = bot.start()
    try:
        console.print(f"{name}: talking")
        speed = asyncio.run(measure(bot))
        return report.Measured(speed, bot.memory(), start, training)
    finally:
        bot.stop()


SECTIONS: dict[str, tuple[str, Callable[[Console], str]]] = {
    "speed": ("Speed and size", _speed),
    "understanding": ("Understanding", lambda _console: nlu.section()),
    "language": ("Times, numbers, names", lambda _console: language()),
    "coaching": ("The coach", lambda _console: coaching()),
    "channels": ("Channels", lambda _console: channels()),
}

if __name__ == "__main__":
    main(sys.argv[1:])
