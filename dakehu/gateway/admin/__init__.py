"""The record browser at `/admin`: what an administrator looks after, and nobody else sees."""
