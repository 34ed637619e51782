"""`python -m bench.language`: print the tables; with a file's name, what is wrong in it."""

import sys

from rich.console import Console
from rich.markdown import Markdown

from bench.language import ours
from bench.language.cases import cases
from bench.language.differences import differences
from bench.language.judge import right
from bench.language.section import section


def main() -> None:
    """Print the section, or the cases of a file that we get wrong and know no reason for."""
    console = Console(soft_wrap=True)
    if len(sys.argv) == 1:
        console.print(Markdown(section()))
        return
    for case in cases(sys.argv[1]):
        found = ours.answers(case)
        if (case.file, case.number) not in differences() and not right(case, found):
            console.print(f"{case.number}: {case.text!r} at {case.now}", markup=False)
            console.print(f"  wanted {_short(case.expected)}", markup=False)
            console.print(f"  found  {_short(found)}", markup=False)


def _short(answers: list[dict[str, object]]) -> str:
    return "; ".join(f"{a['start']}-{a['end']} {a['values']}" for a in answers) or "nothing"


if __name__ == "__main__":
    main()
