"""Whether a form of address is one for somebody of a given position."""

from collections.abc import Mapping

from dakehu.handbook.codes import find
from dakehu.language.people.positions import department

ANYONE = frozenset({"先生", "女士", "familiar", "师傅", "老师"})
"""Codes of forms of address that say nothing of a position."""

ALSO: Mapping[str, frozenset[str]] = {
    "总经理": frozenset({"副总经理", "董事长", "总裁", "总监", "总工程师"}),
    "总裁": frozenset({"总经理"}),
    "董事长": frozenset({"总经理"}),
    "总工程师": frozenset({"工程师"}),
    "工程师": frozenset({"总工程师"}),
    "经理": frozenset({"总经理", "副总经理", "主管"}),
    "总监": frozenset({"主任", "部长", "总经理"}),
    "专员": frozenset({"经理", "总监", "主管"}),
}
"""What else somebody may be who is addressed by a position's word."""

_SPOKEN = {"老", "小", "xiao", "lao", "old"}


def fits(address: str | None, position: str | None, within: str | None = None) -> float:
    """Score how well a form of address suits a position.

    Args:
        address: As said, e.g. 总, 经理, mr; None where only a name was said.
        position: The contact's title on file.
        within: The department that was said with it.

    Returns:
        0.95 where it is the very position or department, 0.9 where it is the word for the
        position, 0.8 where it suits everyone, 0.75 where the position is not known, 0 where it is
        another's.
    """
    if address and address == position:
        return 0.95
    theirs = department(position) if position else None
    said = within or (department(address) if address else None)
    if said and theirs:
        return 0.95 * (said == theirs)
    return _fits_rank(address, position)


def _fits_rank(address: str | None, position: str | None) -> float:
    codes = set(find("person_title", address)) if address else set()
    if not address or address in _SPOKEN or codes & ANYONE:
        return 0.8
    if position is None:
        return 0.75
    theirs = set(find("person_title", position))
    suited = codes | {other for code in codes for other in ALSO.get(code, ())}
    if theirs & suited or address in position:
        return 0.9
    return 0.0
