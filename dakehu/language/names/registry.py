"""What is registered: every form of every customer, under the keys by which it is looked up."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import NamedTuple

from dakehu.language.names.company import Company, take_apart
from dakehu.language.names.keys import halves
from dakehu.language.names.match import How
from dakehu.language.names.spelling import compact, folded, is_han, letters, plain


class Form[Id](NamedTuple):
    """One thing that one customer is called.

    Attributes:
        id: The customer.
        text: As registered.
        plain: In plain characters without spaces.
        company: Its parts.
        how: `exact` for the customer's first form, `alias` for the others.
    """

    id: Id
    text: str
    plain: str
    company: Company
    how: How


type Forms[Id] = dict[str, list[Form[Id]]]


class Registry[Id: Hashable]:
    """Forms by their spelling, their sound and their brand.

    Attributes:
        written: By plain characters without spaces.
        heard: By the folded syllables of brand and trade, joined by spaces.
        branded: By brand.
        brands: Brands by their pinyin, without spaces.
        partners: Brands by each of their characters.
        tails: The last two characters of brand and trade.
        halves: Latin forms by their first and by their second half.
        reach: How long what begins so can be: first two characters, or syllables, to lengths.
    """

    def __init__(self) -> None:
        self.written: Forms[Id] = defaultdict(list)
        self.heard: Forms[Id] = defaultdict(list)
        self.branded: Forms[Id] = defaultdict(list)
        self.brands: dict[str, set[str]] = defaultdict(set)
        self.partners: dict[str, set[str]] = defaultdict(set)
        self.tails: set[str] = set()
        self.halves: Forms[Id] = defaultdict(list)
        self.reach: dict[str, set[int]] = defaultdict(set)
        self._known: set[Id] = set()

    def add(self, id: Id, forms: Iterable[str]) -> None:
        """Register forms of a customer under all their keys."""
        cores: set[str] = set()
        for text in forms:
            written = compact(plain(text))
            if len(written) > 1:
                how: How = "alias" if id in self._known else "exact"
                self._known.add(id)
                form = Form(id, text, written, take_apart(written), how)
                self._enter(form, form.company.core not in cores)
                cores.add(form.company.core)

    def _enter(self, form: Form[Id], is_new: bool) -> None:
        self.written[form.plain].append(form)
        self.reach[form.plain[:2]].add(len(form.plain))
        if form.plain.isascii():
            for half in halves(form.plain):
                self.halves[half].append(form)
        elif is_new and is_han(form.plain):
            self._enter_chinese(form)

    def _enter_chinese(self, form: Form[Id]) -> None:
        brand, core = form.company.brand, form.company.core
        syllables = folded(core)
        self.heard[" ".join(syllables)].append(form)
        self.reach[" ".join(syllables[:2])].add(len(core))
        self.tails.add(core[-2:])
        if brand not in self.branded:
            self._enter_brand(brand)
        self.branded[brand].append(form)

    def _enter_brand(self, brand: str) -> None:
        self.brands[letters(brand)].add(brand)
        for char in brand:
            self.partners[char].add(brand)
