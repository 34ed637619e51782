"""What tours and banquets share: when they are, who applied, and how it was decided."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dakehu.storage.demo import seasonality
from dakehu.storage.demo.content import content, weighted
from dakehu.storage.demo.world import Company, Person, Row, World

_PAST = weighted({"done": 86, "cancelled": 8, "rejected": 6})
_AHEAD = weighted({"pending": 45, "approved": 45, "rejected": 10})
_CHANGED = 0.08
_DAYS_AHEAD = 30


@dataclass(frozen=True, slots=True)
class Slot:
    """A day, a minute of it, and a row of `data/bookings.yml`: where a booking can be."""

    day: date
    minute: int
    place: Row


@dataclass(frozen=True, slots=True)
class Application:
    """What was applied for, by the owner of the company, and what became of it."""

    number: str
    company: Company
    applied_on: date
    state: str
    reason: str | None


class Bookings:
    """Makes the applications of one kind; their numbers start with its letter."""

    def __init__(self, world: World, letter: str, rng: Random) -> None:
        self._world, self._letter, self._rng = world, letter, rng
        self._numbers: Counter[date] = Counter()

    def days(self) -> list[date]:
        """Return the working days on which something can be booked, a month ahead included."""
        end = self._world.today + timedelta(days=_DAYS_AHEAD)
        return seasonality.workdays(self._world.days[0] + timedelta(days=30), end)

    def pick(self, slots: list[Slot], count: int, ahead: int) -> list[Slot]:
        """Return slots, none of them twice, so many of the past and so many ahead."""
        today = self._world.today
        past = [slot for slot in slots if slot.day < today]
        coming = [slot for slot in slots if slot.day > today]
        chosen = self._rng.sample(past, min(count, len(past)))
        chosen += self._rng.sample(coming, min(ahead, len(coming)))
        return sorted(chosen, key=lambda slot: (slot.day, slot.minute))

    def apply(self, slot: Slot, earliest: int, latest: int) -> Application:
        """Return an application made so many days before, yesterday at the latest."""
        yesterday = self._world.today - timedelta(days=1)
        wanted = slot.day - timedelta(days=self._rng.randint(latest, earliest))
        applied_on = max(min(wanted, yesterday), self._world.days[0])
        self._numbers[applied_on] += 1
        state = (_PAST if slot.day < self._world.today else _AHEAD).draw(self._rng)
        return Application(
            number=f"{self._letter}{applied_on:%Y%m%d}-{self._numbers[applied_on]:03}",
            company=self._company(applied_on),
            applied_on=applied_on,
            state=state,
            reason=self._rng.choice(content("bookings")["reasons"])
            if state == "rejected"
            else None,
        )

    def approval(self, subject: str, number: int, application: Application, decider: Person) -> Row:
        """Return the row of `approval` that goes with the booking of that id."""
        approved = "changed" if self._rng.random() < _CHANGED else "approved"
        known = {"pending": "pending", "rejected": "rejected"}
        state = known.get(application.state, approved)
        created_at = self._world.at(application.applied_on, self._rng.randrange(540, 900))
        decided = state != "pending"
        return {
            "subject": subject,
            "subject_id": number,
            "requested_by": application.company.owner.id,
            "decided_by": decider.id if decided else None,
            "state": state,
            "reason": application.reason,
            "created_at": created_at,
            "decided_at": created_at + timedelta(minutes=self._rng.randrange(20, 180))
            if decided
            else None,
        }

    def _company(self, applied_on: date) -> Company:
        company = self._rng.choice(self._world.companies)
        fits = company.created <= applied_on <= company.last
        return company if fits or company.id == 1 else self._company(applied_on)
