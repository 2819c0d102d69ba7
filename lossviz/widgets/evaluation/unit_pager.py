"""Two buttons that turn the pages of a layer's units, with the units in sight between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from lossviz.widgets.controls import named, plain_label
from lossviz.widgets.evaluation.layer_units import LayerUnits
from lossviz.widgets.type_size import at_each_type


class UnitPager(QWidget):
    """Seen only while not all units are. prefix: of the object names."""

    def __init__(self, units: LayerUnits, prefix: str) -> None:
        super().__init__()
        self._units = units
        self._told = named(plain_label(), f"{prefix}.units_in_sight", self.tr("Units in sight"))
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told.setProperty("rank", "small")
        self._back = self._button(f"{prefix}.units_back", Qt.ArrowType.LeftArrow, self.tr("The units before"), -1)
        self._on = self._button(f"{prefix}.units_on", Qt.ArrowType.RightArrow, self.tr("The next units"), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._back)
        row.addWidget(self._told, 1)
        row.addWidget(self._on)
        units.page_changed.connect(self._follow)
        self._follow()

    def _button(self, name: str, arrow: Qt.ArrowType, tip: str, pages: int) -> QToolButton:
        button = named(QToolButton(), name, tip, tip)
        button.setArrowType(arrow)
        at_each_type(button, lambda metrics: button.setFixedWidth(round(2.0 * metrics.height())))
        button.clicked.connect(lambda _checked: self._units.turn(pages))
        return button

    def _follow(self) -> None:
        self.setVisible(len(self._units.seen) < self._units.count)
        seen, units = self._units.seen, self._units.count  # this row has taken room from them
        text = self.tr("{first}–{last} / {units}")
        self._told.setText(text.format(first=seen.start + 1, last=seen.stop, units=units))
        self._back.setEnabled(seen.start > 0)
        self._on.setEnabled(seen.stop < units)
