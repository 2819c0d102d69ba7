"""Where the parts of a message banner lie at a given width."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

EDGE_PX = 4
_LEAST_WORDS_PX = 280  # beside the buttons; where they would leave less, they go under the words
_NO_LIMIT_PX = 1 << 20


@dataclass(frozen=True)
class BannerParts:
    """What there is to place. title_height, text_height: the height in pixels at a width in pixels."""

    icon: QSize
    title_height: Callable[[int], int]
    text_height: Callable[[int], int]
    buttons: Sequence[QSize]
    close: QSize
    gap_px: int


@dataclass(frozen=True)
class BannerPlaces:
    """Where everything lies, and how high the banner is."""

    icon: QRect
    title: QRect
    text: QRect
    buttons: tuple[QRect, ...]
    close: QRect
    height: int


def words_left(parts: BannerParts) -> int:
    """Where title and text begin."""
    return EDGE_PX + 2 * parts.gap_px + parts.icon.width()


def banner_places(parts: BannerParts, width: int) -> BannerPlaces:
    """Icon, words and close button in a row; the buttons beside the words if there is room, else under them."""
    gap, left = parts.gap_px, words_left(parts)
    air = 3 * gap // 4
    close_left = width - gap // 2 - parts.close.width()
    buttons_width = sum(size.width() + gap for size in parts.buttons)
    words_width = max(1, close_left - gap - left)
    is_beside = words_width - buttons_width >= max(_LEAST_WORDS_PX, buttons_width)
    if is_beside:
        words_width -= buttons_width
    title, text, row, first_line = _words(parts, QRect(left, air, words_width, 0), is_beside=is_beside)
    if is_beside:
        buttons = _in_a_row(parts.buttons, left + words_width + gap, row.center().y(), gap)
    else:
        buttons = _in_rows(parts.buttons, QRect(left, row.bottom() + 1 + gap // 2, words_width, 0), gap)
    return BannerPlaces(
        icon=_centred(parts.icon, EDGE_PX + gap, first_line),
        title=title,
        text=text,
        buttons=buttons,
        close=_centred(parts.close, close_left, first_line),
        height=max([row.bottom(), *(place.bottom() for place in buttons)]) + 1 + air,
    )


def _words(parts: BannerParts, room: QRect, *, is_beside: bool) -> tuple[QRect, QRect, QRect, int]:
    """Title and text in the middle of a row from `room`'s upper edge, as high as the highest thing in it.

    Returns their places, the row, and the middle of the first line, to which icon and close button keep.
    """
    title_height, text_height = parts.title_height(room.width()), parts.text_height(room.width())
    head_height = max(parts.icon.height(), parts.close.height())
    air = max(0, (head_height - parts.title_height(_NO_LIMIT_PX)) // 2)
    between = parts.gap_px // 4 if text_height else 0
    block_height = max(head_height, title_height + between + text_height + 2 * air)
    beside_heights = [size.height() for size in parts.buttons] if is_beside else []
    row = QRect(room.left(), room.top(), room.width(), max([block_height, *beside_heights]))
    top = row.top() + (row.height() - block_height) // 2
    title = QRect(room.left(), top + air, room.width(), title_height)
    text = QRect(room.left(), title.bottom() + 1 + between, room.width(), text_height)
    return title, text, row, top + head_height // 2


def _centred(size: QSize, left: int, middle: int) -> QRect:
    return QRect(QPoint(left, middle - size.height() // 2), size)


def _in_a_row(sizes: Sequence[QSize], left: int, middle: int, gap: int) -> tuple[QRect, ...]:
    places = []
    for size in sizes:
        places.append(_centred(size, left, middle))
        left += size.width() + gap
    return tuple(places)


def _in_rows(sizes: Sequence[QSize], room: QRect, gap: int) -> tuple[QRect, ...]:
    """From left to right, in as many rows as the width of `room` asks for."""
    places = []
    corner = room.topLeft()
    for size in sizes:
        if corner.x() > room.left() and corner.x() + size.width() > room.right() + 1:
            corner = QPoint(room.left(), corner.y() + size.height() + gap // 2)
        places.append(QRect(corner, size))
        corner += QPoint(size.width() + gap, 0)
    return tuple(places)
