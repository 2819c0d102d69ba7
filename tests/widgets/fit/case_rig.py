"""A case plot whose every wish comes true, as a panel and its stores would see to it, and a log of the wishes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt, SignalInstance
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lossviz.core.fit.cases import Cases, CaseWords
from lossviz.core.fit.laws import SCENARIOS, draw_cases
from lossviz.core.fit.logistic import Parameters
from lossviz.widgets.fit.case_plot import CasePicture, CasePlot

WORDS = CaseWords("tumour size", "cm", "benign", "malignant")
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def cases_at(x: list[float], y: list[float]) -> Cases:
    """Cases in the words of the course."""
    return Cases(np.array(x), np.array(y), WORDS)


def drawn(count: int, seed: int = 1) -> Cases:
    """Cases of the overlapping scenario."""
    return draw_cases(SCENARIOS["overlapping"], count, 1.0, seed)[0]


class CaseRig:
    """picture: what is shown. log: the signals in their order, each a name and its values."""

    def __init__(self, plot: CasePlot, picture: CasePicture) -> None:
        self.plot = plot
        self.picture = picture
        self.log: list[tuple[Any, ...]] = []
        self.show()
        self._fulfil(plot.case_drag_started, "started", lambda index: {"moving": index})
        self._fulfil(plot.case_dragged, "dragged", self._moved)
        self._fulfil(plot.case_drag_ended, "ended", lambda: {"moving": None})
        self._fulfil(plot.case_selected, "selected", lambda index: {"selected": index})
        self._fulfil(plot.case_hovered, "hovered", lambda index: {"hovered": index})
        self._fulfil(plot.case_added, "added", lambda x, y: {"cases": self.picture.cases.added(x, y)})
        self._fulfil(plot.case_removed, "removed", self._removed)
        self._fulfil(plot.threshold_dragged, "threshold", lambda threshold: {"threshold": threshold})
        self._fulfil(plot.sigmoid_drag_started, "curve started", dict)
        self._fulfil(plot.sigmoid_dragged, "curve", lambda parameters: {"sigmoid": parameters})
        self._fulfil(plot.sigmoid_drag_ended, "curve ended", dict)

    def show(self, **changes: Any) -> None:
        """Show the picture with `changes`."""
        self.picture = replace(self.picture, **changes)
        self.plot.show_picture(self.picture)

    def names(self) -> list[object]:
        """The log without values, hovering and repetitions left out."""
        names = [entry[0] for entry in self.log if entry[0] != "hovered"]
        return [name for place, name in enumerate(names) if place == 0 or names[place - 1] != name]

    def last(self, name: str) -> tuple[Any, ...]:
        """The values that the signal was last sent with."""
        return next(entry[1:] for entry in reversed(self.log) if entry[0] == name)

    def drag(self, start: QPointF, end: QPointF) -> None:
        """Press, move in three steps, release."""
        points = [(start + (end - start) * share).toPoint() for share in (0.0, 0.3, 0.7, 1.0)]
        QTest.mouseMove(self.plot, points[0])
        QTest.mousePress(self.plot, LEFT, NO_KEYS, points[0])
        for point in points[1:]:
            QTest.mouseMove(self.plot, point)
        QTest.mouseRelease(self.plot, LEFT, NO_KEYS, points[-1])

    def _moved(self, index: int, x: float, y: float) -> dict[str, Any]:
        return {"cases": self.picture.cases.moved(index, x, y)}

    def _removed(self, index: int) -> dict[str, Any]:
        return {"cases": self.picture.cases.removed(index), "selected": None, "hovered": None}

    def _fulfil(self, signal: SignalInstance, name: str, change: Callable[..., dict[str, Any]]) -> None:
        def on_signal(*values: Any) -> None:
            self.log.append((name, *values))
            self.show(**change(*values))

        signal.connect(on_signal)


def turn_wheel(widget: QWidget, position: QPointF, notches: int) -> None:
    """As a mouse wheel does."""
    event = QWheelEvent(
        position,
        QPointF(widget.mapToGlobal(position.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NO_KEYS,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def picture_of(cases: Cases, **changes: Any) -> CasePicture:
    """A rising sigmoid at 3."""
    return replace(CasePicture(cases=cases, sigmoid=Parameters(2.0, -6.0)), **changes)
