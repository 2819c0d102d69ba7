"""What two runs differ in, in words."""

from dataclasses import fields

from lossviz.core.reports.setting_words import ReportWords, data_difference, differences
from lossviz.core.training.settings import PRESETS, TrainingSettings
from tests.support.tiny_runs import tiny_digits

WORDS = ReportWords()
FIRST = TrainingSettings()


def test_equal_settings_differ_in_nothing() -> None:
    assert differences(FIRST, TrainingSettings(), WORDS) == []


def test_every_setting_has_a_caption_and_a_value() -> None:
    for settings in PRESETS.values():
        for field in fields(TrainingSettings):
            assert WORDS.caption(field.name)
            assert WORDS.value(field.name, settings)


def test_differences_are_told_as_a_person_would() -> None:
    other = FIRST.changed(optimizer="adam", learning_rate=0.1, training_images=300, scaling="standardised")
    assert differences(other, FIRST, WORDS) == [
        "inputs standardised",
        "adam",
        "learning rate 0.1",
        "training images 300",
    ]


def test_a_setting_that_makes_no_difference_is_not_told() -> None:
    """Cross-entropy has one term an image: there is nothing to average over the classes."""
    assert differences(FIRST.changed(averaging="sum"), FIRST, WORDS) == []
    assert differences(FIRST.changed(loss="mse_softmax"), FIRST, WORDS) == ["mse softmax", "mean"]


def test_other_data_are_named() -> None:
    digits, other = tiny_digits().identity, tiny_digits(1, "other digits").identity
    assert data_difference(digits, digits, WORDS) == []
    assert data_difference(other, digits, WORDS) == ["trained on other digits"]
