"""Questions to customers: which type one is, and which to ask (docs/flows/question.md)."""
