"""The ways to reach a person: one package each, all handing messages to `turns.py`."""
