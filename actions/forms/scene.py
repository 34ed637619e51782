"""A task that is played step by step rather than filled in: no card, no yes before a write."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from actions.forms.draft import Draft
from actions.forms.field import Field, Reading
from actions.forms.flow import Done, Flow

if TYPE_CHECKING:
    from actions.turn import Turn


class Scene(Flow):
    """A flow whose every message is a step of it: the telephone guide, a practice round.

    It shares with forms that it is begun by intents, put aside, gone on with and interrupted; its
    fields only name what a message or a button that begins it may bring along.
    """

    fields: ClassVar[tuple[Field, ...]] = ()
    writes: ClassVar[bool] = False
    """Whether each message of it is kept, so that its turns take the writer's transaction."""

    def read(self, text: str, turn: "Turn", draft: Draft) -> Mapping[str, Reading]:
        """Read what the sentence that begins the scene brings along."""
        return {}

    @abstractmethod
    def go_on(self, turn: "Turn", draft: Draft) -> None:
        """Say where the scene stands: at its beginning, after a digression, or taken up again.

        A scene that is over at once leaves `turn.draft` None.
        """

    @abstractmethod
    def take(self, turn: "Turn", draft: Draft) -> bool:
        """Take a message as the next step; False leaves it to whatever else it may be."""

    def save(self, turn: "Turn", draft: Draft) -> Done:
        """Refuse: a scene has no card that could be confirmed."""
        raise AssertionError(f"{self.name} has no card")
