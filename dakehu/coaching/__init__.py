"""The coach: what to ask, how to open, how to say it, and practice (handbook §5 to §7)."""
