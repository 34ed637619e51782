"""How well and how fast the coach tells, chooses and finds."""
