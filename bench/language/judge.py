"""Whether an answer is the one that a case expects."""

from math import isclose

from bench.language.cases import Answer, Case


def right(case: Case, answers: list[Answer]) -> bool:
    """Tell whether all that is to be found was found, in order, and nothing else."""
    if len(answers) != len(case.expected):
        return False
    pairs = zip(case.expected, sorted(answers, key=lambda a: a["start"]), strict=True)
    return all(_same(expected, answer) for expected, answer in pairs)


def _same(expected: Answer, answer: Answer) -> bool:
    overlap = answer["start"] < expected["end"] and expected["start"] < answer["end"]
    return overlap and any(_means(e, a) for e in expected["values"] for a in answer["values"])


def _means(expected: Answer, answer: Answer) -> bool:
    """Compare what both say: an open side of an expected stretch is not asked for."""
    if "clock" in expected and "at" in answer:
        return expected["clock"] == answer["at"][11:19]
    if "clock" in expected and "from" in answer:
        clocks = {"clock": answer["from"][11:19], "until": answer["to"][11:19]}
        return "until" in expected and _means(expected, clocks)
    if "from" in expected and "at" in answer and answer.get("loose"):
        return expected["from"] == answer["at"]
    return all(name in answer and _equal(value, answer[name]) for name, value in expected.items())


def _equal(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, int | float):
        return isclose(one, other, rel_tol=1e-9)
    return one == other
