"""Two arrow keys that read one thing after the other."""

from PySide6.QtCore import Qt

ACROSS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)


def stepped(key: int, here: int | None, count: int, keys: tuple[Qt.Key, Qt.Key] = ACROSS) -> int | None:
    """The place that the key leads to, of `count`: a neighbour of `here`, and from nowhere the first or the last.

    None for any other key than `keys`, which go back and on, and where there is no place.
    """
    if key not in keys or not count:
        return None
    step = 1 if key == keys[1] else -1
    start = here if here is not None else (-1 if step > 0 else count)
    return min(max(start + step, 0), count - 1)
