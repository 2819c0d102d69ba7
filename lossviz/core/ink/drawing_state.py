"""A drawing as a state of plain values, and back."""

import base64
import binascii
import zlib

import numpy as np

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.ink.drawing import Drawing, OpenedPicture, opened_picture
from lossviz.core.ink.pictures import PictureU8
from lossviz.core.ink.strokes import Stroke
from lossviz.core.sessions.state_reader import StateReader

LONGEST_SIDE_PX = 4096
MOST_POINTS = 1_000_000  # of a stroke
MOST_STROKES = 10_000
_REACH = 100.0  # a pen that is dragged off the canvas goes on counting beside it
_MOST_TEXT = 32 << 20


class DrawingWriter:
    """Writes drawings as states. Strokes and picture of the last one are not written anew: 4000 points take 13 ms, a
    large picture 100 ms, and while a pen moves somebody may ask ten times a second.
    """

    def __init__(self) -> None:
        self._last = Drawing()
        self._strokes: list[dict[str, object]] = []
        self._picture: dict[str, object] | None = None

    def state_of(self, drawing: Drawing) -> dict[str, object]:
        """Keys: strokes, a list of {points: [[x, y], ...]} in the unit square, x right, y down; picture, where one is:
        {rows, columns, grey, dark_on_light}, where grey is base64 of zlib of the rows' bytes, 0 black.
        """
        known = dict(zip(map(id, self._last.strokes), self._strokes, strict=True))
        self._strokes = [known.get(id(stroke)) or _stroke_state(stroke) for stroke in drawing.strokes]
        if drawing.picture is not self._last.picture:
            self._picture = _picture_state(drawing.picture) if drawing.picture else None
        self._last = drawing
        state: dict[str, object] = {"strokes": self._strokes}
        return state if self._picture is None else {**state, "picture": self._picture}


def drawing_of(reader: StateReader) -> Drawing | None:
    """What the keys that a DrawingWriter writes say; None if neither is there.

    Raises: LossvizError that names the key.
    """
    strokes, picture = reader.parts("strokes", 0, MOST_STROKES), reader.part("picture")
    if strokes is None and picture is None:
        return None
    drawn = tuple(map(_stroke_of, strokes or ()))
    if picture is None:
        return Drawing(drawn)
    if drawn:
        why = QT_TRANSLATE_NOOP("errors", "There is a picture or there are strokes, but not both.")
        raise reader.refusal("strokes", why)
    return _picture_of(picture)


def are_same(one: Drawing, other: Drawing) -> bool:
    """Whether two drawings show the same, stroke by stroke and pixel by pixel."""
    is_same_ink = len(one.strokes) == len(other.strokes) and all(map(np.array_equal, one.strokes, other.strokes))
    if one.picture is None or other.picture is None:
        return is_same_ink and one.picture is other.picture
    return one.picture.was_dark_on_light == other.picture.was_dark_on_light and np.array_equal(
        one.picture.grey_u8, other.picture.grey_u8
    )


def _stroke_state(stroke: Stroke) -> dict[str, object]:
    """With the shortest numbers that give the same float32 again."""
    return {"points": stroke.astype(np.float32).astype(str).astype(np.float64).tolist()}


def _stroke_of(reader: StateReader) -> Stroke:
    rows = reader.rows("points", 2, -_REACH, _REACH, 0, MOST_POINTS) or ()
    reader.finish()
    return np.array(rows, np.float32).reshape(-1, 2)


def _picture_state(picture: OpenedPicture) -> dict[str, object]:
    rows, columns = picture.grey_u8.shape
    packed = base64.b64encode(zlib.compress(picture.grey_u8.tobytes())).decode("ascii")
    return {"rows": rows, "columns": columns, "grey": packed, "dark_on_light": picture.was_dark_on_light}


def _picture_of(reader: StateReader) -> Drawing:
    rows, columns = (_needed(reader, name) for name in ("rows", "columns"))
    grey = _unpacked(reader, rows * columns)
    dark_on_light = reader.flag("dark_on_light")
    reader.finish()
    return opened_picture(grey.reshape(rows, columns), dark_on_light)


def _needed(reader: StateReader, name: str) -> int:
    size = reader.whole(name, 1, LONGEST_SIDE_PX)
    if size is None:
        raise reader.refusal(name, QT_TRANSLATE_NOOP("errors", "It is missing, and a picture needs it."))
    return size


def _unpacked(reader: StateReader, pixels: int) -> PictureU8:
    """At most `pixels` bytes are unpacked, whatever the text says."""
    try:
        packed = base64.b64decode(reader.text("grey", _MOST_TEXT) or "", validate=True)
        content = zlib.decompressobj().decompress(packed, pixels + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        why = QT_TRANSLATE_NOOP("errors", "Expected are packed bytes as lossviz writes them; it is {found}.")
        raise reader.refusal("grey", why) from error
    if len(content) != pixels:
        why = QT_TRANSLATE_NOOP("errors", "Expected are {pixels} grey values; there are more or fewer.")
        raise reader.refusal("grey", why, pixels=pixels)
    return np.frombuffer(content, np.uint8).copy()
