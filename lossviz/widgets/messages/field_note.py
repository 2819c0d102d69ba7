"""What a field has to say for a moment, beside it, where it moves nothing."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from lossviz.widgets.type_size import by_type

_SHOWN_MS = 8000
_MOST_WIDTH_PX = 320
_AIR_PX = 6
_ENDS = (QEvent.Type.Hide, QEvent.Type.KeyPress, QEvent.Type.Move, QEvent.Type.MouseButtonPress)


class FieldNote(QLabel):
    """One for each window. It goes with the field's next key, click or value, or when it has been read."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._field: QWidget | None = None
        self.setObjectName("field_note")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(_AIR_PX)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(_SHOWN_MS)
        self._end.timeout.connect(self.dismiss)
        self.hide()

    def tell(self, field: QWidget, text: str) -> None:
        """Say `text` below `field`, or above it where there is no room."""
        self.dismiss()
        self._field = field
        self.setText(text)
        self.setAccessibleName(text)
        self.setPalette(self.window().palette())
        self.setFont(field.font())
        self.setGeometry(self._place(field))
        self.show()
        self.raise_()
        field.installEventFilter(self)
        self._end.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Say nothing."""
        self._end.stop()
        self.hide()
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field is used again, or gone from sight."""
        if event.type() in _ENDS:
            self.dismiss()
        return super().eventFilter(watched, event)

    def _place(self, field: QWidget) -> QRect:
        room = self.window().rect()
        width = min(round(by_type(field, _MOST_WIDTH_PX)), room.width())
        height = self.heightForWidth(width)
        corner = field.mapTo(self.window(), QPoint(0, field.height()))
        top = corner.y() if corner.y() + height <= room.height() else corner.y() - field.height() - height
        return QRect(max(min(corner.x(), room.width() - width), 0), max(top, 0), width, height)


def tell_beside(field: QWidget, text: str) -> None:
    """Say `text` beside `field` for a moment."""
    window = field.window()
    note = window.findChild(FieldNote, "field_note", Qt.FindChildOption.FindDirectChildrenOnly)
    (note or FieldNote(window)).tell(field, text)
