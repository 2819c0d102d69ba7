"""Every plot of the window gives a picture, a drawing, a table and a few sentences of itself."""

import csv
import io
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.widgets.exports.plot_export import PlotExport
from tests.support.access_checks import called
from tests.support.assembly import Home, draw, settle

SVG = "{http://www.w3.org/2000/svg}"
# They show images; what else there is to see in them is drawn.
WITH_IMAGES = {
    "ClassTable",  # its fields are drawn by Qt's style
    "CurvePlot",
    "DigitImage",
    "DrawTable",
    "DrawingCanvas",
    "ImageGrid",
    "LayerUnits",
    "LossList",  # so is the head of a table, and there are icons in its rows
    "QTableWidget",
    "RunTable",
    "SaliencyView",
    "SampleTable",
    "SoftwareSurfaceView",
    "SurfaceMap",
}


def exports_in_sight(assembly: Assembly, qtbot: QtBot) -> Iterator[PlotExport]:
    """Of the page in front, one tab after the other; each once."""
    seen: set[PlotExport] = set()
    tabs = assembly.window.pages.currentWidget().findChildren(QTabWidget)
    for number in range(max((one.count() for one in tabs), default=1)):
        for one in tabs:
            one.setCurrentIndex(min(number, one.count() - 1))
        settle(assembly, qtbot)
        for export in assembly.window.findChildren(PlotExport):
            if export not in seen and not export.widget.visibleRegion().isEmpty():
                seen.add(export)
                yield export


@pytest.mark.parametrize("page", ["fit", "softmax", "losses", "overfit", "mnist"])
def test_all_of_a_page(home: Home, qtbot: QtBot, page: str) -> None:
    assembly = home.open(qtbot)
    draw(assembly, (0.5, 0.2), (0.5, 0.8))
    assembly.window.show_page(page)
    settle(assembly, qtbot)
    taken = []
    for export in exports_in_sight(assembly, qtbot):
        assert_taken_along(export)
        taken.append(export)
    assert len(taken) >= 3


def assert_taken_along(export: PlotExport) -> None:
    """In all forms."""
    name = called(export.widget)
    assert export.summary().strip(), name
    rows = list(csv.reader(io.StringIO(export.csv())))
    assert {len(row) for row in rows} == {len(rows[0])}, name
    assert export.picture().size() == export.widget.size() * 2, name
    root = ElementTree.fromstring(export.content("svg"))
    if type(export.widget).__name__ not in WITH_IMAGES:
        assert not list(root.iter(f"{SVG}image")), name
