"""The words of time, as data: one file a language."""
