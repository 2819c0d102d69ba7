"""Pages can be built anew over the same stores: nothing is lost, and nothing of the old ones lives on."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QPushButton, QSplitter, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.fit.logistic import Parameters
from lossviz.core.names import PAGE_NAMES
from lossviz.core.training.run_states import RunState
from lossviz.shell import view_state
from tests.support.assembly import Home, assembly, home, part, press, settle, until

__all__ = ["assembly", "home"]


def rebuilt(assembly: Assembly) -> None:
    assembly.rebuild_pages()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_nothing_of_the_old_pages_lives_on(assembly: Assembly, qtbot: QtBot) -> None:
    for name in PAGE_NAMES:
        assembly.window.show_page(name)
        settle(assembly, qtbot)
    old = [
        (weakref.ref(widget), f"{type(widget).__name__} {widget.objectName()}")
        for page in vars(assembly.pages).values()
        for widget in page.findChildren(QWidget)
        if type(widget).__module__.startswith("lossviz")
    ]
    assert len(old) > 100
    rebuilt(assembly)
    gc.collect()
    assert [name for ref, name in old if ref() is not None] == []


@pytest.mark.parametrize("name", PAGE_NAMES)
def test_the_same_page_stays_in_front(assembly: Assembly, qtbot: QtBot, name: str) -> None:
    assembly.window.show_page(name)
    rebuilt(assembly)
    settle(assembly, qtbot)
    assert assembly.window.pages.currentWidget() is assembly.pages.named(name)
    assert assembly.window.pages.count() == len(PAGE_NAMES)


def test_what_a_person_has_set_is_still_there(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.engine.fit.fit.set_parameters(Parameters(1.25, -3.5))
    rebuilt(assembly)
    assembly.window.show_page("fit")
    settle(assembly, qtbot)
    assert part(assembly, QDoubleSpinBox, "fit.weight").value() == 1.25


def test_the_tabs_in_front_are_still_there(assembly: Assembly, qtbot: QtBot) -> None:
    for tabs in assembly.window.findChildren(QTabWidget):
        tabs.setCurrentIndex(tabs.count() - 1)
    before = [(tabs.objectName(), tabs.currentIndex()) for tabs in assembly.window.findChildren(QTabWidget)]
    rebuilt(assembly)
    settle(assembly, qtbot)
    assert sorted((tabs.objectName(), tabs.currentIndex()) for tabs in assembly.window.findChildren(QTabWidget)) == (
        sorted(before)
    )


def share_above(assembly: Assembly) -> float:
    upper, lower = part(assembly, QSplitter, "fit.left_split").sizes()
    return upper / (upper + lower)


def test_the_splitters_are_where_they_were(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.window.show_page("fit")
    settle(assembly, qtbot)
    usual = share_above(assembly)
    part(assembly, QSplitter, "fit.left_split").setSizes([0, 1000])
    settle(assembly, qtbot)
    before = share_above(assembly)
    assert before < usual - 0.02
    rebuilt(assembly)
    settle(assembly, qtbot)
    assert share_above(assembly) == pytest.approx(before, abs=0.02)


def test_what_only_a_view_knows_stays(assembly: Assembly, qtbot: QtBot) -> None:
    part(assembly, QComboBox, "fit.code_of").setCurrentIndex(2)
    part(assembly, QCheckBox, "mnist.log_loss").setChecked(True)
    part(assembly, QPushButton, "losses.samples_toggle").setChecked(True)
    rebuilt(assembly)
    settle(assembly, qtbot)
    assert part(assembly, QComboBox, "fit.code_of").currentIndex() == 2
    assert part(assembly, QCheckBox, "mnist.log_loss").isChecked()
    assert part(assembly, QPushButton, "losses.samples_toggle").isChecked()


def test_a_run_goes_on_and_the_new_page_follows_it(assembly: Assembly, qtbot: QtBot) -> None:
    press(assembly, "start")
    rebuilt(assembly)
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.IDLE)
    settle(assembly, qtbot)
    assert assembly.pages.mnist.buttons.start_button.isEnabled()


@pytest.mark.parametrize("value", ["no", -1, 10**30, [1], [10**30, 10**30], [-1, 5], [True, 1], None])
def test_an_arrangement_that_does_not_fit_changes_nothing(assembly: Assembly, value: object) -> None:
    before = view_state.remember(assembly.window)
    view_state.restore(assembly.window, dict.fromkeys(before, value))
    assert view_state.remember(assembly.window) == before


def test_the_next_sitting_begins_with_the_same_arrangement(home: Home, qtbot: QtBot) -> None:
    first = home.open(qtbot)
    first.window.show_page("losses")
    part(first, QTabWidget, "losses.tabs").setCurrentIndex(2)
    assert first.window.close()
    second = home.build()
    qtbot.addWidget(second.window)
    assert second.window.page == "losses"
    assert part(second, QTabWidget, "losses.tabs").currentIndex() == 2
