"""What runs inside Rasa: the channel, the dialogue, its memory, and how it understands."""
