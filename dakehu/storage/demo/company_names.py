"""Made-up company names, each once."""

from random import Random

from pypinyin import lazy_pinyin

from dakehu.storage.demo.content import content, weighted
from dakehu.storage.demo.world import Row

_ENGLISH_SHARE = 0.08


class CompanyNames:
    """Puts names together from a place, a brand, a trade's word and a legal form."""

    def __init__(self, rng: Random) -> None:
        words = content("companies")
        self._rng = rng
        self._trades = content("trades")
        self._places: dict[str, list[str]] = words["regions"]
        self._forms = weighted(words["forms"])
        self._reserved = set(words["reserved"])
        self._brands: tuple[str, str] = (words["brand_first"], words["brand_second"])
        self._used: set[str] = set()

    def draw(self, trade: str, region: str) -> Row:
        """Return `name`, `short_name` and `aliases` that no other company of this run has."""
        rng, place = self._rng, self._rng.choice(self._places[region])
        brand, word = self._brand(), rng.choice(self._trades[trade]["words"])
        name = f"{place}{brand}{word}{self._forms.draw(rng)}"
        short = next(
            (form for form in (brand + word, place + brand) if form not in self._used), name
        )
        if name in self._used:
            return self.draw(trade, region)
        self._used |= {name, short}
        aliases = [form for form in (place + brand, brand + word) if form != short][:1]
        if rng.random() < _ENGLISH_SHARE:
            latin = "".join(lazy_pinyin(brand)).capitalize()
            aliases.append(f"{latin} {self._trades[trade]['english']}")
        return {"name": name, "short_name": short, "aliases": aliases}

    def _brand(self) -> str:
        first, second = (self._rng.choice(characters) for characters in self._brands)
        if first == second or first + second in self._reserved:
            return self._brand()
        return first + second
