"""Which customer and which person a sentence is about."""

import re
from collections.abc import Sequence

from dakehu.language.characters import plain
from dakehu.language.extraction.sentence import Sentence
from dakehu.language.extraction.told import Lookup, Told
from dakehu.language.names import NameMatch
from dakehu.language.people import PersonMention, find_people

_PLACE = re.compile(
    r"(?:去了趟|去了|去|到了|到|拜访了|拜访|走访了|走访|联系了|联系|跑了一趟|跑了|回访了|回访|跟|和|在)\s*"
    r"(?P<name>[^\s，。,.的了见聊谈拜访]{2,12}?)(?=的|见|聊|谈|拜访|开会|送|催|[\s，。,.]|$)"
    r"|(?:visited|at|from|called|went to|to see|met with|of)\s+(?P<latin>[a-z0-9][\w&' -]{1,30}?)"
    r"(?=,|\.|$| about| today| yesterday| this| last| and| on| to| for)"
)
_NOT_NAMES = re.compile(
    r"^(客户|他们|我们|公司|现场|工地|那里|这边|对方|办公室|电话|微信|趟|一趟|the|a|our|their|his|her|my|office"
    r"|customer|mr|ms|mrs|dr)"
)


def customers[Id](sentence: Sentence, names: Lookup[Id]) -> tuple[NameMatch[Id], ...]:
    """Find the customer: of several that are named, the one of the event."""
    found = names(sentence.text)
    if not found:
        return ()
    events = [m for m in found if any(c.holds(m.span) for c in sentence.of("event"))]
    best = (events or list(found))[0]
    return tuple(m for m in found if m.span == best.span)


def customer_words(sentence: Sentence) -> Told[str] | None:
    """Find the words in a customer's place where no known one is named."""
    people = [p.span for p in find_people(sentence.text)]
    times = [t.span for t in sentence.past]
    for clause in sentence.of("event", "talk"):
        for found in _PLACE.finditer(clause.text):
            group = "name" if found["name"] else "latin"
            start, end = (clause.start + at for at in found.span(group))
            taken = any(a < end and start < b for a, b in (*people, *times))
            if not taken and not _NOT_NAMES.match(found[group]):
                return sentence.words(start, end)
    return None


def contact(sentence: Sentence, matches: Sequence[NameMatch[object]]) -> Told[PersonMention] | None:
    """Find whom the visit was to."""
    wanted = sentence.of("event", "talk")
    for person in find_people(sentence.text):
        taken = any(m.span[0] < person.span[1] and person.span[0] < m.span[1] for m in matches)
        if not taken and any(clause.holds(person.span) for clause in wanted):
            return sentence.told(person, person.span)
    return None


def first_customers[Id](text: str, names: Lookup[Id] | None) -> tuple[NameMatch[Id], ...]:
    """Find the customer whom a text names first and best."""
    found = names(plain(text)) if names else ()
    return tuple(m for m in found if m.span == found[0].span)
