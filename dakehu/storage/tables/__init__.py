"""All tables, as SQLAlchemy models: one file an area, SQL names in `__tablename__`."""

from dakehu.storage.tables.approvals import Approval
from dakehu.storage.tables.audit import Audit
from dakehu.storage.tables.banquets import Banquet, BanquetGuest, Dish, Venue
from dakehu.storage.tables.base import Base, UtcDateTime
from dakehu.storage.tables.coaching import (
    CustomerFact,
    PracticeRound,
    PracticeTurn,
    VisitPlanOpener,
    VisitPlanQuestion,
)
from dakehu.storage.tables.customers import Contact, Customer, CustomerAlias
from dakehu.storage.tables.files import File
from dakehu.storage.tables.matters import CompetitorNote, Countermeasure, Need, ServiceRequest
from dakehu.storage.tables.messages import (
    ButtonPress,
    ConversationTracker,
    History,
    Inbox,
    Outbox,
)
from dakehu.storage.tables.numbers import NumberSeries
from dakehu.storage.tables.people import ChannelAccount, Staff, Team
from dakehu.storage.tables.results import Deal, MonthlyPlan, Payment, Score, ScoreWeight
from dakehu.storage.tables.sign_in import ChannelToken, SignInCode, WebSession
from dakehu.storage.tables.tours import Tour, TourRoute, TourVisitor
from dakehu.storage.tables.visits import Visit, VisitOpener, VisitPlan, VisitQuestion

__all__ = [
    "Approval",
    "Audit",
    "Banquet",
    "BanquetGuest",
    "Base",
    "ButtonPress",
    "ChannelAccount",
    "ChannelToken",
    "CompetitorNote",
    "Contact",
    "ConversationTracker",
    "Countermeasure",
    "Customer",
    "CustomerAlias",
    "CustomerFact",
    "Deal",
    "Dish",
    "File",
    "History",
    "Inbox",
    "MonthlyPlan",
    "Need",
    "NumberSeries",
    "Outbox",
    "Payment",
    "PracticeRound",
    "PracticeTurn",
    "Score",
    "ScoreWeight",
    "ServiceRequest",
    "SignInCode",
    "Staff",
    "Team",
    "Tour",
    "TourRoute",
    "TourVisitor",
    "UtcDateTime",
    "Venue",
    "Visit",
    "VisitOpener",
    "VisitPlan",
    "VisitPlanOpener",
    "VisitPlanQuestion",
    "VisitQuestion",
    "WebSession",
]
