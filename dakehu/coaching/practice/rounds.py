"""Playing a round: each question is kept, so that it can be gone on with at any time."""

from dataclasses import dataclass

from dakehu import access
from dakehu.access import Denied, Reason, Task
from dakehu.coaching.practice.customer import State, answer, is_over, replay
from dakehu.coaching.practice.hearing import TypeOf, hear
from dakehu.coaching.practice.records import Begun, Round, Turn
from dakehu.coaching.practice.review import BreachesOf, Review, review
from dakehu.coaching.practice.scenarios import Scenario, scenarios
from dakehu.codes import PracticeState
from dakehu.desk import Desk
from dakehu.problems import Conflict, Missing


@dataclass(frozen=True)
class Played:
    """A round as it stands.

    Attributes:
        turns: What was said so far.
        state: How the customer takes it.
    """

    round: Round
    turns: list[Turn]
    state: State

    @property
    def scenario(self) -> Scenario:
        """Whom the bot plays in it."""
        return scenarios()[self.round.scenario]

    @property
    def over(self) -> bool:
        """Whether the customer has nothing more to tell."""
        return is_over(self.scenario, self.state)


def ask(desk: Desk, begun: Begun | int, said: str, type_of: TypeOf) -> Played:
    """Say something to the customer; the same message gives the same answer again.

    Args:
        desk: The desk of who practises.
        begun: The round's id, or the scenario and language where this is its first question.
        said: What was said.
        type_of: How a question's type is told.

    Raises:
        Denied: The role may not practise, or the round is somebody else's.
        Missing: There is no such round, or it is over.
        Conflict: Another message of the same person came in between.
    """
    access.require(desk, Task.PRACTISE)
    if desk.message_id and (before := desk.practice.answered(desk.message_id)):
        return played(desk, before[0].id)
    at = played(desk, begun if isinstance(begun, int) else _begin(desk, begun).id)
    if at.round.state is not PracticeState.OPEN:
        raise Missing("practice_round", at.round.id)
    turn, state = answer(at.scenario, at.state, hear(said, type_of), str(at.round.language))
    if not desk.practice.add(at.round.id, len(at.turns) + 1, turn, desk.message_id):
        raise Conflict(f"practice round {at.round.id}")
    return Played(at.round, [*at.turns, turn], state)


def played(desk: Desk, round_id: int) -> Played:
    """Return one's own round as it stands, built anew from its turns.

    Raises:
        Denied: It is somebody else's.
        Missing: There is no such round.
    """
    access.require(desk, Task.PRACTISE)
    kept = desk.practice.get(round_id)
    if kept is None or kept.scenario not in scenarios():
        raise Missing("practice_round", round_id)
    if kept.staff_id != desk.person.id:
        raise Denied(Reason.NOT_YOURS, "practice", round_id)
    turns = desk.practice.turns(round_id)
    return Played(kept, turns, replay(scenarios()[kept.scenario], turns, seed=round_id))


def finish(desk: Desk, round_id: int, breaches_of: BreachesOf) -> Review:
    """Close one's own round and look back on it; one that is closed already is looked at again.

    A round in which nothing was asked gets no score and is left.

    Raises:
        Denied: It is somebody else's.
        Missing: There is no such round.
    """
    at = played(desk, round_id)
    earlier = [r.score or 0 for r in _done_before(desk, at.round)]
    seen = review(at.scenario, at.turns, breaches_of, earlier)
    if at.round.state is PracticeState.OPEN:
        if seen.types:
            desk.practice.finish(round_id, desk.now, seen.score, seen.parts)
        else:
            desk.practice.leave(round_id, desk.now)
    return seen


def leave(desk: Desk, round_id: int) -> None:
    """Give up one's own open round, without a score.

    Raises:
        Denied: It is somebody else's.
        Missing: There is no such round.
    """
    if played(desk, round_id).round.state is PracticeState.OPEN:
        desk.practice.leave(round_id, desk.now)


def open_rounds(desk: Desk) -> list[Round]:
    """List one's own rounds that can be gone on with, the latest first."""
    access.require(desk, Task.PRACTISE)
    return [r for r in desk.practice.open(desk.person.id) if r.scenario in scenarios()]


def _begin(desk: Desk, begun: Begun) -> Round:
    kept = desk.practice.begin(begun, desk.person.id, desk.message_id, desk.now)
    if kept is None:
        raise Conflict("practice round")
    return kept


def _done_before(desk: Desk, this: Round) -> list[Round]:
    """List one's own rounds of the scenario that were done before this one."""
    done = [r for r in desk.practice.done(this.staff_id) if r.scenario == this.scenario]
    places = [at for at, one in enumerate(done) if one.id == this.id]
    return done[: places[0]] if places else done
