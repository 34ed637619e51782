"""What all forms share: filling, asking, the card, editing, undo, digressions, shelving.

A flow (`actions/<flow>.py`) says what its fields are, how a sentence is read and how a
draft is saved. Everything between the first word and the saved row happens here, the same
for each of them:

- `draft.py` what has been told so far; `field.py`, `kinds/`, `flow.py` what a flow declares;
- `scene.py` a flow that is played step by step instead of filled in;
- `loop.py` one turn of a running form: which of the modules below the message is for;
- `answering.py` a message as answer, addition or choice; `editing.py` as a correction;
- `asking.py` what to ask next, and the card; `shelf.py` one task put aside for another.
"""
