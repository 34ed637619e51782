"""What the record browser says, from `words.yml`, in the language of who is looking."""

from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml
from babel.support import LazyProxy
from starlette_admin.i18n import get_locale


def say(key: str, **values: object) -> str:
    """Return a word or a sentence by its path in the file (`said.save`), filled in."""
    found: Any = _words()
    for part in key.split("."):
        found = found[part]
    return str(found[get_locale()]).format(**values)


def later(key: str) -> str:
    """Return what becomes the word each time it is shown."""
    return cast(str, LazyProxy(say, key, enable_cache=False))


def choices(kind: str) -> list[tuple[str, str]]:
    """Return the codes of a kind that the handbook does not name, with their words."""
    return [(code, say(f"choices.{kind}.{code}")) for code in _words()["choices"][kind]]


@cache
def _words() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(
        Path(__file__).with_name("words.yml").read_text("utf-8")
    )
    return loaded
