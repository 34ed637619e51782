"""Names of companies: what is left of one when form and place are taken off, and duplicates."""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz

from dakehu import access
from dakehu.customer.records import Owned
from dakehu.desk import Desk

_FORM = re.compile(
    r"(股份有限公司|有限责任公司|有限公司|控股集团|集团公司|集团|总公司|分公司|公司"
    r"|co|company|corp|corporation|inc|incorporated|ltd|limited|group|plc|llc|gmbh)+$"
)
_PLACE = re.compile(
    r"^(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南"
    r"|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|深圳|广州"
    r"|杭州|南京|苏州|武汉|成都|西安|青岛|大连|宁波|厦门|无锡|中国|[一-鿿]{2,3}[省市])+[省市]?"
)
_BRACKETED = re.compile(r"[(（\[【].*?[)）\]】]")
_SAME = 101
_ALIKE = 85
_TELLING = 3  # characters; a shorter core is part of too many names
_MOST = 5


@dataclass(frozen=True)
class Alike:
    """A customer with the same or nearly the same name.

    Attributes:
        id: The customer; None where it is not within the person's reach.
        exact: Whether the name is the same, so that it cannot be added again.
        yours: Whether it is within reach.
    """

    id: int | None
    name: str
    owner_name: str | None
    exact: bool
    yours: bool


def core(name: str) -> str:
    """Reduce a company's name to what sets it apart, e.g. 上海华东机电有限公司 to 华东机电."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    plain = _BRACKETED.sub("", plain)
    plain = "".join(filter(str.isalnum, plain))
    bare = _FORM.sub("", _PLACE.sub("", plain))
    return bare or plain


def alike(desk: Desk, name: str, short_name: str | None = None) -> list[Alike]:
    """List customers that may be the same company, the surest first, at most five.

    Somebody else's is named with its owner and nothing more.
    """
    within = access.reach(desk)
    wanted = {core(form) for form in (name, short_name) if form}
    scored = ((_likeness(name, wanted, one), one) for one in desk.customers.everyones())
    found = [(score, one) for score, one in scored if score >= _ALIKE]
    found.sort(key=lambda pair: -pair[0])
    return [
        Alike(
            id=one.id if within.covers(one.owner_id) else None,
            name=one.name,
            owner_name=one.owner_name,
            exact=score == _SAME,
            yours=within.covers(one.owner_id),
        )
        for score, one in found[:_MOST]
    ]


def _likeness(name: str, wanted: set[str], one: Owned) -> float:
    """Score two companies' names: the same name above all, the same core 100, else by letters."""
    if one.name.casefold() == name.casefold():
        return _SAME
    theirs = {core(form) for form in (one.name, one.short_name) if form}
    if wanted & theirs:
        return 100
    return max(_core_likeness(a, b) for a in wanted for b in theirs)


def _core_likeness(a: str, b: str) -> float:
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) < _TELLING:
        return 0
    return 90 if shorter in longer else fuzz.ratio(a, b, score_cutoff=_ALIKE)
