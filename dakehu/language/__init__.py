"""Times, numbers and names in Chinese and English text: pure functions, no I/O, no engine."""
