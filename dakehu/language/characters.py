"""One spelling for the many forms a character is typed in.

Full-width, traditional and upper-case forms become their plain counterpart, one character for
one, so that a position in the plain text is the same position in the text as typed.
"""

import unicodedata

# Only what times, numbers and their measure words are written with.
_TRADITIONAL = (
    "週點個後號時禮兩萬億間開從節國慶聖內過來還臘農曆貳參陸倆幾東歲現剛當鐘鍾沒這與對雙塊圓"
    "張臺線樓數負貨隻陽勞動兒請見倍約趕實員戶單條輛門場層頂項筆頁師級組無顆錢磅噸廠處業電"
)
_SIMPLIFIED = (
    "周点个后号时礼两万亿间开从节国庆圣内过来还腊农历贰参陆俩几东岁现刚当钟钟没这与对双块元"
    "张台线楼数负货只阳劳动儿请见倍约赶实员户单条辆门场层顶项笔页师级组无颗钱磅吨厂处业电"
)


def _plain_forms() -> dict[int, str]:
    """Return the translation table, built once at import."""
    full_width = {
        code: unicodedata.normalize("NFKC", chr(code)).lower() for code in range(0xFF01, 0xFF5F)
    }
    return (
        full_width
        | {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
        | {ord(old): new for old, new in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)}
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
        A text of the same length: half-width, lower case, simplified where times and numbers
        are concerned.
    """
    return text.translate(_TABLE)
