"""Logits and targets worth looking at, most of them from the course."""

import math
from dataclasses import dataclass
from typing import Literal

PresetKey = Literal[
    "three_classes",
    "four_classes",
    "b4_first",
    "b4_second",
    "soft_first",
    "soft_second",
    "confident_right",
    "unsure",
    "confident_wrong",
    "two_classes",
    "overflow",
]


@dataclass(frozen=True)
class Preset:
    """target: one share for each class, sum 1."""

    logits: tuple[float, ...]
    target: tuple[float, ...]


_B4_FIRST, _B4_SECOND = (2.0, 0.5, 6.0), (0.1, 0.0, 3.0)

PRESETS: dict[PresetKey, Preset] = {
    "three_classes": Preset((3.0, 1.0, -3.0), (1.0, 0.0, 0.0)),
    "four_classes": Preset((9.0, 6.0, 3.0, 1.0), (1.0, 0.0, 0.0, 0.0)),
    "b4_first": Preset(_B4_FIRST, (0.0, 0.0, 1.0)),
    "b4_second": Preset(_B4_SECOND, (0.0, 1.0, 0.0)),
    "soft_first": Preset(_B4_FIRST, (0.4, 0.1, 0.5)),
    "soft_second": Preset(_B4_SECOND, (0.3, 0.6, 0.1)),
    "confident_right": Preset((6.0, 0.0, -1.0), (1.0, 0.0, 0.0)),
    "unsure": Preset((0.2, 0.0, 0.1), (1.0, 0.0, 0.0)),
    "confident_wrong": Preset((-1.0, 6.0, 0.0), (1.0, 0.0, 0.0)),
    "two_classes": Preset((0.0, math.log(1.5)), (0.0, 1.0)),
    "overflow": Preset((100.0, 90.0, 20.0), (1.0, 0.0, 0.0)),
}
