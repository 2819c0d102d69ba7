"""Where one panel or two are shown: beside each other or stacked, whichever of the two cuts less off."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from lossviz.shell.panel_scroll import PanelScroll
from lossviz.widgets.panel_entry import PanelEntry

_GAP_PX = 16
_BESIDE_FROM = 1.2  # width of the room for each 1 of its height
_BESIDE = QBoxLayout.Direction.LeftToRight
_STACKED = QBoxLayout.Direction.TopToBottom
_LEAST_WIDTH_EM = 16  # of a panel beside another, whatever less it says that it can do with
_WIDTH_COUNTS = 10  # times as much as height, which can be scrolled


class Stage(QWidget):
    """Shows panels that are handed over and gives them back."""

    needs_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("present.stage")
        self._frames: list[PanelScroll] = []
        self._entries: tuple[PanelEntry, ...] = ()
        self._box = QBoxLayout(_BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP_PX)

    @property
    def is_stacked(self) -> bool:
        """Whether the second panel is below the first."""
        return self._box.direction() == _STACKED

    @property
    def panels(self) -> list[QWidget]:
        """What is shown."""
        return [frame.panel for frame in self._frames]

    @property
    def entries(self) -> tuple[PanelEntry, ...]:
        """What is shown, under its names."""
        return self._entries

    def show_panels(self, entries: Sequence[PanelEntry]) -> None:
        """Show these; those before have been given back."""
        self._entries = tuple(entries)
        self._frames = [PanelScroll(entry.widget) for entry in entries]
        for frame in self._frames:
            self._box.addWidget(frame)
            frame.show()  # the layout would do so only once the event loop turns
            frame.needs_changed.connect(self._on_needs_changed)
            _polish(frame)
        self._arrange()

    def give_back(self, holder: QWidget) -> None:
        """Put what is shown into `holder`, out of sight."""
        for frame in self._frames:
            frame.panel.setParent(holder)
            self._box.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._frames, self._entries = [], ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room may want another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def _on_needs_changed(self) -> None:
        """Panels beside each other may be too wide by now; stacked ones stay, so that nothing jumps to and fro."""
        if not self.is_stacked:
            self._arrange()
        self.needs_changed.emit()

    def _arrange(self) -> None:
        self._box.setDirection(self._best_direction())
        for place, room_px in enumerate(self._rooms(self._box.direction())):
            self._box.setStretch(place, room_px)

    def _best_direction(self) -> QBoxLayout.Direction:
        if any(entry.is_bar for entry in self._entries):
            return _STACKED
        is_wide = self.width() >= _BESIDE_FROM * self.height()
        first, second = (_BESIDE, _STACKED) if is_wide else (_STACKED, _BESIDE)
        return first if self._cut_off(first) <= self._cut_off(second) else second

    def _rooms(self, direction: QBoxLayout.Direction) -> list[int]:
        """Pixels along `direction` for each panel: what it needs, and its share of what is left."""
        is_stacked = direction == _STACKED
        gaps = _GAP_PX * (len(self._frames) - 1)
        room = max((self.height() if is_stacked else self.width()) - gaps, 1)
        needs = self._heights() if is_stacked else [self._least_width(frame) for frame in self._frames]
        takers = [not is_stacked or entry.stands_alone for entry in self._entries]
        spare = max(room - sum(needs), 0) // max(sum(takers), 1)
        return [max(need + spare * takes, 1) for need, takes in zip(needs, takers, strict=True)]

    def _heights(self) -> list[int]:
        """Of stacked panels: whole if there is room for all of both, or else the least."""
        whole = [frame.whole_height(self.width()) for frame in self._frames]
        room = self.height() - _GAP_PX * (len(self._frames) - 1)
        return whole if sum(whole) <= room else [frame.least_height(self.width()) for frame in self._frames]

    def _least_width(self, frame: PanelScroll) -> int:
        return max(frame.least_width(), _LEAST_WIDTH_EM * self.fontMetrics().height())

    def _cut_off(self, direction: QBoxLayout.Direction) -> int:
        """Pixels that the panels would lack, all together."""
        if direction == _STACKED:
            width = sum(max(frame.least_width() - self.width(), 0) for frame in self._frames)
            return _WIDTH_COUNTS * width + max(sum(self._rooms(direction)) - self.height(), 0)
        rooms = self._rooms(direction)
        heights = (frame.least_height(room) - self.height() for frame, room in zip(self._frames, rooms, strict=True))
        return _WIDTH_COUNTS * max(sum(rooms) - self.width(), 0) + sum(max(height, 0) for height in heights)


def _polish(frame: QWidget) -> None:
    """Let the theme's type reach every part now: what a part needs is asked before it is shown for the first time."""
    for part in (frame, *frame.findChildren(QWidget)):
        part.ensurePolished()
