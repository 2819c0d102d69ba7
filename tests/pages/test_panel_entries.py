"""Every page gives its panels by name, and brings any of them to the front."""

import pytest
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.pages.panel_pairs import PANEL_PAIRS
from lossviz.widgets.panel_entry import PanelEntry
from tests.support.assembly import Home

NAMES = {
    "fit": "data plot losses threshold calibration code surfaces descent slow_motion slice",
    "softmax": "source table loss gradient formula code range two_classes network",
    "losses": "catalogue card boxes samples likelihood entropy labels by_hand race chance_code marker_code",
    "overfit": "data plot errors model question code",
    "mnist": "data settings curves canvas answer inside compare confusion mistakes landscape runs timeline",
}


@pytest.fixture
def assembly(home: Home, qtbot: QtBot) -> Assembly:
    assembly = home.build()
    qtbot.addWidget(assembly.window)
    with qtbot.waitExposed(assembly.window):
        assembly.window.show()
    return assembly


def entries(assembly: Assembly, page: str) -> tuple[PanelEntry, ...]:
    return assembly.pages.named(page).panels()


def test_the_panels_have_the_names_that_lessons_use(assembly: Assembly) -> None:
    for page, words in NAMES.items():
        assert {entry.name for entry in entries(assembly, page)} == {f"{page}.{word}" for word in words.split()}
        assert all(entry.title for entry in entries(assembly, page))
        names = [entry.widget.objectName() for entry in entries(assembly, page)]
        assert len(set(names)) == len(names)
        assert all(names)


def test_any_panel_can_be_brought_to_the_front(assembly: Assembly) -> None:
    for page in NAMES:
        assembly.window.show_page(page)
        for entry in entries(assembly, page):
            assembly.pages.named(page).show_panel(entry.name)
            assert entry.widget.isVisible(), entry.name


def test_an_unknown_panel_is_refused(assembly: Assembly) -> None:
    with pytest.raises(KeyError):
        assembly.pages.fit.show_panel("softmax.table")


def test_pairs_are_of_panels_that_there_are(assembly: Assembly) -> None:
    known = {entry.name for page in NAMES for entry in entries(assembly, page)}
    assert {name for pair in PANEL_PAIRS for name in pair} <= known
    assert len(set(PANEL_PAIRS)) == len(PANEL_PAIRS)
