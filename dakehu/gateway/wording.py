"""The gateway's own sentences, from `wording.yml`, in a person's language."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dakehu.codes import Language, Role


@cache
def _sentences() -> dict[str, Any]:
    path = Path(__file__).with_name("wording.yml")
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def _in(variations: dict[str, str], language: Language | None, values: dict[str, object]) -> str:
    if language is not None:
        return variations[language].format(**values)
    return " / ".join(variations[each].format(**values) for each in Language)


def answer(key: str, language: Language | None, **values: object) -> str:
    """Return a reply of the gateway's own, filled in; in both languages where nobody knows."""
    return _in(_sentences()["answers"][key], language, values)


def problem(key: str, language: Language | None, **values: object) -> tuple[str, str]:
    """Return a problem's title and detail; in both languages where the person is unknown."""
    entry = _sentences()["problems"][key]
    return _in(entry["title"], language, values), _in(entry["detail"], language, values)


def examples(role: Role, language: Language) -> list[str]:
    """Return what somebody of a role can say, to begin with."""
    return [example[language] for example in _sentences()["welcome"][role]]
