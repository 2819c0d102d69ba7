"""The words in the middle of a plot that has nothing to show yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from lossviz.widgets.curves.canvas import CurveCanvas
from lossviz.widgets.theme import Theme

WIDTH_SHARE = 0.8


class CurveHint:
    """A text in the middle of the plotting area while it is wanted and not empty."""

    def __init__(self, canvas: CurveCanvas) -> None:
        self._canvas = canvas
        self._label = QLabel(canvas)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._is_wanted = True

    def apply_theme(self, theme: Theme) -> None:
        """Take colours and sizes from `theme`."""
        self._label.setStyleSheet(f"color: {theme.colours.text_muted}; font-size: {theme.sizes.font_px}px;")

    def set_text(self, text: str) -> None:
        """Say this."""
        self._label.setText(text)
        self.place()

    def set_wanted(self, is_wanted: bool) -> None:
        """Whether to say it."""
        self._is_wanted = is_wanted
        self.place()

    def place(self) -> None:
        """Stand in the middle of the plotting area as it is now."""
        is_said = self._is_wanted and bool(self._label.text())
        self._label.setVisible(is_said)
        if not is_said:
            return
        area = self._canvas.area_px()
        width = round(WIDTH_SHARE * area.width())
        height = self._label.heightForWidth(width)
        middle = area.center()
        self._label.setGeometry(round(middle.x() - width / 2), round(middle.y() - height / 2), width, height)
