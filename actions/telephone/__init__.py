"""The steps of a telephone call (docs/flows/telephone.md)."""

from actions.telephone.scene import TelephoneFlow

__all__ = ["TelephoneFlow"]
