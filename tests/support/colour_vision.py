"""What colours look like to eyes that see fewer of them, and how far apart two colours are."""

from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from lossviz.widgets.curves.colours import relative_luminance

Numbers = npt.NDArray[np.float64]
Vision = Literal["usual", "protan", "deutan", "tritan", "grey"]
VISIONS: tuple[Vision, ...] = ("protan", "deutan", "tritan", "grey")

# From linear RGB to linear RGB. Source: Machado, Oliveira and Fernandes 2009, "A physiologically-based model for
# simulation of color vision deficiency", table for severity 1.0. Grey: the luminance of sRGB in all three channels.
_SEEN: dict[Vision, Numbers] = {
    "usual": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
    "grey": np.array([[0.2126, 0.7152, 0.0722]] * 3),
}
# From linear sRGB to CIE XYZ, with the white of D65. Source: IEC 61966-2-1.
_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = _XYZ.sum(axis=1)


def contrast(first: str, second: str) -> float:
    """1 to 21. Source: WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((relative_luminance(QColor(first)), relative_luminance(QColor(second))))
    return (lighter + 0.05) / (darker + 0.05)


def difference(first: str, second: str, vision: Vision) -> float:
    """CIE 1976 colour difference as this eye sees both; about 2 can just be told, 100 is black and white."""
    one, other = (_lab(np.clip(_SEEN[vision] @ _linear(colour), 0.0, 1.0)) for colour in (first, second))
    return float(np.linalg.norm(one - other))


def _linear(colour: str) -> Numbers:
    parts = np.array([QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def _lab(linear: Numbers) -> Numbers:
    """Source: CIE 15:2004."""
    shares = _XYZ @ linear / _WHITE
    x, y, z = np.where(shares > (6 / 29) ** 3, np.cbrt(shares), shares * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
