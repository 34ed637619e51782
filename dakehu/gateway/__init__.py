"""The gateway: the only part that speaks to the outside, and the only one that asks the engine.

`app.py` puts it together; `channels/` holds one package a way to reach a person; `turns.py` takes
a message from the inbox to its answer; `engine.py` asks the engine.
"""
