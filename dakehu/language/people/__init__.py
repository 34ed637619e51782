"""People in a sentence, by name or form of address, and which contact of a customer is meant."""

from dakehu.language.people.find import find_people
from dakehu.language.people.match import ContactMatch, Known, match_contact
from dakehu.language.people.mention import PersonMention

__all__ = ["ContactMatch", "Known", "PersonMention", "find_people", "match_contact"]
