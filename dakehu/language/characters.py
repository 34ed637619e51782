"""One spelling for the many forms a character is typed in.

Full-width, traditional, upper-case and accented forms become their plain counterpart, one
character for one, so that a position in the plain text is the same position in the text as typed.
"""

import unicodedata
from importlib.resources import files

_MORE = {"開": "开", "鍾": "钟", "圓": "元", "線": "线"}
"""Traditional characters with more than one simplified one, by what they mean in our texts."""


def _simplified() -> dict[int, str]:
    """Return traditional characters with their simplified ones, line after line in the file."""
    text = (files("dakehu.language") / "traditional.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return str.maketrans("".join(lines[::2]), "".join(lines[1::2]))  # type: ignore[return-value]


def _plain_forms() -> dict[int, str]:
    """Return the translation table, built once at import."""
    full_width = {
        code: unicodedata.normalize("NFKC", chr(code)).lower() for code in range(0xFF01, 0xFF5F)
    }
    accented = {
        code: base.lower()
        for code in range(0xC0, 0x250)
        if (base := unicodedata.normalize("NFD", chr(code))[0]).isascii() and base.isalpha()
    }
    return (
        full_width
        | accented
        | {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
        | _simplified()
        | str.maketrans(_MORE)
        | dict.fromkeys(map(ord, "–—－―−‐‑"), "-")
        | dict.fromkeys(map(ord, "～〜"), "~")
        | dict.fromkeys(map(ord, "’‘"), "'")
        | dict.fromkeys(map(ord, "\u3000\u00a0\t"), " ")
    )


_TABLE = _plain_forms()


def plain(text: str) -> str:
    """Return `text` in plain characters, every position kept.

    Args:
        text: Any text.

    Returns:
        A text of the same length: half-width, lower case, simplified, without accents.
    """
    return text.translate(_TABLE)
