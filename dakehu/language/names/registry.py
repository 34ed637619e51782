"""What is registered: every form of every customer, under the keys by which it is looked up."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from dakehu.language.names import keys
from dakehu.language.names.company import Company, take_apart
from dakehu.language.names.match import How
from dakehu.language.names.spelling import compact, folded, is_han, plain


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


class Registry[Id: Hashable]:
    """Forms by their spelling and their stem; stems by brand, by sound and by what slips leave.

    A stem is what most people say of a name: brand and trade, 华东机电 (see `Company.stem`). Many
    customers may share one; all ways of finding a name that is not written as registered lead to
    stems.

    Attributes:
        written: Forms by their plain characters without spaces.
        stems: Forms by their stem.
        lengths: How long forms and brands are that begin with two characters.
        branded: Stems by brand.
        heard: Stems by their folded syllables, joined by spaces.
        heard_lengths: How many syllables stems have that begin with two of them.
        slips: Chinese stems by what is left of them without one character (see `keys.slips`).
        endings: The last two characters of Chinese stems.
        halves: Latin stems and brands by their first and by their second half.
        spelled: Brands by their pinyin, without spaces.
        initials: Stems by the first letters of their pinyin.
    """

    def __init__(self) -> None:
        self.written: dict[str, list[Form[Id]]] = defaultdict(list)
        self.stems: dict[str, list[Form[Id]]] = defaultdict(list)
        self.lengths: dict[str, set[int]] = defaultdict(set)
        self.branded: dict[str, list[str]] = defaultdict(list)
        self.heard: dict[str, list[str]] = defaultdict(list)
        self.heard_lengths: dict[str, set[int]] = defaultdict(set)
        self.slips: dict[str, list[str]] = defaultdict(list)
        self.endings: set[str] = set()
        self.halves: dict[str, list[str]] = defaultdict(list)
        self.spelled: dict[str, list[str]] = defaultdict(list)
        self.initials: dict[str, list[str]] = defaultdict(list)
        self._known: set[Id] = set()

    def add(self, id: Id, forms: Iterable[str]) -> None:
        """Register forms of a customer under all their keys."""
        stems: set[str] = set()
        for text in forms:
            written = plain(text)
            bare = compact(written)
            if len(bare) > 1:
                how: How = "alias" if id in self._known else "exact"
                self._known.add(id)
                company = take_apart(written)
                form = Form(id, text, bare, company, how)
                self._enter(form)
                if (stem := company.stem) not in stems:
                    self._enter_under_stem(form, stem)
                    stems.add(stem)

    def forms(self, stems: Iterable[str]) -> Iterator[Form[Id]]:
        """Yield the forms that have one of these stems."""
        for stem in stems:
            yield from self.stems[stem]

    def _enter(self, form: Form[Id]) -> None:
        self.written[form.plain].append(form)
        self.lengths[form.plain[:2]].add(len(form.plain))

    def _enter_under_stem(self, form: Form[Id], stem: str) -> None:
        if stem not in self.stems:
            self._enter_stem(stem, form.company)
        self.stems[stem].append(form)

    def _enter_stem(self, stem: str, company: Company) -> None:
        brand = company.brand
        if brand not in self.branded:
            self._enter_brand(brand)
        self.branded[brand].append(stem)
        if is_han(stem):
            self._enter_chinese_stem(stem)
            if letters := keys.initials(company):
                self.initials[letters].append(stem)
        elif stem.isascii() and stem != brand:
            self._enter_latin(stem)
            self.lengths[stem[:2]].add(len(stem))

    def _enter_chinese_stem(self, stem: str) -> None:
        syllables = folded(stem)
        self.heard[" ".join(syllables)].append(stem)
        self.heard_lengths[" ".join(syllables[:2])].add(len(stem))
        self.endings.add(stem[-2:])
        for rest in keys.slips(stem):
            self.slips[rest].append(stem)

    def _enter_brand(self, brand: str) -> None:
        self.lengths[brand[:2]].add(len(brand))
        if brand.isascii():
            self._enter_latin(brand)
        for letters in keys.readings(brand):
            self.spelled[letters].append(brand)

    def _enter_latin(self, name: str) -> None:
        for half in keys.halves(name):
            self.halves[half].append(name)
