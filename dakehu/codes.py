"""Every code the department stores: one word each, the same in data, rules and conversation.

Names are those of the data model and of handbook sections 4 to 6.
"""

from enum import StrEnum


class Role(StrEnum):
    """What a person may do (handbook §1)."""

    SPECIALIST = "specialist"
    MANAGER = "manager"
    OFFICE = "office"
    ADMIN = "admin"


class Language(StrEnum):
    """A language the assistant speaks."""

    ZH = "zh"
    EN = "en"


class Channel(StrEnum):
    """Where a person talks to the assistant."""

    WEB = "web"
    TERMINAL = "terminal"
    TELEGRAM = "telegram"
    WECOM = "wecom"
    WECHAT = "wechat"


CHATS = frozenset({Channel.TELEGRAM, Channel.WECOM, Channel.WECHAT})
"""Channels of others: what is said there has to be sent to them."""


class CustomerLevel(StrEnum):
    """How important a customer is; A is the highest."""

    A = "A"
    B = "B"
    C = "C"


class CustomerStatus(StrEnum):
    """Where a customer stands."""

    PROSPECT = "prospect"
    ACTIVE = "active"
    DORMANT = "dormant"
    LOST = "lost"


class PlanState(StrEnum):
    """What became of a planned visit."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    MISSED = "missed"


class VisitMethod(StrEnum):
    """How a visit took place."""

    ON_SITE = "on_site"
    PHONE = "phone"
    VIDEO = "video"
    WECHAT = "wechat"
    INCOMING = "incoming"
    MEAL = "meal"


class Outcome(StrEnum):
    """What a visit achieved."""

    DEAL = "deal"
    PROGRESS = "progress"
    UNCHANGED = "unchanged"
    SETBACK = "setback"
    LOST = "lost"


class Opener(StrEnum):
    """A way to win a customer's attention (handbook §5)."""

    DISTINCTION = "distinction"
    FAMILIAR_TOPIC = "familiar_topic"
    RESONANCE = "resonance"
    SINCERE_PRAISE = "sincere_praise"
    PEER_REFERENCE = "peer_reference"
    PLEASANT_VOICE = "pleasant_voice"


class Question(StrEnum):
    """A type of question to a customer (handbook §6)."""

    INFORMATIVE = "informative"
    CLARIFYING = "clarifying"
    OPEN = "open"
    CLOSED = "closed"
    TARGETED = "targeted"
    SELECTIVE = "selective"
    CONSULTATIVE = "consultative"
    SERVICE = "service"


class Stage(StrEnum):
    """The stage of a contact with a customer, for the choice of a question (handbook §6)."""

    OPENING = "opening"
    FINDING_OUT = "finding_out"
    COMPLAINT = "complaint"
    PROPOSAL = "proposal"
    CLOSING = "closing"


class FactKind(StrEnum):
    """What a noted fact about a customer is good for in an opener (handbook §5)."""

    NEWS = "news"
    PRAISE = "praise"
    OPINION = "opinion"


class PracticeState(StrEnum):
    """How far a practice round has come; `left` is one that another round took the place of."""

    OPEN = "open"
    DONE = "done"
    LEFT = "left"


class PlanIndicator(StrEnum):
    """What a monthly plan sets a target for (handbook §2)."""

    VISIT = "visit"
    EXPANSION = "expansion"
    DEAL = "deal"


class BookingState(StrEnum):
    """The state of a tour or a banquet."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    DONE = "done"


class BanquetPurpose(StrEnum):
    """What a banquet is for (handbook §4)."""

    WELCOME = "welcome"
    THANKS = "thanks"
    CELEBRATION = "celebration"
    FAREWELL = "farewell"
    HOSPITALITY = "hospitality"


class Formality(StrEnum):
    """How formal a banquet or its venue is (handbook §4)."""

    STATE = "state"
    FORMAL = "formal"
    INFORMAL = "informal"
    FAMILY = "family"


class BanquetForm(StrEnum):
    """The cuisine or the shape of a banquet (handbook §4)."""

    CHINESE = "chinese"
    WESTERN = "western"
    MIXED = "mixed"
    COCKTAIL = "cocktail"
    BUFFET = "buffet"
    TEA = "tea"


class Meal(StrEnum):
    """A banquet's time of day (handbook §4)."""

    BREAKFAST = "breakfast"
    LUNCH = "lunch"
    DINNER = "dinner"


class GuestSide(StrEnum):
    """Whose side a person at a banquet is on."""

    HOST = "host"
    GUEST = "guest"


class InvitationReply(StrEnum):
    """What an invited guest answered."""

    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class ApprovalState(StrEnum):
    """What became of a request for approval; `changed` is approved with changes."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    CHANGED = "changed"


class NeedState(StrEnum):
    """What became of a customer's need."""

    OPEN = "open"
    MET = "met"
    DROPPED = "dropped"


class Direction(StrEnum):
    """Where a customer is heading (handbook §2)."""

    CLOSER = "closer"
    STABLE = "stable"
    DRIFTING = "drifting"
    LEAVING = "leaving"


class CountermeasureState(StrEnum):
    """What became of a counter-measure."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class ServiceState(StrEnum):
    """Whether a service request is solved."""

    OPEN = "open"
    SOLVED = "solved"


class Sheet(StrEnum):
    """Which monthly scorecard (handbook §2)."""

    A = "A"
    B = "B"


class InboxState(StrEnum):
    """How far an incoming message has come."""

    RECEIVED = "received"
    ANSWERED = "answered"
    FAILED = "failed"
