"""Telegram: a bot in private chats, by webhook or by polling.

`channel` puts it together. In: `webhook` or `polling` → `hearing` → `updates` (and `groups`). Out:
`rendering` (with `markdown` and `table`) → `sending`; what is kept nowhere by `speaking`. `bot` is
the way to the Bot API.
"""
