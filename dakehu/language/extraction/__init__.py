"""Facts of visits, plans and customers in one sentence; corrections and choices."""

from dakehu.language.extraction.addition import Addition, parse_addition
from dakehu.language.extraction.choice import parse_choice
from dakehu.language.extraction.customer import extract_customer
from dakehu.language.extraction.edit import Edit, parse_edit
from dakehu.language.extraction.fields import CustomerFields, PlanFields, VisitFields
from dakehu.language.extraction.plan import extract_plan
from dakehu.language.extraction.told import Lookup, OpenerUsed, Told
from dakehu.language.extraction.visit import extract_visit

__all__ = [
    "Addition",
    "CustomerFields",
    "Edit",
    "Lookup",
    "OpenerUsed",
    "PlanFields",
    "Told",
    "VisitFields",
    "extract_customer",
    "extract_plan",
    "extract_visit",
    "parse_addition",
    "parse_choice",
    "parse_edit",
]
