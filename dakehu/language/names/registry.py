"""What is registered: every form of every customer, under the keys by which it is looked up."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from dakehu.language.names.company import Company, take_apart
from dakehu.language.names.match import How
from dakehu.language.names.spelling import is_han, plain, sounds


@dataclass(frozen=True, slots=True)
class Form[Id]:
    """One thing that one customer is called."""

    id: Id
    text: str
    plain: str
    company: Company
    how: How


class Registry[Id: Hashable]:
    """Forms by their spelling, by the sound of it and by their brand."""

    def __init__(self) -> None:
        self.spelt: dict[str, list[Form[Id]]] = defaultdict(list)
        self.sounding: dict[str, list[Form[Id]]] = defaultdict(list)
        self.branded: dict[str, list[Form[Id]]] = defaultdict(list)
        self._known: set[Id] = set()

    def add(self, id: Id, forms: Iterable[str]) -> None:
        """Register forms of a customer under all their keys."""
        for text in forms:
            written = plain(text.strip())
            if len(written) > 1:
                how: How = "alias" if id in self._known else "exact"
                self._enter(Form(id, text, written, take_apart(written), how))
                self._known.add(id)

    def _enter(self, form: Form[Id]) -> None:
        self.spelt["".join(form.plain.split())].append(form)
        if is_han(form.plain):
            self.sounding[" ".join(sounds(form.plain))].append(form)
        if is_han(form.company.brand) and form.company.brand != form.plain:
            self.branded[form.company.brand].append(form)
