"""Settings are refused with a reason unless every field is usable."""

import math
from dataclasses import fields, replace

import pytest

from lossviz.core.errors import LossvizError
from lossviz.core.training.settings import CHOICES, LIMITS, PRESETS, TrainingSettings


def test_every_choice_and_both_ends_of_every_limit_are_allowed() -> None:
    for name, allowed in CHOICES.items():
        for value in allowed:
            assert getattr(TrainingSettings().changed(**{name: value}), name) == value
    for name, limits in LIMITS.items():
        for limit in limits:
            assert getattr(TrainingSettings().changed(**{name: limit}), name) == limit


def test_each_field_is_a_choice_or_a_limited_number() -> None:
    assert {*CHOICES, *LIMITS} == {field.name for field in fields(TrainingSettings)}


@pytest.mark.parametrize("name", sorted(CHOICES))
def test_an_unknown_choice_is_refused_with_the_choices(name: str) -> None:
    with pytest.raises(LossvizError, match=CHOICES[name][-1]) as caught:
        TrainingSettings().changed(**{name: "another"})
    assert name in str(caught.value)


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_a_number_beyond_its_limits_is_refused(name: str) -> None:
    low, high = LIMITS[name]
    outside = (low / 2, high * 2) if name == "learning_rate" else (low - 1, high + 1)
    for value in outside:
        with pytest.raises(LossvizError, match=name):
            TrainingSettings().changed(**{name: value})


def test_the_message_shows_a_large_limit_digit_by_digit() -> None:
    with pytest.raises(LossvizError, match="0 – 2,147,483,647"):
        TrainingSettings(seed=2**31)


@pytest.mark.parametrize("rate", [math.nan, math.inf, -math.inf])
def test_a_learning_rate_that_is_no_finite_number_is_refused(rate: float) -> None:
    with pytest.raises(LossvizError, match="learning_rate"):
        TrainingSettings(learning_rate=rate)


@pytest.mark.parametrize("settings", PRESETS.values(), ids=PRESETS)
def test_saved_values_give_the_settings_back(settings: TrainingSettings) -> None:
    assert TrainingSettings.from_dict(settings.as_dict()) == settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("epochs", True),
        ("epochs", 2.0),
        ("epochs", "2"),
        ("epochs", None),
        ("learning_rate", 1),
        ("learning_rate", "0.1"),
        ("network", 3),
        ("network", ["mlp"]),
    ],
)
def test_a_value_of_another_type_is_refused(name: str, value: object) -> None:
    with pytest.raises(LossvizError, match=name):
        TrainingSettings.from_dict({**TrainingSettings().as_dict(), name: value})


@pytest.mark.parametrize("name", [field.name for field in fields(TrainingSettings) if field.name != "precision"])
def test_a_missing_field_is_refused(name: str) -> None:
    values = TrainingSettings().as_dict()
    del values[name]
    with pytest.raises(LossvizError, match="settings"):
        TrainingSettings.from_dict(values)


def test_settings_from_before_precision_was_a_choice_are_those_of_full_precision() -> None:
    values = TrainingSettings().as_dict()
    del values["precision"]
    assert TrainingSettings.from_dict(values) == TrainingSettings(precision="full")


@pytest.mark.parametrize("values", [None, [], "settings", 3, {}, {1: 2, "epochs": 3}])
def test_what_is_no_set_of_settings_is_refused(values: object) -> None:
    with pytest.raises(LossvizError, match="settings"):
        TrainingSettings.from_dict(values)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(LossvizError, match="dropout"):
        TrainingSettings().changed(dropout=0.5)


def test_changing_one_field_leaves_the_others() -> None:
    settings = PRESETS["fast_99"]
    assert settings.changed(epochs=7) == replace(settings, epochs=7)
    assert settings == PRESETS["fast_99"]


def test_a_run_goes_on_at_another_pace_or_length_but_not_as_another_run() -> None:
    earlier = TrainingSettings()
    assert earlier.changed(learning_rate=0.5, epochs=9).can_continue(earlier)
    others: dict[str, str | int] = {"batch_size": 10, "seed": 1, "training_images": 5, "drawn_digits": 5}
    others |= {name: allowed[-1] for name, allowed in CHOICES.items()}
    for name, value in others.items():
        changed = earlier.changed(**{name: value})
        assert changed.can_continue(earlier) == (changed == earlier)
