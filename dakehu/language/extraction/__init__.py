"""Facts of visits, plans, tours, banquets and customers in one sentence; corrections, choices."""

from dakehu.language.extraction.addition import Addition, parse_addition
from dakehu.language.extraction.banquet import extract_banquet
from dakehu.language.extraction.choice import name_choice, parse_choice
from dakehu.language.extraction.customer import extract_customer
from dakehu.language.extraction.edit import Edit, parse_edit
from dakehu.language.extraction.entities import Entity
from dakehu.language.extraction.fields import (
    BanquetFields,
    CustomerFields,
    PlanFields,
    TourFields,
    VisitFields,
)
from dakehu.language.extraction.plan import extract_plan
from dakehu.language.extraction.several import split_reports
from dakehu.language.extraction.told import Lookup, OpenerUsed, Told
from dakehu.language.extraction.tour import extract_tour
from dakehu.language.extraction.visit import extract_visit

__all__ = [
    "Addition",
    "BanquetFields",
    "CustomerFields",
    "Edit",
    "Entity",
    "Lookup",
    "OpenerUsed",
    "PlanFields",
    "Told",
    "TourFields",
    "VisitFields",
    "extract_banquet",
    "extract_customer",
    "extract_plan",
    "extract_tour",
    "extract_visit",
    "name_choice",
    "parse_addition",
    "parse_choice",
    "parse_edit",
    "split_reports",
]
