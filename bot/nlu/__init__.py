"""Understanding what a message wants: text → features → intent, without a neural network."""
