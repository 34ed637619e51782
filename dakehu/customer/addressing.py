"""How one speaks of a person at a customer: 王建国, 总经理, is also 王总 and Mr Wang."""

import re

from pypinyin import lazy_pinyin

from dakehu.codes import Language

_COMPOUND = frozenset(
    ("欧阳", "上官", "司马", "诸葛", "皇甫", "东方", "夏侯", "尉迟", "公孙", "慕容", "令狐", "司徒")
)
_SHORT = {
    "董事长": "董",
    "总经理": "总",
    "总监": "总",
    "总裁": "总",
    "总工程师": "总",
    "工程师": "工",
}
_TITLES = re.compile(
    r"(副?(董事长|总经理|总裁|总监|总工程师|工程师|总|经理|主任|部长|科长|处长|局长|所长|厂长|院长"
    r"|书记|主管|校长|行长|会计|老师))$"
)
_COURTEOUS = ("先生", "女士", "小姐")
_ENGLISH = ("Mr", "Ms", "Mrs")
_HAN_NAME = re.compile(r"[一-鿿]{2,4}")


def forms(name: str, title: str | None) -> tuple[str, ...]:
    """Return what a person may be called, the full name first."""
    if not _HAN_NAME.fullmatch(name):
        return (name,)
    surname = name[:2] if name[:2] in _COMPOUND else name[0]
    spoken = [surname + short for short in _titles(title or "")]
    courteous = [surname + word for word in _COURTEOUS]
    latin = "".join(lazy_pinyin(surname)).capitalize()
    return tuple(dict.fromkeys([name, *spoken, *courteous, *(f"{e} {latin}" for e in _ENGLISH)]))


def address(name: str, title: str | None, language: str) -> str:
    """Return how one speaks to a person: 王总; in English the full name, for want of Mr or Ms."""
    if not _HAN_NAME.fullmatch(name):
        return name
    surname = name[:2] if name[:2] in _COMPOUND else name[0]
    if language == Language.EN:
        parts = (surname, name.removeprefix(surname))
        return " ".join("".join(lazy_pinyin(part)).capitalize() for part in parts)
    spoken = _titles(title or "")
    return surname + spoken[-1] if spoken else name


def _titles(title: str) -> list[str]:
    """Return a title's spoken forms: 副总经理 gives 副总经理, 总经理, 副总 and 总."""
    found = _TITLES.search(title)
    if found is None:
        return []
    full, bare = found.groups()
    prefix = "副" if full != bare else ""
    short = _SHORT.get(bare)
    return [full, bare, *((prefix + short, short) if short else ())]
