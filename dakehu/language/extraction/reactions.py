"""The coded facts of a report: method, outcome, satisfaction, questions and openers."""

import re
from collections.abc import Iterable, Iterator

from dakehu.language.extraction.clauses import Clause, Role, Span
from dakehu.language.extraction.coded import find_codes
from dakehu.language.extraction.cues import cues, pattern
from dakehu.language.extraction.party import was_met
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.settle import Claim, Ground, claims
from dakehu.language.extraction.told import OpenerUsed, Told

HAPPENED: tuple[Role, ...] = ("event", "talk", "reaction", "technique", "aside")

_SCORE = re.compile(
    r"(?:满意度|评分|打分|satisfaction|rating|score|rated|rates us)\s*"
    r"(?:是|为|:|：|of|is|打|给|was|it)?\s*"
    r"([1-5一二三四五])(?![\d.点])"
    r"|(?<![\d.])([1-5一二三四五])\s*(?:分(?![钟之])|/5|out of 5|stars?)"
)
_FIGURES = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
_ENGAGED = {"progress": True, "deal": True, "setback": False, "lost": False}
_VERDICT = {"worked": True, "flat": False}
_YET_TO_COME = {"deal": "progress", "lost": "setback"}


def method[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim by what means the visit was: the more telling word before visiting itself."""
    for told in _coded("visit_method", sentence, *HAPPENED):
        if told.value == "phone" and _is_by_them(sentence, told.span):
            yield Claim("method", Told("incoming", told.text, told.span), Ground.CUE)
        yield Claim("method", told, Ground.WORD if told.value == "on_site" else Ground.CUE)
    roles: tuple[Role, ...] = ("event", "talk", "reaction", "aside")
    yield from claims(
        "method", _signed("on_site_patterns", "on_site", sentence, *roles), Ground.SIGN
    )
    yield from claims("method", _at_the_customers(sentence), Ground.SIGN)


def _is_by_them[Id](sentence: Sentence[Id], span: Span) -> bool:
    """Tell whether it is they who called (Mr. Ma called this morning)."""
    verb = sentence.plain[slice(*span)] in ("called", "phoned", "rang")
    callers = [match.span[1] for match in sentence.matches]
    callers += [person.span[1] for person in sentence.people]
    return verb and len(sentence.plain[: span[0]].rstrip()) in callers


def _at_the_customers[Id](sentence: Sentence[Id]) -> Iterator[Told[str]]:
    """Take being at a customer's (在恒通, yesterday at Anbo) for a visit on site."""
    places = [match.span for match in sentence.matches]
    places += [sentence.elsewhere.span] if sentence.elsewhere else []
    ends = {time.span[1] for time in sentence.past} | {0}
    for start, end in places:
        before = sentence.plain[:start]
        if before.endswith(("在", "跑")):
            yield sentence.told("on_site", (start - 1, end))
        elif before.endswith("at ") and len(before[:-3].rstrip()) in ends:
            yield sentence.told("on_site", (start - 3, end))


def outcome[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim what came of it: what is won or lost for good before the rest; no hearsay."""
    for clause in sentence.of(*HAPPENED):
        for told in _firsthand("outcome", sentence, clause):
            if told.value == "unchanged" and was_met(sentence, told.span):
                continue
            final = told.value in ("deal", "lost")
            yield Claim("outcome", told, Ground.CUE if final else Ground.WORD)
    yield from claims("outcome", _signed("request", "progress", sentence, "next_step"), Ground.SIGN)


def satisfaction[Id](sentence: Sentence[Id]) -> Iterator[Claim]:
    """Claim how satisfied the customer was: a figure, or a word for it."""
    for clause in sentence.clauses:
        if found := _SCORE.search(clause.text):
            figure = found[1] or found[2]
            value = _FIGURES.get(figure) or int(figure)
            yield Claim("satisfaction", _told(sentence, value, clause, found), Ground.NAME)
    for clause in sentence.of(*HAPPENED):
        for told in _firsthand("satisfaction", sentence, clause):
            before = sentence.plain[: told.span[0]]
            vague = told.text.casefold() in cues("vague_satisfaction")
            if vague and not before.rstrip().endswith(("was", "is", "felt", "seems", "seemed")):
                continue
            yield Claim("satisfaction", Told(int(told.value), told.text, told.span))


def questions[Id](sentence: Sentence[Id]) -> tuple[Told[str], ...]:
    """Find the types of question that were used."""
    return _once(_coded("question", sentence, "technique"))


def openers[Id](sentence: Sentence[Id]) -> tuple[Told[OpenerUsed], ...]:
    """Find the openers that were used, and whether the customer warmed to them."""
    told = _once(_coded("opener", sentence, "technique"))
    return tuple(
        Told(OpenerUsed(one.value, _engaged(sentence, one)), one.text, one.span) for one in told
    )


def _engaged[Id](sentence: Sentence[Id], opener: Told[str]) -> bool | None:
    """Read whether an opener worked, else the customer's answer from the same or next two clauses.

    A verdict (挺有效) is one on the opener only where it is called that. What came of the visit
    (有进展) says nothing of how it was opened, unless it tells that they warmed to it (来了兴趣).
    """
    after = [clause for clause in sentence.clauses if clause.end > opener.span[1]][:3]
    if (verdict := _verdict(sentence, opener)) is not None:
        return verdict
    outcomes = [one for clause in after for one in _in("outcome", sentence, clause)]
    told = [one for one in outcomes if pattern("warmth_patterns").search(one.text.casefold())]
    return _ENGAGED.get(told[0].value) if told else None


def _verdict[Id](sentence: Sentence[Id], opener: Told[str]) -> bool | None:
    """Read what is said of an opener in its own clause or the next (开场白用的赞美，挺有效)."""
    near = [clause for clause in sentence.clauses if clause.end >= opener.span[1]][:2]
    if all(one.value != "openers" for one in _in("visit_field", sentence, near[0])):
        return None
    told = [one for clause in near for one in _in("opener_verdict", sentence, clause)]
    said = [_VERDICT.get(one.value) for one in told if one.span[0] >= opener.span[1]]
    return said[0] if said else None


def _firsthand[Id](kind: str, sentence: Sentence[Id], clause: Clause) -> Iterator[Told[str]]:
    """Find codes that are no hearsay; what is yet to come is not won or lost (下个月签约)."""
    if pattern("hearsay_patterns").search(clause.text):
        return
    errand = pattern("errand_patterns").search(clause.text)
    for told in _in(kind, sentence, clause):
        if errand and told.span[0] >= clause.start + errand.start():
            continue  # a complaint that one came to settle
        before = sentence.plain[clause.start : told.span[0]]
        ahead = pattern("yet_to_come_patterns").search(before) and not told.text.endswith("了")
        value = _YET_TO_COME.get(told.value, told.value) if ahead else told.value
        yield Told(value, told.text, told.span)


def _coded[Id](kind: str, sentence: Sentence[Id], *roles: Role) -> list[Told[str]]:
    return [one for clause in sentence.of(*roles) for one in _in(kind, sentence, clause)]


def _in[Id](kind: str, sentence: Sentence[Id], clause: Clause) -> list[Told[str]]:
    return find_codes(kind, sentence.text, sentence.plain, clause.start, clause.end)


def _signed[Id](signs: str, code: str, sentence: Sentence[Id], *roles: Role) -> Iterator[Told[str]]:
    """Find a code for which some words stand, where it is not named itself."""
    for clause in sentence.of(*roles):
        if found := pattern(signs).search(clause.text):
            yield _told(sentence, code, clause, found)


def _told[T, Id](sentence: Sentence[Id], value: T, clause: Clause, found: re.Match[str]) -> Told[T]:
    return sentence.told(value, (clause.start + found.start(), clause.start + found.end()))


def _once(told: Iterable[Told[str]]) -> tuple[Told[str], ...]:
    return tuple({one.value: one for one in reversed(list(told))}.values())[::-1]
