"""From text to tokens: words of time, numbers, and dates and clock times typed in digits.

Text that means nothing here becomes a `gap`, which no rule matches; spaces leave no token.
"""

import re
from collections.abc import Iterator

from dakehu.language.numerals import chinese_value
from dakehu.language.times.counted import COUNTED
from dakehu.language.times.grammar import Token
from dakehu.language.times.latin import latin_token
from dakehu.language.times.numeral import Numeral
from dakehu.language.times.words.chinese_guards import GUARDS
from dakehu.language.times.words.vocabulary import CHINESE, LENGTHS

_DIGIT_FESTIVAL = re.compile(
    "(?:五一|三八|六一|八一)(?![零一二三四五六七八九十百千万]|[家个台位名人件套次年月日号点时分秒天周度种项笔单款层楼])"
    "|十一(?=期间|假|长假|小长假|黄金周|前|后|之|以|放|当天|那天|回来|去|要|我|国庆|节|出去|出游|休息|见面|再去)"
)
# 三点五 and 三点一四 are decimals; 三点五分, 三点一刻 and 三点零五 are clock times.
_DECIMAL = re.compile(
    "([零〇一二两三四五六七八九十百千]+)点([一二三四五六七八九][零〇一二三四五六七八九]*)(?![十分刻个])"
)
# After a clock time, a comma before another day ends what is said: 到5点半，周三….
_FULL_STOP = re.compile(
    r"(?:(?<=[点半刻钟分整秒])|(?<=:\d\d)),(?=[周星礼本这今明后昨前]|[上下](?!午))"
)
# Spaces and words that leave no trace: 后天大概十点 is 后天十点.
_BETWEEN = re.compile(r" +|大概|大约|差不多|约(?=[一二两三四五六七八九十上下早晚中\d])")
# 三四, 十七八: one or the next; 二三 is no 23.
_NEIGHBOURS = re.compile("(十?)(一二|[一二两]三|三四|四五|五六|六七|七八|八九)$")
_NUMERAL = re.compile("[零〇一二两三四五六七八九十百廿卅]+")
# 下周一起去 is next week, together; 下周日程 the week's agenda: no weekday before these.
_AFTER_WEEK = re.compile(
    "一(?:起|次|定|直[^接达飞]|般|共|同|并|趟|样|切|些|个|家|份|场|位|律|度)|"
    "日(?:常|程|志|报|期|均|记)|天[天气津河猫虹然]|三(?:方|家|次)|二(?:手|次)|五金|六合|"
    r"[\d一二三四五六](?:个?小时|个钟头|分钟|天(?![气津河猫黑冷热色]))|\d\d"
)
_WEEK = re.compile(r"(?:周|星期|礼拜)(?=[\d一二三四五六日天])")
# 年前, 年后 are before and after the Spring Festival, unless counted or named: 三年前, 多年后.
_BEFORE_NEW_YEAR = " ,。、;!?:的在到赶等于取要得能想算划晚就们我他她你户说定约是都先再争会可以把总"
_NEW_YEAR = re.compile(f"(?:(?<=[{_BEFORE_NEW_YEAR}])|^)年(?=[前后])")


def tokenize(text: str, masked: list[tuple[int, int]]) -> list[Token]:
    """Return the tokens of a plain text; what lies in `masked` spans is a gap.

    Args:
        text: Text in plain characters (`dakehu.language.characters.plain`).
        masked: Spans that are no times, in order.
    """
    tokens: list[Token] = []
    for token in _tokens(text, masked):
        if token.kind != "gap" or not tokens or tokens[-1].kind != "gap":
            tokens.append(token)
    return tokens


def _tokens(text: str, masked: list[tuple[int, int]]) -> Iterator[Token]:
    """Yield the tokens between the masked spans, and a gap for each of these."""
    at = 0
    for start, end in [*masked, (len(text), len(text))]:
        while at < start:
            if between := _BETWEEN.match(text, at):
                at = min(between.end(), start)
                continue
            stop = _FULL_STOP.match(text, at)
            token = Token("gap", None, at, at + 1) if stop else _next_token(text, at)
            at = token.end
            yield token
        if end > at:
            yield Token("gap", None, at, end)
            at = end


def _next_token(text: str, at: int) -> Token:
    """Return the token that starts here: the longest of word, festival and number."""
    if text[at].isascii():
        return latin_token(text, at)
    word = _word(text, at)
    if festival := _festival(text, at):
        return word if word and word.end > festival.end else festival
    if decimal := _DECIMAL.match(text, at):
        return _spoken_decimal(decimal)
    numeral = _NUMERAL.match(text, at)
    if numeral and (word is None or numeral.end() > word.end):
        return _number(text, numeral[0], at)
    return word or Token("gap", None, at, at + 1)


def _festival(text: str, at: int) -> Token | None:
    """Return a festival that is named by digits, or as 年 before 前 or 后."""
    if found := _DIGIT_FESTIVAL.match(text, at):
        return Token("digit_festival", found[0], at, found.end())
    is_new_year = text[at] == "年" and _NEW_YEAR.match(text, at)
    return Token("festival", "春节", at, at + 1) if is_new_year else None


def _word(text: str, at: int) -> Token | None:
    """Return the longest word of time here."""
    for length in LENGTHS.get(text[at], ()):
        word = text[at : at + length]
        entry = CHINESE.get(word)
        if entry is None:
            continue
        end = at + len(word)
        if word in GUARDS and GUARDS[word].match(text, end):
            continue
        bare = _WEEK.match(text, at) if entry[0] == "weekday" else None
        if bare and _AFTER_WEEK.match(text, bare.end()):
            return Token("week", None, at, bare.end())
        return Token(*entry, at, end)
    return None


def _spoken_decimal(match: re.Match[str]) -> Token:
    """Return the token of 三点五, a gap where it is none."""
    whole, part = chinese_value(match[1]), chinese_value(match[2])
    if whole is None or COUNTED.match(match.string, match.end()):
        return Token("gap", None, *match.span())
    return Token("decimal", f"{whole}.{part}", *match.span())


def _number(text: str, raw: str, at: int) -> Token:
    """Return the token of a Chinese numeral, a gap where it is none."""
    end = at + len(raw)
    if COUNTED.match(text, end):
        return Token("gap", None, at, end)
    if pair := _NEIGHBOURS.match(raw):
        last = int(chinese_value(pair[1] + raw[-1]) or 0)
        return Token("neighbours", (last - 1, last), at, end)
    value = chinese_value(raw)
    if value is None:
        return Token("gap", None, at, end)
    return Token("number", Numeral(value, raw), at, end)
