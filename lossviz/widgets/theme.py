"""The tokens that every colour, size and line width comes from, and the source that tells when they change."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from lossviz.resource_files import resource_path

_USUAL_FONT_PX = 13


@dataclass(frozen=True)
class Colours:
    """Each a colour as "#rrggbb". Text and its background differ by 4.5:1 at least, lines by 3:1."""

    window: str
    surface: str
    field: str
    text: str
    text_muted: str
    border: str
    accent: str
    accent_text: str
    selection: str
    grid: str
    train: str
    validation: str
    ghost: str
    canvas: str
    canvas_guide: str
    canvas_hint: str
    ink: str
    bar: str
    bar_best: str
    bar_track: str
    info: str
    warning: str
    error: str
    info_edge: str
    warning_edge: str
    error_edge: str
    negative: str
    positive: str
    sigmoid_model: str
    line_model: str
    law: str
    loss_mse: str
    loss_bce: str
    marker: str
    path_1: str
    path_2: str
    path_3: str
    path_4: str
    target: str
    ball_light: str
    ball_blue: str
    curve_1: str
    curve_2: str
    curve_3: str
    curve_4: str
    curve_5: str
    curve_6: str


@dataclass(frozen=True)
class Sizes:
    """Each in device-independent pixels.

    font_least_px: how far type may shrink where it lacks room. control_px: the height of buttons, fields and lists.
    """

    font_px: int
    font_small_px: int
    font_least_px: int
    font_title_px: int
    font_answer_px: int
    line_px: int
    line_thin_px: int
    marker_px: int
    gap_px: int
    control_px: int
    radius_px: int

    @property
    def enlargement(self) -> float:
        """How much larger than usual the type is, at least 1: for small pictures that stand beside it."""
        return max(self.font_px / _USUAL_FONT_PX, 1.0)


@dataclass(frozen=True)
class Theme:
    """One look of the whole window."""

    name: str
    colours: Colours
    sizes: Sizes

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on a dark window."""
        return QColor(self.colours.window).lightnessF() < 0.5


PROJECTOR = "projector"


def load_theme(name: str) -> Theme:
    """The theme resources/themes/`name`.json.

    Raises: TypeError if a token is missing or unknown.
    """
    return _theme_with(name, "sizes")


def load_presenting_theme() -> Theme:
    """The projector's colours, with type and lines for the last row of a class room."""
    return _theme_with(PROJECTOR, "presenting_sizes")


def _theme_with(name: str, sizes: str) -> Theme:
    tokens = json.loads(resource_path(f"themes/{name}.json").read_text(encoding="utf-8"))
    return Theme(tokens["name"], Colours(**tokens["colours"]), Sizes(**tokens[sizes]))


class ThemeSource(QObject):
    """The theme in use. Widgets are handed this, read `theme` when they draw, and listen to `theme_changed`."""

    theme_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    def set_theme(self, theme: Theme) -> None:
        """Use `theme` from now on."""
        if theme != self._theme:
            self._theme = theme
            self.theme_changed.emit()
