"""Reading a data file of ours as what it has to be; a mistake in it is named at once."""

from importlib.resources.abc import Traversable

import yaml
from pydantic import TypeAdapter

# Written in C and many times quicker, where PyYAML was built with it.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parsed(file: Traversable) -> object:
    """Read a YAML file, unchecked."""
    return yaml.load(file.read_text(encoding="utf-8"), _Loader)  # noqa: S506 (a safe one)


def read[Content](file: Traversable, content: TypeAdapter[Content]) -> Content:
    """Read a YAML file.

    Args:
        file: The file.
        content: What it holds.

    Raises:
        pydantic.ValidationError: It holds something else.
    """
    return content.validate_python(parsed(file))
