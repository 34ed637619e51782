"""Logging a visit (docs/flows/visit.md)."""

from actions.visit.form import VisitFlow

__all__ = ["VisitFlow"]
