"""People are found in sentences, and matched to the contacts of a customer."""

from pathlib import Path

import pytest
import yaml

from dakehu.language.people import Known, find_people, match_contact

HERE = Path(__file__).parent
MENTIONS = yaml.safe_load((HERE / "mentions.yml").read_text(encoding="utf-8"))
TABLE = yaml.safe_load((HERE / "contacts.yml").read_text(encoding="utf-8"))
CONTACTS = [Known(id, name, title) for id, (name, title) in TABLE["contacts"].items()]


@pytest.mark.parametrize(("said", "people"), MENTIONS)
def test_a_sentence_names_its_people(said: str, people: list[list[str | None]]) -> None:
    found = find_people(said)
    assert [[one.text, one.name, one.surname, one.title] for one in found] == people
    assert [said[slice(*one.span)] for one in found] == [one.text for one in found]


@pytest.mark.parametrize(("said", "ids"), TABLE["said"])
def test_words_mean_the_contacts_that_they_fit_best(said: str, ids: list[str]) -> None:
    found = match_contact(said, CONTACTS)
    assert sorted(one.id for one in found if one.score == found[0].score) == sorted(ids)


def test_no_contact_is_meant_where_there_is_none() -> None:
    assert match_contact("王总", []) == []
