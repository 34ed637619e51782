"""The rules of the grammar: one family of expressions a file, Chinese and English."""
