"""UndoHistory: what a person does on any page is taken back and made again, a gesture at a time."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from lossviz.core.fit.logistic import Parameters
from lossviz.shell.undo_history import MOST_ENTRIES, QUIET_TICKS, UndoHistory
from lossviz.stores.descent_choices import DescentChoices
from lossviz.stores.descent_store import DescentStore
from lossviz.stores.fit_choices import FitChoices
from lossviz.stores.fit_store import FitStore
from lossviz.stores.logits_choices import LogitsChoices
from lossviz.stores.logits_source import DIGITS
from lossviz.stores.logits_store import LogitsStore
from lossviz.stores.race_choices import RaceChoices
from lossviz.stores.race_store import RaceStore
from lossviz.stores.state_table import StateTable
from lossviz.stores.undo_store import UndoStore
from tests.support.assembly import PATIENCE_MS


class Rig:
    """A history over a few stores, without a window."""

    def __init__(self) -> None:
        self.fit = FitStore()
        self.descents = DescentStore(self.fit)
        self.logits = LogitsStore()
        self.race = RaceStore()
        self.is_busy = False
        self.table = StateTable(
            {
                "fit": {"fit": FitChoices(self.fit), "descent": DescentChoices(self.descents)},
                "softmax": {"softmax": LogitsChoices(self.logits)},
                "losses": {"race": RaceChoices(self.race)},
            },
            [
                *(self.fit.parameters_changed, self.fit.cases_changed, self.fit.pointing_changed),
                *(self.descents.path_changed, self.logits.logits_changed, self.logits.settings_changed),
                self.race.settings_changed,
            ],
        )
        self.store = UndoStore()
        self.history = UndoHistory(self.table, self.store, lambda: self.is_busy)
        (self.timer,) = self.history.findChildren(QTimer)

    @property
    def w(self) -> float:
        return self.fit.parameters.w

    def set_w(self, w: float) -> None:
        self.fit.set_parameters(Parameters(w, 0.0))

    def undo(self) -> str:
        text = self.store.undo_text
        self.history.undo()
        return text


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    del qtbot
    rig = Rig()
    yield rig
    rig.history.stop()


def rest(rig: Rig, qtbot: QtBot) -> None:
    """Wait until the history has nothing left to look at."""
    qtbot.waitUntil(lambda: not rig.timer.isActive())


def test_at_first_there_is_nothing_to_take_back(rig: Rig) -> None:
    rig.history.undo()
    rig.history.redo()
    assert not rig.history.can_undo
    assert not rig.history.can_redo
    assert (rig.store.can_undo, rig.store.undo_text, rig.store.redo_text) == (False, "", "")


def test_what_is_changed_in_one_go_is_one_entry(rig: Rig, qtbot: QtBot) -> None:
    first = rig.w
    for w in np.linspace(-1.0, 1.0, 30):
        rig.set_w(float(w))
    rest(rig, qtbot)
    rig.set_w(5.0)
    rest(rig, qtbot)
    assert rig.undo() == "&Undo: Fit"
    assert rig.w == 1.0
    rig.history.undo()
    assert rig.w == first
    assert not rig.store.can_undo
    assert rig.store.redo_text == "&Redo: Fit"
    rig.history.redo()
    rig.history.redo()
    assert rig.w == 5.0
    assert not rig.history.can_redo


def test_a_change_can_be_taken_back_before_it_is_quiet(rig: Rig, qtbot: QtBot) -> None:
    first = rig.w
    rig.set_w(5.0)
    assert rig.history.can_undo
    qtbot.waitUntil(lambda: rig.store.can_undo)
    rig.history.undo()
    assert rig.w == first


def test_the_entry_names_the_page_of_the_change(rig: Rig) -> None:
    rig.logits.set_temperature(2.0)
    rig.history.record()
    rig.fit.add_case(1.0, 1.0)
    rig.history.record()
    assert rig.undo() == "&Undo: Fit"
    assert rig.undo() == "&Undo: Softmax"
    assert rig.store.redo_text == "&Redo: Softmax"
    assert rig.logits.temperature == 1.0


def test_only_what_was_changed_is_put_back(rig: Rig) -> None:
    rig.logits.set_temperature(2.0)
    rig.history.record()
    rig.set_w(3.0)
    rig.history.record()
    told: list[int] = []
    rig.logits.settings_changed.connect(lambda: told.append(1))
    rig.history.undo()
    assert told == []


def test_undo_records_nothing_and_a_new_change_forgets_what_was_taken_back(rig: Rig, qtbot: QtBot) -> None:
    rig.set_w(3.0)
    rig.history.record()
    rig.history.undo()
    rest(rig, qtbot)
    assert rig.history.can_redo
    rig.set_w(4.0)
    rig.history.record()
    assert not rig.history.can_redo
    rig.history.undo()
    assert not rig.history.can_undo


def test_what_is_as_it_was_again_leaves_no_entry(rig: Rig, qtbot: QtBot) -> None:
    first = rig.fit.parameters
    rig.set_w(3.0)
    rig.fit.set_parameters(first)
    rig.fit.hover(3)
    rest(rig, qtbot)
    assert not rig.history.can_undo


def test_numbers_that_come_by_themselves_leave_no_entry_and_hold_up_no_other(rig: Rig, qtbot: QtBot) -> None:
    rig.logits.set_source("digit")
    rig.history.record()
    (entries,) = rig.history.findChildren(QUndoStack)
    before = entries.count()
    feed = QTimer()
    numbers = np.random.default_rng(1)
    feed.timeout.connect(lambda: rig.logits.feed(DIGITS, numbers.normal(size=10), None))
    feed.start(5)
    rig.logits.set_temperature(2.0)
    qtbot.waitUntil(lambda: entries.count() > before, timeout=PATIENCE_MS)  # while the numbers go on coming
    feed.stop()
    assert entries.count() == before + 1
    assert rig.undo() == "&Undo: Softmax"
    assert (rig.logits.temperature, rig.logits.source) == (1.0, "digit")


def test_a_play_of_the_descent_is_one_entry_and_comes_back_to_the_last_bit(rig: Rig, qtbot: QtBot) -> None:
    start = rig.fit.parameters
    ticks: list[int] = []
    rig.timer.timeout.connect(lambda: ticks.append(1))
    rig.is_busy = True
    for _ in range(3):
        rig.descents.step(5)
        ticks.clear()
        qtbot.waitUntil(lambda: len(ticks) > QUIET_TICKS + 1)
    rig.is_busy = False
    rest(rig, qtbot)
    path = rig.descents.leader.path
    rig.history.undo()
    assert (rig.fit.parameters, rig.descents.leader.position) == (start, 0)
    rig.history.redo()
    assert rig.descents.leader.path == path
    rig.history.undo()
    assert not rig.history.can_undo


def test_the_oldest_entries_are_forgotten(rig: Rig) -> None:
    for w in range(MOST_ENTRIES + 10):
        rig.set_w(float(w))
        rig.history.record()
    while rig.history.can_undo:
        rig.history.undo()
    assert rig.w == 9.0


def test_what_cannot_be_put_back_now_is_told_and_stays_to_be_taken_back_later(rig: Rig, qtbot: QtBot) -> None:
    rig.table.set_state({"race": {"kind": "list"}})
    rig.history.record()
    rig.race.begin()
    with qtbot.waitSignal(rig.history.refused):
        rig.history.undo()
    assert rig.history.can_undo
    rig.race.finish(None)
    rig.history.undo()
    assert rig.race.settings.kind == "tensor"


def test_after_the_end_nothing_is_looked_at(rig: Rig) -> None:
    rig.history.stop()
    rig.set_w(3.0)
    assert not rig.timer.isActive()
