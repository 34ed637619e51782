"""The kinds of field that forms have: one file a kind."""
