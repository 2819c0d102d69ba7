"""Formulas set from TeX, once each, with named slots for the numbers that are written into them later."""

import re
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree

from PySide6.QtCore import QRectF

TYPE_PX = 24.0  # of the setting; it is drawn at any size
SLOT_EDGE = 0.14 * TYPE_PX  # room around a slot for its background
_EDGE = SLOT_EDGE + 1.0  # and around the formula, so that no background is cut
_FIRST_SLOT = 0x010101  # slots are set in colours of their own, from this one on: that is how they are found again
_SLOT = re.compile(r"\\slot\{(\w+)\}\{([^{}]*)\}")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Formula:
    """svg: all but the slots, in black; view: its view box; slots: the room of each in the same units, sample: what
    it was measured with."""

    svg: str
    view: QRectF
    slots: dict[str, QRectF]
    samples: dict[str, str]


@lru_cache(maxsize=256)
def typeset(tex: str) -> Formula:
    r"""Set `tex`, in which \slot{name}{0.00} keeps the room of "0.00" free under a name.

    It takes 6-30 ms, once for each formula: https://github.com/cdelker/ziamath
    """
    from ziamath.config import config  # a tenth of a second that the first window need not wait for
    from ziamath.zmath import Latex

    names: list[str] = []
    samples: dict[str, str] = {}

    def coloured(match: re.Match[str]) -> str:
        names.append(match[1])
        samples[match[1]] = match[2]
        return rf"\textcolor{{#{_FIRST_SLOT + len(names) - 1:06x}}}{{{match[2]}}}"

    config.svg2 = False  # Qt's SVG has no <symbol>
    root = ElementTree.fromstring(Latex(_SLOT.sub(coloured, tex), size=TYPE_PX).svg())
    view = QRectF(*map(float, root.attrib["viewBox"].split())).adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
    root.set("viewBox", f"{view.x()} {view.y()} {view.width()} {view.height()}")
    slots = {name: _taken_out(root, f"#{_FIRST_SLOT + number:06x}") for number, name in enumerate(names)}
    ElementTree.register_namespace("", _SVG[1:-1])
    return Formula(ElementTree.tostring(root, encoding="unicode"), view, slots, samples)


def _taken_out(root: ElementTree.Element, colour: str) -> QRectF:
    """The room of the glyphs in this colour, which are removed."""
    room = QRectF()
    for parent in list(root.iter()):
        for glyph in [child for child in parent if child.get("fill") == colour]:
            numbers = list(map(float, _NUMBER.findall(glyph.get("d", ""))))
            xs, ys = numbers[::2], numbers[1::2]
            room |= QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            parent.remove(glyph)
    return room
