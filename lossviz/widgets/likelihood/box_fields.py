"""The fields that say what is in a box."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lossviz.core.likelihood.boxes import MOST_OF_A_COLOUR
from lossviz.widgets.controls import named, show_value
from lossviz.widgets.likelihood.ball_painting import paint_ball
from lossviz.widgets.number_boxes import CountBox
from lossviz.widgets.theme import ThemeSource


class BallSign(QWidget):
    """A ball that stands for its colour."""

    def __init__(self, theme: ThemeSource, is_blue: bool) -> None:
        super().__init__()
        self._theme = theme
        self._is_blue = is_blue
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as the type."""
        size_px = self._theme.theme.sizes.font_px + 1
        return QSize(size_px, size_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ball."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ball(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._is_blue, self._theme.theme)


class BoxFields(QWidget):
    """How many white and how many blue balls."""

    contents_changed = Signal(int, int)  # white, blue

    def __init__(self, theme: ThemeSource, name: str, title: str) -> None:
        """name: begins the objectNames, name_white and name_blue. title: of the box, as it is spoken."""
        super().__init__()
        spoken = {False: self.tr("{title}: white balls"), True: self.tr("{title}: blue balls")}
        self._white, self._blue = (
            self._box(f"{name}_{key}", spoken[key == "blue"], title) for key in ("white", "blue")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for box, is_blue in ((self._white, False), (self._blue, True)):
            row.addWidget(BallSign(theme, is_blue))
            row.addWidget(box)

    def show_contents(self, whites: int, blues: int) -> None:
        """Show these counts; nobody hears of it."""
        show_value(self._white, whites)
        show_value(self._blue, blues)

    def _box(self, name: str, spoken: str, title: str) -> CountBox:
        text = spoken.format(title=title)
        box = named(CountBox(0, MOST_OF_A_COLOUR), name, text, text)
        box.valueChanged.connect(self._on_changed)
        return box

    def _on_changed(self) -> None:
        self.contents_changed.emit(self._white.value(), self._blue.value())
