"""The wordings of times, one language a file."""
