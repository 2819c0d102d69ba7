"""The 3-D view that a graphics card draws. Importing this module imports PyOpenGL: ask `gl_works` first."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from lossviz.widgets.surfaces.gl_probe import wanted_format
from lossviz.widgets.surfaces.gl_scene import GLScene
from lossviz.widgets.surfaces.view_base import SurfaceView
from lossviz.widgets.theme import ThemeSource


class GLSurfaceView(SurfaceView):
    """A loss surface in three dimensions, drawn with OpenGL; labels and marks lie over it as in the software view."""

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__(theme)
        self._scene = GLScene()
        self._scene.setFormat(wanted_format())
        self._scene.setParent(self)
        self._over = _Overlay(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scene and overlay cover all of the view."""
        self._scene.setGeometry(self.rect())
        self._over.setGeometry(self.rect())
        self._look_changed()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The scene has the colour of what is behind the view, as if it were see-through."""
        if event.type() is QEvent.Type.PaletteChange:
            self._look_changed()
        super().changeEvent(event)

    def paint_over(self, painter: QPainter) -> None:
        """What lies over the scene."""
        box = self._box()
        if box is not None:
            self._paint_over(painter, box)

    def _surface_changed(self) -> None:
        if self._terrain is not None:
            self._scene.show_terrain(self._terrain, self._palette().wall_colours())
        self._look_changed()

    def _marks_changed(self) -> None:
        self._over.update()

    def _look_changed(self) -> None:
        box, palette = self._box(), self._palette()
        if box is not None:
            behind = self.palette().color(self.backgroundRole())
            self._scene.show_view(self.view(), box, behind, palette.colour("border"))
        self._over.update()


class _Overlay(QWidget):
    """See-through, for mouse and eye."""

    def __init__(self, view: GLSurfaceView) -> None:
        super().__init__(view)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Labels and marks."""
        with QPainter(self) as painter:
            self._view.paint_over(painter)
