"""What `find_people` returns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in a text.

    Attributes:
        text: The words as typed.
        span: Their place in the text, end exclusive.
        name: The full name, where it was said.
        surname: The surname (王; wang for Mr. Wang), where one was said.
        title: The form of address or position as said, in plain letters: 总, 采购经理, mr.
    """

    text: str
    span: tuple[int, int]
    name: str | None = None
    surname: str | None = None
    title: str | None = None
