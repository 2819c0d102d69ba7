"""Colours that are worked out from the theme's: faint ones, and a hue for every earlier run."""

from functools import cache

from PySide6.QtGui import QColor

# None near the blue of training (0.56) or the orange of validation (0.07).
GHOST_HUES = (0.77, 0.38, 0.92, 0.17, 0.48, 0.69)
GHOST_SATURATION = 0.5


def faint_colour(colour: QColor, behind: QColor, share: float) -> QColor:
    """`share` of `colour` and the rest of what is behind it."""
    return QColor(
        _mixed(colour.red(), behind.red(), share),
        _mixed(colour.green(), behind.green(), share),
        _mixed(colour.blue(), behind.blue(), share),
    )


def ghost_colour(key: int, base: QColor) -> QColor:
    """A hue for run `key`, as light as `base`, so that its contrast to any background is that of `base`."""
    return QColor(_as_light_as(base.name(), GHOST_HUES[key % len(GHOST_HUES)]))


@cache
def _as_light_as(base: str, hue: float) -> str:
    wanted = relative_luminance(QColor(base))
    low, high = 0.0, 1.0
    while high - low > 1e-3:
        middle = (low + high) / 2
        is_too_dark = relative_luminance(QColor.fromHslF(hue, GHOST_SATURATION, middle)) < wanted
        low, high = (middle, high) if is_too_dark else (low, middle)
    return QColor.fromHslF(hue, GHOST_SATURATION, high).name()


def relative_luminance(colour: QColor) -> float:
    """0 for black to 1 for white. Source: WCAG 2.2, definition of relative luminance."""
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _mixed(front: int, back: int, share: float) -> int:
    return round(share * front + (1 - share) * back)
