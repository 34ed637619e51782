"""Cases whose expected answer is not ours, each with its reason (`differences.yml`)."""

from functools import cache
from pathlib import Path
from typing import Literal

import yaml

Why = Literal["convention", "scope", "failure"]
"""Another convention of ours, nothing we want to find, or something we should find and do not."""


@cache
def differences() -> dict[tuple[str, int], Why]:
    """Return why a case (file, number) differs, for all that do."""
    written = yaml.safe_load(
        Path(__file__).with_name("differences.yml").read_text(encoding="utf-8")
    )
    return {
        (file, number): why
        for file, reasons in written.items()
        for reason in reasons
        for why in ("convention", "scope", "failure")
        if why in reason
        for number in reason["cases"]
    }
