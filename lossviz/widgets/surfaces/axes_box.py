"""The box around a landscape: its edges, ticks and the names of its axes, placed for the eye's side."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lossviz.widgets.surfaces.camera import HEIGHT, Camera, View
from lossviz.widgets.surfaces.colouring import ColourScale
from lossviz.widgets.surfaces.map_axes import axis_ticks
from lossviz.widgets.surfaces.picture import SurfacePicture

MOST_TICKS = 5
PX_PER_TICK = 25
# Labels nearer than this to the corner before the eye would run into those of the other axis.
CORNER = 0.93
LABEL_AT, NAME_AT = 1.13, 1.36
Point = tuple[float, float, float]


@dataclass(frozen=True)
class BoxLabel:
    """A text with its middle at a point, or one of its ends if it is aligned there."""

    text: str
    at: Point
    is_name: bool = False
    is_right_aligned: bool = False
    is_left_aligned: bool = False


@dataclass(frozen=True, eq=False)
class AxesBox:
    """lines: (k, 2, 3), the floor's frame, the two walls behind and their lines at round losses."""

    lines: NDArray[np.float64]
    labels: tuple[BoxLabel, ...]


def axes_box(picture: SurfacePicture, scale: ColourScale, view: View) -> AxesBox:
    """For the surface of `picture` as seen in `view`."""
    camera = view.camera
    near_x, near_y = (1.0 if part < 0 else -1.0 for part in camera.away)
    most = min(max(int(view.scale / PX_PER_TICK), 2), MOST_TICKS)
    heights = _loss_ticks(scale, most)
    lines = [*_floor(), *_wall_lines(-near_x, -near_y, [0.0, HEIGHT, *(height for height, _ in heights)])]
    lines += [((x, y, 0.0), (x, y, HEIGHT)) for x, y in ((-near_x, -near_y), (near_x, -near_y), (-near_x, near_y))]
    low_high = picture.range
    # The numbers on the right begin at their places: in the middle there, those next to the corner would touch.
    is_b_right = near_x * camera.right[0] > near_y * camera.right[1]
    along_w = [
        BoxLabel(text, (x, LABEL_AT * near_y, 0.0), is_left_aligned=not is_b_right)
        for x, text in _ticks(low_high.w_low, low_high.w_high, most)
    ]
    along_b = [
        BoxLabel(text, (LABEL_AT * near_x, y, 0.0), is_left_aligned=is_b_right)
        for y, text in _ticks(low_high.b_low, low_high.b_high, most)
    ]
    labels = [label for label in along_w if label.at[0] * near_x < CORNER]
    labels += [label for label in along_b if label.at[1] * near_y < CORNER]
    labels.append(BoxLabel(picture.axis_names[0], (0.0, NAME_AT * near_y, 0.0), is_name=True))
    labels.append(BoxLabel(picture.axis_names[1], (NAME_AT * near_x, 0.0, 0.0), is_name=True))
    labels += _loss_labels(heights, camera)
    return AxesBox(np.array(lines, np.float64), tuple(labels))


def _floor() -> list[tuple[Point, Point]]:
    corners: list[Point] = [(-1.0, -1.0, 0.0), (1.0, -1.0, 0.0), (1.0, 1.0, 0.0), (-1.0, 1.0, 0.0)]
    return list(zip(corners, [*corners[1:], corners[0]], strict=True))


def _wall_lines(far_x: float, far_y: float, heights: list[float]) -> list[tuple[Point, Point]]:
    lines: list[tuple[Point, Point]] = []
    for height in heights:
        lines.append(((-1.0, far_y, height), (1.0, far_y, height)))
        lines.append(((far_x, -1.0, height), (far_x, 1.0, height)))
    return lines


def _ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """Place from -1 to 1, and label."""
    return [(2 * (value - low) / (high - low) - 1, text) for value, text in axis_ticks(low, high, most)]


def _loss_ticks(scale: ColourScale, most: int) -> list[tuple[float, str]]:
    """Height and label."""
    if scale.high <= scale.low:
        return []
    to_height = HEIGHT / (scale.high - scale.low)
    return [((value - scale.low) * to_height, text) for value, text in axis_ticks(scale.low, scale.high, most)]


def _loss_labels(ticks: list[tuple[float, str]], camera: Camera) -> list[BoxLabel]:
    """Along the upright edge that is farthest to the left."""
    corners = [(x, y) for x in (-1.0, 1.0) for y in (-1.0, 1.0)]
    x, y = min(corners, key=lambda corner: corner[0] * camera.right[0] + corner[1] * camera.right[1])
    return [BoxLabel(text, (x, y, height), is_right_aligned=True) for height, text in ticks]
