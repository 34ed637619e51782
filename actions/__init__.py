"""The Rasa action server: what each intent does, in the words of `domain/`."""
