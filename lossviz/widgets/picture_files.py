"""What can be seen of widgets, as a picture in a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.whole_files import write_whole

PICTURE_SUFFIX = ".png"
PNG_SCALE = 2  # pixels of the file for one of the window


@dataclass(frozen=True, eq=False)
class PictureSource:
    """Widgets that make a picture, from top to bottom.

    name: for people. file_name: proposed, without its suffix.
    prepare: brings them up to date though they be hidden, with lines so many times as wide: cosmetic pens are as many
    pixels wide in a picture of twice the size.
    """

    name: str
    file_name: str
    widgets: tuple[QWidget, ...]
    prepare: Callable[[float], None]


def write_picture(path: Path, source: PictureSource, background: str) -> None:
    """Write `source` as it looks in the window, with twice the window's pixels.

    background: "#rrggbb", where the widgets leave it free.

    Raises: LossvizError if the path cannot be written.
    """
    source.prepare(PNG_SCALE)
    try:
        content = _png(source.widgets, QColor(background))
    finally:
        source.prepare(1.0)
    try:
        write_whole(path, (content,))
    except OSError as error:
        raise _not_written(path, error) from error


def _png(widgets: Sequence[QWidget], background: QColor) -> bytes:
    image = QImage(_size(widgets) * PNG_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(PNG_SCALE)
    image.fill(background)
    with QPainter(image) as painter:
        _paint(painter, widgets)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _size(widgets: Sequence[QWidget]) -> QSize:
    return QSize(max(widget.width() for widget in widgets), sum(widget.height() for widget in widgets))


def _paint(painter: QPainter, widgets: Sequence[QWidget]) -> None:
    top = 0
    for widget in widgets:
        painter.save()
        widget.render(painter, QPoint(0, top), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.restore()
        top += widget.height()


def _not_written(path: Path, error: OSError) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The picture could not be written to {path}."),
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed there. Choose another folder or free some space."),
        path=path,
        reason=error.strerror or error,
    )
