from collections import Counter, defaultdict

import yaml

from tests.bot.nlu.corpus import ROOT, plain, unseen, utterances

HANDED_OVER = {
    "share_location",
    "send_file",
    "prepare_question",
    "prepare_opener",
    "rate_opener",
    "note_fact",
}
"""What the gateway or a button gives as a ready intent; nobody types it."""


def test_every_intent_has_at_least_25_utterances_in_each_language() -> None:
    intents: list[str] = []
    for file in [ROOT / "domain.yml", *(ROOT / "domain").glob("*.yml")]:
        intents += yaml.safe_load(file.read_text(encoding="utf-8")).get("intents", [])
    typed = [intent for intent in intents if intent not in HANDED_OVER]
    count = Counter((u.intent, u.chinese) for u in utterances("data/nlu"))
    assert {(i, c): count[i, c] for i in typed for c in (True, False) if count[i, c] < 25} == {}


def test_no_utterance_belongs_to_two_intents() -> None:
    intents = defaultdict(set)
    for utterance in utterances("data/nlu"):
        intents[plain(utterance.text)].add(utterance.intent)
    assert {text: found for text, found in intents.items() if len(found) > 1} == {}


def test_the_test_set_holds_enough_in_both_languages_that_is_not_trained_on() -> None:
    count = Counter(utterance.chinese for utterance in unseen())
    assert min(count[True], count[False]) >= 150
