"""A row of controls that goes on in a second line where the type is large or the room narrow."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem


class WrappingRow(QHBoxLayout):
    """An ordinary row as long as there is room for what it needs; otherwise as many lines as that takes, from the left.

    What stretches a row has no place in lines; controls that can grow share what is left of their own line.
    """

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}  # by width: the layout around it asks again and again

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def invalidate(self) -> None:
        """Something in the row has another size now."""
        self._heights = {}
        super().invalidate()

    def heightForWidth(self, width_px: int) -> int:
        """Of one line, or of all that are needed."""
        if width_px not in self._heights:
            self._heights[width_px] = self._measured(width_px)
        return self._heights[width_px]

    def _measured(self, width_px: int) -> int:
        if self._fits(width_px):
            return super().heightForWidth(width_px) if super().hasHeightForWidth() else super().sizeHint().height()
        return self._height(self._lines(width_px))

    def minimumHeightForWidth(self, width_px: int) -> int:
        """The lines do not shrink."""
        return max(self.heightForWidth(width_px), 0)

    def minimumSize(self) -> QSize:
        """As narrow as the widest of its controls."""
        least = super().minimumSize()
        widest = max((item.minimumSize().width() for item in self._items()), default=0)
        margins = self.contentsMargins()
        return QSize(min(least.width(), widest + margins.left() + margins.right()), least.height())

    def setGeometry(self, rect: QRect) -> None:
        """Place everything in one line if there is room."""
        if self._fits(rect.width()):
            super().setGeometry(rect)
            return
        QLayout.setGeometry(self, rect)  # or a row that had this place before is not laid out when it is one again
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            self._place(line, QRect(inner.left(), top, inner.width(), height))
            top += height + self._gap_px()

    def _fits(self, width_px: int) -> bool:
        return width_px >= super().minimumSize().width()

    def _items(self) -> list[QLayoutItem]:
        items = (self.itemAt(place) for place in range(self.count()))
        return [item for item in items if item and not item.isEmpty() and not item.spacerItem()]

    def _lines(self, width_px: int) -> list[list[QLayoutItem]]:
        margins = self.contentsMargins()
        room = width_px - margins.left() - margins.right()
        lines: list[list[QLayoutItem]] = []
        left = 0
        for group in _with_captions(self._items()):
            width = sum(_width_of(item, room) + self.spacing() for item in group)
            if not lines or width - self.spacing() > left:
                lines.append([])
                left = room
            lines[-1] += group
            left -= width
        return lines

    def _height(self, lines: list[list[QLayoutItem]]) -> int:
        margins = self.contentsMargins()
        heights = sum(max(item.sizeHint().height() for item in line) for line in lines)
        return margins.top() + heights + self._gap_px() * max(len(lines) - 1, 0) + margins.bottom()

    def _gap_px(self) -> int:
        return max(self.spacing() // 2, 2)

    def _place(self, line: list[QLayoutItem], room: QRect) -> None:
        widths = [_width_of(item, room.width()) for item in line]
        spare = room.width() - sum(widths) - self.spacing() * (len(line) - 1)
        growing = [bool(item.expandingDirections() & Qt.Orientation.Horizontal) for item in line]
        left = room.left()
        for item, width, grows in zip(line, widths, growing, strict=True):
            whole = width + (max(spare, 0) // sum(growing) if grows else 0)
            item.setGeometry(QRect(left, room.top(), whole, room.height()))
            left += whole + self.spacing()


def _width_of(item: QLayoutItem, room_px: int) -> int:
    wanted = max(item.sizeHint().width(), item.minimumSize().width())
    return min(wanted, max(room_px, item.minimumSize().width()))


def _with_captions(items: list[QLayoutItem]) -> list[list[QLayoutItem]]:
    """Each by itself, but a caption with the control that it belongs to."""
    groups: list[list[QLayoutItem]] = []
    for item in items:
        caption = groups[-1][-1].widget() if groups else None
        if isinstance(caption, QLabel) and caption.buddy() is not None and caption.buddy() is item.widget():
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups
