"""Reads MarkdownV2 as strictly as Telegram does: what is reserved and not escaped is an error."""

RESERVED = "_*[]()~`>#+-=|{}.!"


class BadMarkup(Exception):
    """The text cannot be read."""


def read(text: str) -> str:
    """Return what a text shows; of markup, only blocks of code are known here."""
    shown, code, at = "", False, 0
    while at < len(text):
        if text.startswith("```", at):
            code, at = not code, at + 3
        elif text[at] == "\\" and text[at + 1 : at + 2]:
            shown, at = shown + text[at + 1], at + 2
        elif text[at] in ("`\\" if code else RESERVED):
            raise BadMarkup(f"can't parse entities: Character '{text[at]}' is reserved")
        else:
            shown, at = shown + text[at], at + 1
    if code:
        raise BadMarkup("can't parse entities: Can't find end of Pre entity")
    return shown
