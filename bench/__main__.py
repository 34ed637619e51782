"""`python -m bench`: measure, print, and write `docs/benchmarks.md`."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.markdown import Markdown

from bench import nlu, report
from bench.dakehu import Dakehu
from bench.language.section import section as language
from bench.load import PEOPLE, measure
from bench.peer import Peer
from bench.system import Bot

RESULTS = Path("docs/benchmarks.md")


def main() -> None:
    """Measure Dakehu, then the peer, then how well each understands; print as it comes."""
    console = Console()
    sections = [_told(console, "## Speed and size\n\n" + _speed(console))]
    with console.status("understanding, some minutes"):
        sections.append(_told(console, nlu.section()))
    with console.status("times, numbers, names"):
        sections.append(_told(console, language()))
    report.write(RESULTS, sections)


def _told(console: Console, section: str) -> str:
    console.print(Markdown(section))
    return section


def _speed(console: Console) -> str:
    with TemporaryDirectory(prefix="dakehu-bench-") as one, TemporaryDirectory() as other:
        ours = _measured(console, "Dakehu", Dakehu(Path(other), PEOPLE))
        peers = _measured(console, "rasa init", Peer(Path(one)))
    return report.table(ours, peers)


def _measured(console: Console, name: str, bot: Bot) -> report.Measured:
    with console.status(f"{name}: training"):
        training = bot.train()
    with console.status(f"{name}: starting"):
        start = bot.start()
    try:
        with console.status(f"{name}: talking, some minutes"):
            speed = asyncio.run(measure(bot))
        return report.Measured(speed, bot.memory(), start, training)
    finally:
        bot.stop()


if __name__ == "__main__":
    main()
