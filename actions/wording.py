"""What Dakehu says: the responses of `domain.yml` and `domain/*.yml`, picked by language.

A response has one variation per language, told apart by a condition on the slot `language`,
and a default. They are resolved here, in the action server, so that one call a turn is
enough and a reply can be tested without the engine (docs/adr/0004-forms-in-actions.md).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Button:
    """A quick reply: its label and the intent (with entities, as JSON) that it stands for."""

    title: str
    payload: str

    def as_dict(self) -> dict[str, str]:
        """Return the form that the engine passes on."""
        return {"title": self.title, "payload": self.payload}


def parse_payload(payload: str) -> tuple[str, dict[str, Any]]:
    """Return the intent and the entities that a button stands for."""
    intent, brace, told = payload.removeprefix("/").partition("{")
    return intent, json.loads(brace + told) if told else {}


def make_payload(intent: str, **entities: object) -> str:
    """Return what a button stands for; entities with the value None are left out."""
    told = {name: value for name, value in entities.items() if value is not None}
    return f"/{intent}{json.dumps(told, ensure_ascii=False)}"


@dataclass(frozen=True)
class Response:
    """One variation of a response, filled in."""

    text: str
    buttons: tuple[Button, ...] = ()


class Wording:
    """Every response by name and language."""

    def __init__(self, responses: Mapping[str, list[dict[str, Any]]]) -> None:
        self._responses = responses

    def say(self, name: str, language: str, /, **values: object) -> Response:
        """Fill in a response in the person's language.

        Args:
            name: The response's name, with or without `utter_`.
            language: `zh` or `en`; a response without that variation gives its default.
            values: What stands in braces.

        Raises:
            KeyError: No such response, or a value is missing: a mistake of ours.
        """
        key = name if name.startswith("utter_") else f"utter_{name}"
        variation = _pick(self._responses[key], language)
        buttons = tuple(
            Button(b["title"].format_map(values), b["payload"])
            for b in variation.get("buttons", ())
        )
        return Response(variation["text"].strip("\n").format_map(values), buttons)

    def __contains__(self, name: str) -> bool:
        return f"utter_{name}" in self._responses


def _pick(variations: list[dict[str, Any]], language: str) -> dict[str, Any]:
    """Choose as Rasa does: a variation whose conditions hold, else one without any."""
    for variation in variations:
        conditions = variation.get("condition", ())
        if conditions and all(c["value"] == language for c in conditions):
            return variation
    return next(v for v in variations if not v.get("condition"))


@cache
def wording() -> Wording:
    """Read the domain's responses once a process."""
    return Wording(dict(_responses(_domain_files())))


def _domain_files() -> list[Path]:
    return [ROOT / "domain.yml", *sorted((ROOT / "domain").glob("*.yml"))]


def _responses(files: Iterable[Path]) -> Iterable[tuple[str, list[dict[str, Any]]]]:
    for file in files:
        content = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        yield from (content.get("responses") or {}).items()
