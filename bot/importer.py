"""Reads the domain: `domain.yml` for what flows share, `domain/<flow>.yml` for each flow."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.exceptions import RasaException
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.utils.common import cached_method
from ruamel.yaml import YAML

SHARED_ONLY = "session_config"


class DomainProblem(RasaException):
    """The domain's files contradict each other."""


class FlowImporter(RasaFileImporter):
    """Rasa's file importer, with the flows' domain files beside `domain.yml`.

    Rasa merges split domains too, but where two files define the same key it silently takes one
    of them. Here that is an error.
    """

    @cached_method
    def get_domain(self) -> Domain:
        """Return the whole domain.

        Raises:
            DomainProblem: A key is defined twice, or a flow sets what is for all.
        """
        files = domain_files(Path(self._domain_path))
        check(files)
        return Domain.load([str(file) for file in files])


def domain_files(shared: Path) -> list[Path]:
    """List the shared file and those of the flows, in a folder of its name beside it."""
    return [shared, *sorted(shared.with_suffix("").glob("*.yml"))]


def check(files: list[Path]) -> None:
    """Refuse a key that is defined twice, and settings of the session outside the first file."""
    owners: dict[tuple[str, str], Path] = {}
    for file in files:
        content = YAML(typ="safe", pure=True).load(file)  # refuses a key twice in one mapping
        if file != files[0] and SHARED_ONLY in content:
            raise DomainProblem(f"{file}: {SHARED_ONLY} belongs into {files[0]}")
        for key in _keys(content):
            if key in owners:
                section, name = key
                raise DomainProblem(f"{section}: {name} is in {owners[key]} and again in {file}")
            owners[key] = file


def _keys(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Name what a file defines; an entry of a list may be a name or a mapping of one name."""
    for section, entries in content.items():
        if isinstance(entries, (dict, list)):
            for entry in entries:
                yield section, entry if isinstance(entry, str) else next(iter(entry))
