"""ByHandStore: what is set is told once, and what is refused changes nothing."""

import pytest
from pytestqt.qtbot import QtBot

from lossviz.core.by_hand.experiments import binary_experiment, multiclass_experiment
from lossviz.core.by_hand.settings import ByHandSettings
from lossviz.core.errors import LossvizError
from lossviz.stores.by_hand_store import ByHandStore


def test_the_experiments_follow_the_settings_and_are_worked_out_once() -> None:
    store = ByHandStore()
    assert store.binary == binary_experiment(ByHandSettings())
    assert store.binary is store.binary
    store.change(seed=7, classes=5)
    assert store.multiclass == multiclass_experiment(ByHandSettings(seed=7, classes=5))
    store.reset()
    assert store.settings == ByHandSettings()


def test_a_change_is_told_once_and_none_not_at_all(qtbot: QtBot) -> None:
    store = ByHandStore()
    with qtbot.assertNotEmitted(store.settings_changed), qtbot.assertNotEmitted(store.labels_changed):
        store.change(seed=420)
        store.reset()
        store.set_label(0, 2)
    with qtbot.waitSignal(store.settings_changed):
        store.change(features=9)
    with qtbot.waitSignal(store.labels_changed):
        store.set_label(1, 0)
    assert store.labels == (2, 0)
    assert store.label_rows[0].losses[1] == pytest.approx(3.0 - 0.1 + 0.09967364, abs=1e-7)


def test_what_is_refused_changes_nothing() -> None:
    store = ByHandStore()
    with pytest.raises(LossvizError):
        store.change(seed=1, features=0)
    with pytest.raises(LossvizError, match="from 0 to 2"):
        store.set_label(0, 3)
    assert store.settings == ByHandSettings()
    assert store.labels == (2, 1)
