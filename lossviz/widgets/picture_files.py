"""What can be seen of widgets, as a picture in a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.system_reasons import system_reason
from lossviz.core.whole_files import write_whole
from lossviz.widgets.exports.widget_pictures import png_of

PICTURE_SUFFIX = ".png"


@dataclass(frozen=True, eq=False)
class PictureSource:
    """Widgets that make a picture, from top to bottom.

    name: for people. file_name: proposed, without its suffix. prepare: brings them up to date though they be hidden.
    """

    name: str
    file_name: str
    widgets: tuple[QWidget, ...]
    prepare: Callable[[], None]


def write_picture(path: Path, source: PictureSource, background: str) -> None:
    """Write `source` as it looks in the window, with twice the window's pixels.

    background: "#rrggbb", where the widgets leave it free.

    Raises: LossvizError if the path cannot be written.
    """
    source.prepare()
    write_export(path, png_of(source.widgets, QColor(background)))


def write_export(path: Path, content: bytes) -> None:
    """Write what was made of something on screen.

    Raises: LossvizError if the path cannot be written.
    """
    try:
        write_whole(path, (content,))
    except OSError as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: OSError) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The picture could not be written to {path}."),
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed there. Choose another folder or free some space."),
        path=path,
        reason=system_reason(error),
    )
