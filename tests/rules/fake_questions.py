from dataclasses import dataclass, field

from dakehu.coaching.question.records import OpenNeed, Prepared, Used
from dakehu.codes import Question


@dataclass
class FakeQuestions:
    asked: dict[int, list[Used]] = field(default_factory=dict)
    needs: dict[int, OpenNeed] = field(default_factory=dict)
    bought: dict[int, list[str]] = field(default_factory=dict)
    kept: dict[int, dict[Question, Prepared]] = field(default_factory=dict)

    def used(self, customer_id: int, visits: int) -> list[Used]:
        return self.asked.get(customer_id, [])

    def need(self, customer_id: int) -> OpenNeed | None:
        return self.needs.get(customer_id)

    def products(self, customer_id: int) -> list[str]:
        return self.bought.get(customer_id, [])

    def prepare(self, plan_id: int, prepared: Prepared) -> None:
        self.kept.setdefault(plan_id, {})[prepared.question] = prepared

    def prepared(self, plan_id: int) -> list[Prepared]:
        return list(self.kept.get(plan_id, {}).values())
