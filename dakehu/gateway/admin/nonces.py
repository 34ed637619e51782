"""Marks the scripts and styles in templates as ours, so that nothing else runs."""

from jinja2.ext import Extension

LIST_LENGTH_CHOSEN = "window.location = this.value"
"""The one handler that the library writes into an attribute: how many rows a list shows."""

_NONCE = ' nonce="{{ request.state.nonce }}"'


class Nonces(Extension):
    """Adds the request's nonce to each script and style element of a template's own text."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return a template with the nonces."""
        return source.replace("<script", f"<script{_NONCE}").replace("<style", f"<style{_NONCE}")
