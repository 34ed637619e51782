"""The coach's memory: facts about customers, words for planned visits, rounds of practice."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random

import yaml

from dakehu.storage.demo import seasonality
from dakehu.storage.demo.content import content
from dakehu.storage.demo.people import named
from dakehu.storage.demo.world import Batch, Company, Person, Row, World, batches
from dakehu.storage.tables import CustomerFact, PracticeRound, VisitPlanOpener, VisitPlanQuestion

_KNOWN = 0.6
_PREPARED = 0.4
_ROUNDS_A_MONTH = (0, 3)
# The share of the points that a beginner gets, and what each round more adds to it.
_BEGINNER, _LEARNT, _LUCK, _BEST = 0.5, 0.015, 0.12, 0.98


def build(world: World) -> Iterator[Batch]:
    """Make facts of a part of the customers, and what the named specialists prepared and played."""
    rng = world.rng("coaching")
    facts = [fact for company in world.companies for fact in _facts(company, world, rng)]
    yield from batches(CustomerFact, facts)
    questions: list[Row] = []
    openers: list[Row] = []
    for plan_id, company in world.ahead:
        if company.owner.login in named() and rng.random() < _PREPARED:
            questions.append(_question(plan_id, company, rng))
            known = {row["kind"]: row["text"] for row in facts if row["customer_id"] == company.id}
            openers += _opener(plan_id, company, known)
    yield VisitPlanQuestion, questions
    yield VisitPlanOpener, openers
    players = [person for person in world.specialists if person.login in named()]
    yield from batches(PracticeRound, (row for one in players for row in _rounds(one, world, rng)))


def _facts(company: Company, world: World, rng: Random) -> Iterator[Row]:
    """Give up to one fact of each kind, noted by the owner."""
    if rng.random() > _KNOWN:
        return
    kinds: Mapping[str, list[str]] = content("coaching")["facts"][company.trade]
    for kind in rng.sample(list(kinds), rng.randint(1, len(kinds))):
        day = company.first + timedelta(rng.randint(0, company.days))
        yield {
            "customer_id": company.id,
            "kind": kind,
            "text": rng.choice(kinds[kind]),
            "staff_id": company.owner.id,
            "noted_at": world.at(day, rng.randrange(540, 1080)),
        }


def _question(plan_id: int, company: Company, rng: Random) -> Row:
    questions: Mapping[str, str] = content("coaching")["questions"]
    question = rng.choice(list(questions))
    example = questions[question].format(who=company.speakers[0].called)
    return {"plan_id": plan_id, "question": question, "stage": None, "example": example}


def _opener(plan_id: int, company: Company, known: Mapping[str, str]) -> Iterator[Row]:
    """Give the first opener for which there is a fact."""
    for opener, entry in content("coaching")["openers"].items():
        if fact := known.get(entry["fact"]):
            words = entry["words"].format(who=company.speakers[0].called, fact=fact)
            yield {"plan_id": plan_id, "opener": opener, "words": words}
            return


def _rounds(person: Person, world: World, rng: Random) -> Iterator[Row]:
    """Give a few rounds a month; they get better with practice."""
    for played, day in enumerate(sorted(_days(world, rng))):
        scenario = rng.choice(list(_scoring()))
        level = _BEGINNER * person.diligence + _LEARNT * played
        parts = {
            part: round(weight * min(max(rng.gauss(level, _LUCK), 0), _BEST))
            for part, weight in _scoring()[scenario].items()
        }
        started_at = world.at(day, rng.randrange(480, 1200))
        yield {
            "staff_id": person.id,
            "scenario": scenario,
            "language": "zh",
            "state": "done",
            "started_at": started_at,
            "finished_at": started_at + timedelta(minutes=rng.randint(5, 15)),
            "score": sum(parts.values()),
            "parts": parts,
        }


def _days(world: World, rng: Random) -> Iterator[date]:
    yesterday = world.today - timedelta(days=1)
    for back in range(world.size.months):
        first = seasonality.month_start(world.today, -back)
        last = min(first + timedelta(days=27), yesterday)
        for _ in range(rng.randint(*_ROUNDS_A_MONTH) if first <= last else 0):
            yield first + timedelta(days=rng.randint(0, (last - first).days))


@cache
def _scoring() -> Mapping[str, Mapping[str, int]]:
    """Return the weights of the parts of the score, by scenario."""
    folder = files("dakehu.handbook") / "scenarios"
    scenarios = sorted(
        (f for f in folder.iterdir() if f.name.endswith(".yml")), key=lambda f: f.name
    )
    return {
        file.name.removesuffix(".yml"): yaml.safe_load(file.read_text(encoding="utf-8"))["scoring"]
        for file in scenarios
    }
