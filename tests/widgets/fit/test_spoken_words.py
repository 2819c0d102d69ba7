"""spoken: a scenario's words are translated, those of a person's own file are not touched."""

import pytest

from lossviz.core.fit.cases import CaseWords
from lossviz.core.fit.laws import SCENARIOS, Scenario
from lossviz.widgets.fit.spoken_words import spoken
from tests.support.pseudo_locale import marked, pseudo_locale


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=lambda scenario: scenario.key)
def test_every_scenarios_words_are_translated(scenario: Scenario) -> None:
    words = scenario.words
    with pseudo_locale():
        told = spoken(words)
    assert told == CaseWords(*(marked(text) for text in (words.quantity, words.unit, words.negative, words.positive)))


@pytest.mark.usefixtures("qapp")
def test_the_words_of_a_file_stay() -> None:
    words = CaseWords("Länge", "", "nein", "ja")
    with pseudo_locale():
        assert spoken(words) == words
