"""What was talked about, why, and what follows, in the person's own words."""

from dakehu.handbook.codes import find
from dakehu.language.extraction.clauses import Clause
from dakehu.language.extraction.cues import cues, pattern
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import Told

LONGEST_PURPOSE = 30
"""Characters; what is longer is a summary."""


def purpose(sentence: Sentence) -> Told[str] | None:
    """Find what the visit was for: named as such, or what was talked about."""
    for clause in sentence.of("event", "talk"):
        if lead := pattern("purpose_lead").search(clause.text):
            return sentence.words(clause.start + lead.end(), clause.end)
    for clause in sentence.of("talk"):
        topic = _topic(clause, sentence)
        if topic and len(topic.text) <= LONGEST_PURPOSE and find("purpose", topic.text.casefold()):
            return topic
    return None


def summary(sentence: Sentence) -> Told[str] | None:
    """Gather what was talked about and how it went."""
    told = [w for clause in sentence.of("talk") if (w := _spoken(clause, sentence))]
    if not told:
        return None
    joint = "，" if any("一" <= c <= "鿿" for c in told[0].text) else ", "
    text = joint.join(one.text for one in told)
    return Told(text, text, (told[0].span[0], told[-1].span[1]))


def next_step(sentence: Sentence) -> Told[str] | None:
    """Find what is to be done next, with its due time."""
    for clause in sentence.of("next_step"):
        lead = pattern("next_step").search(clause.text)
        start = lead.end() if lead else 0
        if told := sentence.words(clause.start + start, clause.end):
            return told
    return None


def _topic(clause: Clause, sentence: Sentence) -> Told[str] | None:
    verb = pattern("talk").search(clause.text)
    if verb is None:
        return None
    start = verb.end()
    while start < len(clause.text) and clause.text[start] in cues("particles")[0]:
        start += 1
    return sentence.words(clause.start + start, clause.end)


def _spoken(clause: Clause, sentence: Sentence) -> Told[str] | None:
    """Return a clause about the talk from its verb on."""
    verb = pattern("talk").search(clause.text)
    return sentence.words(clause.start + (verb.start() if verb else 0), clause.end)
