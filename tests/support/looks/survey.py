"""What is wrong with the looks of a window, look by look."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from tests.support.looks.all_checks import faint, unreadable
from tests.support.looks.contrast import pixels_of
from tests.support.looks.finding import Finding
from tests.support.looks.painted import PaintedTexts, painted_texts
from tests.support.looks.places import too_large
from tests.support.looks.scene import SMALL, Dress, Look, Scene


@dataclass(frozen=True)
class Seen:
    """look: of the window. picture: of it. findings: what is wrong with it."""

    look: Look
    picture: QPixmap
    findings: list[Finding]


@dataclass
class Survey:
    """findings: each with the looks that have it."""

    findings: dict[Finding, list[Look]] = field(default_factory=dict)

    def add(self, look: Look, found: list[Finding]) -> None:
        """Note what is wrong with a look."""
        for one in found:
            self.findings.setdefault(one, []).append(look)

    def lines(self) -> list[str]:
        """One for each widget and text, however different the figures are, with the first look that has it."""
        groups: dict[tuple[str, str, str], list[tuple[Finding, Look]]] = {}
        for one, looks in self.findings.items():
            groups.setdefault((one.kind, one.widget, one.text), []).extend((one, look) for look in looks)
        return [f"{found[0][0]}, in {len(found)} looks: {found[0][1]}" for _, found in sorted(groups.items())]


def surveyed(
    scene: Scene, dress: Dress, *, has_all_tabs: bool = True, measures_contrast: bool = True
) -> Iterator[Seen]:
    """Every look of the window in this dress. Colours take as long as all the rest."""
    with painted_texts() as painted:
        for look in scene.looks(dress, has_all_tabs=has_all_tabs):
            picture, found = _look_at(scene, painted, measures_contrast)
            yield Seen(look, picture, found)
        yield Seen(look, picture, too_large(scene.window, QSize(*SMALL)))


def _look_at(scene: Scene, painted: PaintedTexts, measures_contrast: bool) -> tuple[QPixmap, list[Finding]]:
    painted.clear()
    picture = scene.window.grab()
    found = unreadable(scene.window, painted)
    if measures_contrast:
        found += faint(scene.window, painted, pixels_of(scene.window))
    return picture, found
