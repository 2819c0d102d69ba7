"""Who races against the model down the surface: each one's line, its name, and the loss that it has come to."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lossviz.core.fit.descent_settings import OPTIMIZER_NAMES, OptimizerName
from lossviz.widgets.controls import named, plain_label, row_of
from lossviz.widgets.minus_signs import shown_number
from lossviz.widgets.still_label import StillLabel
from lossviz.widgets.surfaces.optimizer_names import optimizer_name
from lossviz.widgets.surfaces.path_icons import path_pixmap
from lossviz.widgets.theme import ThemeSource

_GAP_PX = 4


class RaceKey(QWidget):
    """Nothing is to be seen of it without a race. The model's own loss stands above each surface."""

    def __init__(self, theme: ThemeSource, page: str) -> None:
        """page: begins the objectNames of the losses, `page`.race_loss_adam and so on."""
        super().__init__()
        self._theme = theme
        self._caption = plain_label()
        self._lines: dict[OptimizerName, QLabel] = {}
        self._losses: dict[OptimizerName, StillLabel] = {}
        self._entries = {name: self._build_entry(name, page) for name in OPTIMIZER_NAMES}
        self._show_lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row_of(self._caption, *self._entries.values(), None))
        self.hide()
        theme.theme_changed.connect(self._show_lines)

    def show_race(self, loss_name: str, losses: Mapping[OptimizerName, float]) -> None:
        """losses: of those who take part beside the model."""
        self.setVisible(bool(losses))
        if self._caption.text() != loss_name:
            self._caption.setText(loss_name)
        for name, entry in self._entries.items():
            entry.setVisible(name in losses)
            if name in losses:
                self._losses[name].setText(shown_number(losses[name]))

    def _build_entry(self, name: OptimizerName, page: str) -> QWidget:
        entry, line = QWidget(), plain_label()
        text = self.tr("Loss that {name} has come to").format(name=optimizer_name(name))
        loss = StillLabel(named(QLabel(), f"{page}.race_loss_{name}", text))
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        for part in (line, plain_label(optimizer_name(name)), loss):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lines[name], self._losses[name] = line, loss
        return entry

    def _show_lines(self) -> None:
        for place, name in enumerate(OPTIMIZER_NAMES):
            self._lines[name].setPixmap(path_pixmap(self._theme.theme, place, is_dashed=True))
