"""Texts that the project's own widgets paint: where they come to lie, in which colour, and whether that can be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPaintDevice, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from lossviz.widgets.plots import pixmap_cache
from tests.support.looks.finding import Finding, Kind, finding

_SLACK_PX = 2.0  # of smoothed edges, and of the air on the sides of letters
_MOST_SHARED = 0.15  # of the smaller one's area


@dataclass(frozen=True)
class PaintedText:
    """ink: where it is black on white. room: what of `device` could be painted on. Both in the device's coordinates."""

    device: QPaintDevice
    text: str
    ink: QRectF
    room: QRectF
    colour: QColor
    font: QFont

    @property
    def is_cut(self) -> bool:
        """Whether a part of it can be seen and another one cannot. What can be scrolled to is not cut."""
        below_px = self.ink.height() if self._can_be_scrolled_to else _SLACK_PX
        roomy = self.room.adjusted(-_SLACK_PX, -below_px, _SLACK_PX, below_px)
        return self.room.intersects(self.ink) and not roomy.contains(self.ink)

    @property
    def _can_be_scrolled_to(self) -> bool:
        area = self.device.parent() if isinstance(self.device, QWidget) else None
        return isinstance(area, QAbstractScrollArea) and area.verticalScrollBar().maximum() > 0


@dataclass
class PaintedTexts:
    """texts: in the order in which they were painted. shortened: what each was before, by what was left of it."""

    texts: list[PaintedText] = field(default_factory=list)
    shortened: dict[str, str] = field(default_factory=dict)

    def clear(self) -> None:
        """Begin anew."""
        self.texts.clear()
        self.shortened.clear()


@contextmanager
def painted_texts() -> Iterator[PaintedTexts]:
    """What lossviz's own widgets paint meanwhile. Nothing comes out of a cache, which would not be seen."""
    seen = PaintedTexts()
    draw = QPainter.drawText

    def noted(painter: QPainter, *arguments: Any) -> Any:
        if painted := _placed(painter, arguments):
            seen.texts.append(painted)
        return draw(painter, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", noted)
        patch.setattr(pixmap_cache, "is_drawing", lambda _painter: True)
        for metrics in (QFontMetrics, QFontMetricsF):
            _note_shortened(patch, metrics, seen)
        yield seen


def cut_paintings(painted: PaintedTexts) -> list[Finding]:
    """Texts of which a part lies outside of where they may be painted, and those that were shortened.

    A text may be shortened on purpose: then all of it is in the widget's tool tip or description.
    """
    found = [about(one, "cut", _told(one)) for one in painted.texts if one.is_cut]
    for one in painted.texts:
        whole = painted.shortened.get(one.text)
        if whole is not None and not _is_told_elsewhere(one.device, whole):
            found.append(about(one, "cut", f"is all that is left of “{whole}”"))
    return found


def paintings_over_each_other(painted: PaintedTexts) -> list[Finding]:
    """Pairs of different texts of one widget that lie over each other."""
    found = []
    for one, other in combinations(painted.texts, 2):
        if one.device is other.device and one.text != other.text and _hides(one.ink, other.ink):
            found.append(about(one, "overlap", f"lies over “{other.text}”"))
    return found


def _hides(one: QRectF, other: QRectF) -> bool:
    """Whether they share more than an exponent shares with what it stands on."""
    common = one.intersected(other)
    return common.width() * common.height() > _MOST_SHARED * min(_area(one), _area(other))


def _area(place: QRectF) -> float:
    return place.width() * place.height()


def _note_shortened(patch: pytest.MonkeyPatch, metrics: type[Any], seen: PaintedTexts) -> None:
    shorten = metrics.elidedText

    def noted(own: Any, text: str, *arguments: Any) -> str:
        shown: str = shorten(own, text, *arguments)
        if shown != text:
            seen.shortened[shown] = text
        return shown

    patch.setattr(metrics, "elidedText", noted)


def _placed(painter: QPainter, arguments: tuple[Any, ...]) -> PaintedText | None:
    """What a call of drawText paints; None if it is nothing."""
    text = next((argument for argument in arguments if isinstance(argument, str)), "")
    if not text.strip():
        return None
    ink, frame = _ink(painter, arguments, text)
    map_to_device = painter.worldTransform().mapRect
    device = painter.device()
    room = QRectF(QPointF(), QSizeF(device.width(), device.height()) / device.devicePixelRatioF())
    if painter.hasClipping():
        room &= map_to_device(painter.clipBoundingRect())
    if frame is not None:
        room &= map_to_device(frame)
    return PaintedText(device, text, map_to_device(ink), room, painter.pen().color(), painter.font())


def _ink(painter: QPainter, arguments: tuple[Any, ...], text: str) -> tuple[QRectF, QRectF | None]:
    """Where it is painted, and the frame that it is clipped to, in the painter's coordinates."""
    metrics = QFontMetricsF(painter.font())
    first = arguments[0]
    if isinstance(first, QPoint | QPointF):
        return metrics.tightBoundingRect(text).translated(QPointF(first)), None
    if not isinstance(first, QRect | QRectF):
        numbers = [argument for argument in arguments if isinstance(argument, int | float)]
        if len(numbers) == 2:
            return metrics.tightBoundingRect(text).translated(QPointF(*numbers)), None
        first = QRectF(*numbers[:4])
    flags = next((argument for argument in arguments[1:] if not isinstance(argument, str)), Qt.AlignmentFlag(0))
    frame = QRectF(first)
    place = painter.boundingRect(frame, _number(flags), text)
    if "\n" not in text and place.height() < 1.5 * metrics.height():
        ink = metrics.tightBoundingRect(text)
        place = QRectF(place.left() + ink.left(), place.top() + metrics.ascent() + ink.top(), ink.width(), ink.height())
    return place, None if _number(flags) & Qt.TextFlag.TextDontClip.value else frame


def _number(flags: Any) -> int:
    return int(getattr(flags, "value", flags))


def _told(one: PaintedText) -> str:
    ink, room = one.ink, one.room
    return (
        f"from {ink.left():.0f}, {ink.top():.0f} to {ink.right():.0f}, {ink.bottom():.0f} is not within "
        f"{room.left():.0f}, {room.top():.0f} to {room.right():.0f}, {room.bottom():.0f}"
    )


def _is_told_elsewhere(device: QPaintDevice, text: str) -> bool:
    return isinstance(device, QWidget) and (text in device.toolTip() or text in device.accessibleDescription())


def about(one: PaintedText, kind: Kind, detail: str) -> Finding:
    """A finding about it."""
    if isinstance(one.device, QWidget):
        return finding(kind, one.device, one.text, detail)
    return Finding(kind, type(one.device).__name__, one.text, detail)
