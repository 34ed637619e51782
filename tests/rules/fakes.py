"""Repositories in plain lists, so that rules are tested without a database."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any

from dakehu.account import Bound
from dakehu.coaching.effect.records import Cases, Dimension, Metric, Tally
from dakehu.coaching.opener.records import Fact, NewFact, Record, Reference
from dakehu.codes import Channel, CustomerLevel, Language, Opener, PlanState, Role
from dakehu.customer.records import Contact, Customer, Named, NewCustomer, OpenMatters, Owned
from dakehu.notify import Row
from dakehu.people import Person, Reach
from dakehu.plan.records import Plan, PlanDraft
from dakehu.undo.records import Undone, Write
from dakehu.visit.records import UsedOpener, Visit, VisitDraft

_ids = count(1000)


@dataclass
class FakeStaff:
    people: dict[int, Person]
    led: dict[int, list[int]]

    def get(self, staff_id: int) -> Person | None:
        return self.people.get(staff_id)

    def by_login(self, login: str) -> Person | None:
        return next((p for p in self.people.values() if p.login == login), None)

    def specialists(self, manager_id: int) -> list[Person]:
        return [p for p in self.all_specialists() if p.id in self.led.get(manager_id, ())]

    def all_specialists(self) -> list[Person]:
        return [p for p in self.people.values() if p.role is Role.SPECIALIST]

    def set_language(self, staff_id: int, language: Language) -> None:
        self.people[staff_id] = replace(self.people[staff_id], language=language)


@dataclass
class FakeCustomers:
    rows: dict[int, Customer]
    people: dict[int, Contact] = field(default_factory=dict)
    made_by: dict[str, int] = field(default_factory=dict)

    def get(self, customer_id: int) -> Customer | None:
        return self.rows.get(customer_id)

    def by_message(self, message_id: str) -> Customer | None:
        return self.rows.get(self.made_by.get(message_id, 0))

    def names(self, reach: Reach) -> list[Named]:
        return [Named(c.id, (c.name,)) for c in self.rows.values() if reach.covers(c.owner_id)]

    def stamp(self, reach: Reach) -> tuple[object, ...]:
        return tuple(self.names(reach))

    def everyones(self) -> list[Owned]:
        return [
            Owned(c.id, c.name, c.short_name, c.owner_id, c.owner_name) for c in self.rows.values()
        ]

    def add(
        self, new: NewCustomer, owner_id: int, message_id: str | None, now: datetime
    ) -> Customer | None:
        facts = vars(new) | {"aliases": tuple(new.aliases)}
        added = Customer(**facts, id=next(_ids), owner_id=owner_id, owner_name="", created_at=now)
        self.rows[added.id] = added
        self.made_by[message_id or ""] = added.id
        return added

    def update(self, customer_id: int, changes: Mapping[str, object]) -> bool:
        self.rows[customer_id] = replace(self.rows[customer_id], **changes)  # type: ignore[arg-type]
        return True

    def add_alias(self, customer_id: int, alias: str) -> None:
        known = self.rows[customer_id].aliases
        self.rows[customer_id] = replace(self.rows[customer_id], aliases=(*known, alias))

    def contacts(self, customer_id: int) -> list[Contact]:
        return [c for c in self.people.values() if c.customer_id == customer_id]

    def contact(self, contact_id: int) -> Contact | None:
        return self.people.get(contact_id)

    def add_contact(
        self, customer_id: int, name: str, title: str | None, phone: str | None
    ) -> Contact:
        added = Contact(next(_ids), customer_id, name, title, phone)
        self.people[added.id] = added
        return added

    def update_contact(self, contact_id: int, changes: Mapping[str, object]) -> None:
        self.people[contact_id] = replace(self.people[contact_id], **changes)  # type: ignore[arg-type]

    def open_matters(self, customer_id: int) -> OpenMatters:
        return OpenMatters(0, 0, 0, 0)


@dataclass
class FakeVisits:
    rows: list[Visit] = field(default_factory=list)
    made_by: dict[str, int] = field(default_factory=dict)
    due: list[Visit] = field(default_factory=list)

    def get(self, visit_id: int) -> Visit | None:
        return next((v for v in self.rows if v.id == visit_id), None)

    def by_message(self, message_id: str) -> Visit | None:
        return self.get(self.made_by.get(message_id, 0))

    def add(
        self, draft: VisitDraft, staff_id: int, message_id: str | None, now: datetime
    ) -> Visit | None:
        told = {k: v for k, v in vars(draft).items() if k in Visit.__annotations__}
        told |= {"id": next(_ids), "number": f"V{now:%Y%m%d}-{len(self.rows) + 1:03}"}
        names = {"staff_name": "", "customer_name": "", "contact_name": draft.contact_name}
        self.rows.append(Visit(**told | names, staff_id=staff_id, plan_id=None))
        self.made_by[message_id or ""] = self.rows[-1].id
        return self.rows[-1]

    def update(self, visit_id: int, changes: Mapping[str, object]) -> None:
        self.rows = [replace(v, **changes) if v.id == visit_id else v for v in self.rows]  # type: ignore[arg-type]

    def of_day(
        self, staff_id: int, customer_id: int, start: datetime, end: datetime
    ) -> list[Visit]:
        mine = self.between(Reach(frozenset({staff_id})), start, end)
        return [v for v in mine if v.customer_id == customer_id]

    def last(self, customer_id: int, count: int) -> list[Visit]:
        found = [v for v in self.rows if v.customer_id == customer_id]
        return sorted(found, key=lambda v: v.started_at, reverse=True)[:count]

    def recent(self, staff_id: int, count: int) -> list[Visit]:
        found = [v for v in self.rows if v.staff_id == staff_id]
        return sorted(found, key=lambda v: v.started_at, reverse=True)[:count]

    def between(self, reach: Reach, start: datetime, end: datetime) -> list[Visit]:
        return [v for v in self.rows if reach.covers(v.staff_id) and start <= v.started_at < end]

    def unfollowed(self, reach: Reach, start: datetime, end: datetime) -> list[Visit]:
        return self.due


@dataclass
class FakePlans:
    rows: list[Plan] = field(default_factory=list)
    made_by: dict[str, int] = field(default_factory=dict)

    def get(self, plan_id: int) -> Plan | None:
        return next((p for p in self.rows if p.id == plan_id), None)

    def by_message(self, message_id: str) -> Plan | None:
        return self.get(self.made_by.get(message_id, 0))

    def add(self, draft: PlanDraft, staff_id: int, message_id: str | None) -> Plan | None:
        told = {"staff_id": staff_id, "staff_name": "", "customer_name": "", "visit_id": None}
        self.rows.append(Plan(**vars(draft) | told, id=next(_ids), state=PlanState.PLANNED))
        self.made_by[message_id or ""] = self.rows[-1].id
        return self.rows[-1]

    def update(self, plan_id: int, changes: Mapping[str, object]) -> None:
        self.rows = [replace(p, **changes) if p.id == plan_id else p for p in self.rows]  # type: ignore[arg-type]

    def open(
        self,
        staff_id: int,
        start: datetime | None = None,
        end: datetime | None = None,
        customer_id: int | None = None,
    ) -> list[Plan]:
        return [
            p
            for p in sorted(self.rows, key=lambda p: p.planned_at)
            if p.staff_id == staff_id
            and p.state is PlanState.PLANNED
            and (start is None or start <= p.planned_at)
            and (end is None or p.planned_at < end)
            and customer_id in (None, p.customer_id)
        ]

    def of_day(self, staff_id: int, customer_id: int, start: datetime, end: datetime) -> list[Plan]:
        mine = self.between(Reach(frozenset({staff_id})), start, end)
        waiting = (PlanState.PLANNED, PlanState.MISSED)
        return [p for p in mine if p.customer_id == customer_id and p.state in waiting]

    def between(self, reach: Reach, start: datetime, end: datetime) -> list[Plan]:
        return [
            p
            for p in self.rows
            if reach.covers(p.staff_id)
            and start <= p.planned_at < end
            and p.state is not PlanState.CANCELLED
        ]

    def next_of(self, customer_id: int, start: datetime) -> Plan | None:
        return next((p for p in self.rows if p.customer_id == customer_id), None)

    def mark_missed(self, before: datetime) -> int:
        over = [p for p in self.rows if p.state is PlanState.PLANNED and p.planned_at < before]
        for plan in over:
            self.update(plan.id, {"state": PlanState.MISSED})
        return len(over)


@dataclass
class FakeTrail:
    written: dict[str, list[Write]] = field(default_factory=dict)
    notes: dict[str, Undone] = field(default_factory=dict)
    taken_back: list[Write] = field(default_factory=list)
    changed: set[int] = field(default_factory=set)
    hanging: set[int] = field(default_factory=set)
    message_id: str = "undo-1"

    def undone(self, staff_id: int, since: datetime) -> dict[str, Undone]:
        return dict(reversed(self.notes.items()))

    def messages(self, staff_id: int, since: datetime) -> list[str]:
        return list(reversed(self.written))

    def writes(self, staff_id: int, message_id: str) -> list[Write]:
        return self.written[message_id]

    def stands(self, write: Write) -> bool:
        return write.subject_id not in self.changed

    def has_dependants(self, customer_id: int, besides: frozenset[int]) -> bool:
        return customer_id in self.hanging

    def label(self, subject: str, subject_id: int) -> str:
        return f"{subject} {subject_id}"

    def take_back(self, write: Write, now: datetime) -> None:
        self.taken_back.append(write)

    def note(self, undone: Undone) -> None:
        self.notes[self.message_id] = undone


@dataclass
class FakeCodes:
    kept: dict[str, int] = field(default_factory=dict)

    def keep(self, code_hash: str, staff_id: int, expires_at: datetime) -> None:
        self.kept[code_hash] = staff_id

    def use_up(self, code_hash: str, now: datetime) -> int | None:
        return self.kept.pop(code_hash, None)


@dataclass
class FakeAccounts:
    rows: dict[int, Bound] = field(default_factory=dict)
    open_sessions: dict[int, int] = field(default_factory=dict)
    preferred: dict[int, Channel] = field(default_factory=dict)
    codes: FakeCodes = field(default_factory=FakeCodes)
    ended: list[int] = field(default_factory=list)

    def get(self, account_id: int) -> Bound | None:
        return self.rows.get(account_id)

    def bound(self, staff_id: int) -> list[Bound]:
        return [b for b in self.rows.values() if b.staff_id == staff_id and b.open]

    def end(self, account_id: int) -> None:
        self.ended.append(account_id)
        self.rows[account_id] = replace(self.rows[account_id], open=False)

    def sessions(self, staff_id: int) -> int:
        return self.open_sessions.get(staff_id, 0)

    def end_sessions(self, staff_id: int) -> int:
        return self.open_sessions.pop(staff_id, 0)

    def teams(self, staff_id: int) -> list[str]:
        return ["一组"]

    def reached_on(self, staff_id: int) -> Channel:
        return self.preferred.get(staff_id, Channel.WEB)

    def prefer(self, staff_id: int, channel: Channel) -> None:
        self.preferred[staff_id] = channel


@dataclass
class FakeOutbox:
    put_in: dict[str, tuple[datetime, Row | None]] = field(default_factory=dict)

    def put(
        self,
        staff_id: int,
        payload: dict[str, Any],
        due_at: datetime,
        dedupe_key: str,
        *,
        only_while: Row | None = None,
    ) -> bool:
        new = dedupe_key not in self.put_in
        self.put_in.setdefault(dedupe_key, (due_at, only_while))
        return new


@dataclass
class FakeEffects:
    counted: list[Tally] = field(default_factory=list)
    asked: list[Cases] = field(default_factory=list)

    def tallies(
        self, metric: Metric, cases: Cases, by: Dimension | None, *, each: bool
    ) -> list[Tally]:
        self.asked.append(cases)
        return self.counted


@dataclass
class FakeOpeners:
    noted: list[Fact] = field(default_factory=list)
    made_by: dict[str, Fact] = field(default_factory=dict)
    satisfied: list[Reference] = field(default_factory=list)
    counted: dict[Opener, Record] = field(default_factory=dict)
    kept: dict[int, dict[Opener, str]] = field(default_factory=dict)
    said: dict[int, dict[Opener, bool | None]] = field(default_factory=dict)

    def facts(self, customer_id: int) -> list[Fact]:
        return [f for f in reversed(self.noted) if f.customer_id == customer_id]

    def fact_by_message(self, message_id: str) -> Fact | None:
        return self.made_by.get(message_id)

    def add_fact(
        self, new: NewFact, staff_id: int, message_id: str | None, now: datetime
    ) -> Fact | None:
        fact = Fact(next(_ids), new.customer_id, new.kind, new.text, now)
        self.noted.append(fact)
        self.made_by[message_id or ""] = fact
        return fact

    def references(self, reach: Reach, industry: str, except_id: int) -> list[Reference]:
        return [r for r in self.satisfied if r.id != except_id]

    def records(
        self, industry: str | None, level: CustomerLevel, visits: int
    ) -> dict[Opener, Record]:
        return self.counted

    def prepared(self, plan_id: int) -> list[Opener]:
        return list(self.kept.get(plan_id, ()))

    def prepare(self, plan_id: int, opener: Opener, words: str) -> None:
        self.kept.setdefault(plan_id, {})[opener] = words

    def used(self, visit_id: int) -> list[UsedOpener]:
        return [UsedOpener(o, e) for o, e in self.said.get(visit_id, {}).items()]

    def rate(self, visit_id: int, opener: Opener, engaged: bool) -> None:
        self.said.setdefault(visit_id, {})[opener] = engaged
