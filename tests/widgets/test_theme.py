"""The tokens: every text and every line can be read on what it stands on, by every pair of eyes."""

from collections.abc import Callable
from itertools import combinations, product

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from lossviz.core.losses.catalogue import LOSSES
from lossviz.core.names import THEME_NAMES
from lossviz.widgets.comparison.variant_looks import CROSS_ENTROPY_LOOK
from lossviz.widgets.curves.style import VALIDATION_DASHES
from lossviz.widgets.fit.case_markers import paint_shape
from lossviz.widgets.fit.model_painting import model_pen
from lossviz.widgets.theme import Sizes, Theme, load_presenting_theme, load_theme
from tests.support.colour_vision import VISIONS, contrast, difference

THEMES = [load_theme(name) for name in THEME_NAMES]
EACH_THEME = pytest.mark.parametrize("theme", THEMES, ids=THEME_NAMES)

GROUNDS = ("window", "surface", "field")
BANNERS = ("info", "warning", "error")
TEXTS = {
    "text": (*GROUNDS, *BANNERS, "selection", "bar_track"),
    "text_muted": (*GROUNDS, *BANNERS, "selection", "bar_track"),
    "accent": GROUNDS,
    "accent_text": ("accent",),
    "canvas_hint": ("canvas",),
    "ink": ("canvas",),
    # drawn as words and numbers in the plots
    **dict.fromkeys(("negative", "positive", "sigmoid_model", "line_model", "law"), GROUNDS[:2]),
    **dict.fromkeys(("loss_mse", "loss_bce", "marker", "train", "validation", "target"), GROUNDS[:2]),
}
LINES = {
    **dict.fromkeys(("border", "ghost", "bar", "bar_best", "ball_blue"), GROUNDS),
    **{f"path_{number}": ("surface",) for number in range(1, 5)},
    **{f"curve_{number}": ("surface",) for number in range(1, 7)},
    **{f"{kind}_edge": (kind, "window") for kind in BANNERS},
    "canvas_guide": ("canvas",),
}
PAIRS = (
    ("negative", "positive"),
    ("train", "validation"),
    ("loss_mse", "loss_bce"),
    ("sigmoid_model", "line_model"),
    ("ball_light", "ball_blue"),
)
APART = 12.0
PATHS = ("path_1", "path_2", "path_3", "path_4")
MEANINGS = ("negative", "positive", "sigmoid_model", "line_model", "loss_mse", "loss_bce", "marker")
UNLIKE = 30.0  # of two colours for which different words come to mind


def shapes_differ() -> bool:
    images = []
    for is_positive in (False, True):
        image = QImage(20, 20, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        with QPainter(image) as painter:
            painter.setBrush(QColor("black"))
            paint_shape(painter, QPointF(10, 10), 8.0, is_positive)
        images.append(image)
    return images[0] != images[1]


# What tells a pair apart beside its colours.
OTHER_SIGNS: dict[tuple[str, str], Callable[[], bool]] = {
    ("negative", "positive"): shapes_differ,
    ("sigmoid_model", "line_model"): lambda: (
        not model_pen("sigmoid", THEMES[0]).dashPattern() and bool(model_pen("line", THEMES[0]).dashPattern())
    ),
    ("train", "validation"): lambda: bool(VALIDATION_DASHES),
    ("loss_mse", "loss_bce"): lambda: (
        (LOSSES["mse"].dash, LOSSES["log"].dash, CROSS_ENTROPY_LOOK.dash) == ("solid", "dashed", "dashed")
    ),
}


def has_other_sign(first: str, second: str) -> bool:
    differ = OTHER_SIGNS.get((first, second))
    return differ is not None and differ()


@EACH_THEME
def test_every_text_can_be_read(theme: Theme) -> None:
    for token, grounds in TEXTS.items():
        for ground in grounds:
            seen = contrast(getattr(theme.colours, token), getattr(theme.colours, ground))
            assert seen >= 4.5, (token, ground)


@EACH_THEME
def test_every_line_can_be_seen(theme: Theme) -> None:
    for token, grounds in LINES.items():
        for ground in grounds:
            seen = contrast(getattr(theme.colours, token), getattr(theme.colours, ground))
            assert seen >= 3.0, (token, ground)


@EACH_THEME
def test_what_stands_side_by_side_differs_to_every_eye(theme: Theme) -> None:
    for first, second in PAIRS:
        for vision in VISIONS:
            apart = difference(getattr(theme.colours, first), getattr(theme.colours, second), vision)
            assert apart >= APART or (vision == "grey" and has_other_sign(first, second)), (first, second, vision)


@EACH_THEME
def test_no_two_optimisers_look_alike_to_any_eye_that_sees_colours(theme: Theme) -> None:
    for first, second in combinations([getattr(theme.colours, path) for path in PATHS], 2):
        for vision in VISIONS:
            assert vision == "grey" or difference(first, second, vision) >= APART, (first, second, vision)


@EACH_THEME
def test_no_optimiser_can_be_read_as_a_class_a_model_or_a_loss(theme: Theme) -> None:
    for path, other in product(PATHS, MEANINGS):
        apart = difference(getattr(theme.colours, path), getattr(theme.colours, other), "usual")
        assert apart >= UNLIKE, (path, other, apart)


def test_the_published_figures_come_out() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert difference("#000000", "#ffffff", "grey") == pytest.approx(100.0, abs=0.1)
    assert difference("#ff0000", "#00a800", "tritan") > 2 * difference("#b30000", "#4d4d00", "protan")


def test_a_projector_gets_thick_lines_in_the_window_and_large_type_when_presenting() -> None:
    in_window, presenting = load_theme("projector"), load_presenting_theme()
    assert in_window.colours == presenting.colours
    assert in_window.sizes.font_px == 14
    assert min(in_window.sizes.line_px, in_window.sizes.line_thin_px) >= 3
    assert min(type_sizes(presenting.sizes)) >= 24
    assert min(presenting.sizes.line_px, presenting.sizes.line_thin_px) >= 3
    assert presenting.sizes.marker_px > in_window.sizes.marker_px


def type_sizes(sizes: Sizes) -> list[int]:
    return [size for name, size in vars(sizes).items() if name.startswith("font_")]
