"""What a drag or the clipboard holds that could be a picture."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QPixmap


def may_hold_picture(mime: QMimeData) -> bool:
    """Whether it is one local file, whatever is in it, or a picture itself."""
    return local_file_in(mime) is not None or mime.hasImage()


def local_file_in(mime: QMimeData) -> str | None:
    """The path of the one local file that `mime` names; None if it names none, several, or one on the web."""
    urls = mime.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return urls[0].toLocalFile()


def image_in(mime: QMimeData) -> QImage | None:
    """The picture itself, as browsers and screenshot tools hand it over."""
    data = mime.imageData() if mime.hasImage() else None
    if isinstance(data, QPixmap):
        data = data.toImage()
    return data if isinstance(data, QImage) and not data.isNull() else None
