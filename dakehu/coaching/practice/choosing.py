"""Which scenario is meant by somebody's words, or by chance."""

from collections import Counter

from dakehu.coaching.practice.results import done_rounds
from dakehu.coaching.practice.scenarios import holds, scenarios
from dakehu.desk import Desk


def scenario_named(text: str) -> str | None:
    """Return the scenario that a text names by most of its words; None where two come close."""
    touched = Counter(
        {
            name: sum(holds(text, word) for word in (*s.words.zh, *s.words.en))
            for name, s in scenarios().items()
        }
    )
    (first, most), (_, second) = touched.most_common(2)
    return first if most > second else None


def least_practised(desk: Desk) -> str:
    """Return the scenario that one has played least often; of those alike, the longest ago."""
    played = [round_.scenario for round_ in done_rounds(desk)]
    times = Counter(played)
    last = {scenario: at for at, scenario in enumerate(played)}
    return min(scenarios(), key=lambda scenario: (times[scenario], last.get(scenario, -1)))
