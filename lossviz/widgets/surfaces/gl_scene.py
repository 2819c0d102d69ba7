"""The surface drawn by pyqtgraph with OpenGL. Importing this module imports PyOpenGL: ask `gl_works` first."""

from functools import lru_cache

import numpy as np
import pyqtgraph.opengl as gl
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QMatrix4x4

from lossviz.widgets.surfaces.axes_box import AxesBox
from lossviz.widgets.surfaces.camera import HEIGHT, Camera, View
from lossviz.widgets.surfaces.gl_items import SceneLines, SceneMesh, SceneProgram
from lossviz.widgets.surfaces.terrain import Terrain, shaded_colours

Points = NDArray[np.float32]

# What is nearer or further from the middle than this, in units of the floor, is not drawn.
DEPTH = 10.0
LINES = 8
LINE_LIFT = 0.004
LINE_SHARE = 0.22


class GLScene(gl.GLViewWidget):
    """A landscape and the lines of its box. Mouse and keys are the business of the widget that holds it."""

    def __init__(self) -> None:
        super().__init__()
        self._view: View | None = None
        program = SceneProgram()
        self._surface, self._walls = SceneMesh(program), SceneMesh(program)
        self._net, self._box = SceneLines(program, is_see_through=True), SceneLines(program, is_see_through=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for item in (self._surface, self._walls, self._box, self._net):
            self.addItem(item)

    def show_terrain(self, terrain: Terrain, walls: tuple[QColor, QColor]) -> None:
        """Another surface; walls: the colours of those that w crosses, and of those that b crosses."""
        points = _grid_points(terrain.heights)
        colours = shaded_colours(terrain.scale, terrain.heights, terrain.shades).reshape(-1, 4)
        self._surface.show_mesh(points.reshape(-1, 3), _faces(len(points), len(points)), colours)
        self._walls.show_mesh(*_walls(points, walls))
        self._net.show_lines(_net(points), QColor.fromRgbF(0.0, 0.0, 0.0, LINE_SHARE))

    def show_view(self, view: View, box: AxesBox, background: QColor, line: QColor) -> None:
        """Another place to look from, and the box for it."""
        self._view = view
        self._box.show_lines(box.lines.reshape(-1, 3).astype(np.float32), line)
        self.setBackgroundColor(background)

    def fill_with(self, colour: QColor) -> None:
        """Draw one triangle that covers everything: what a test reads back."""
        self._view = View(Camera(elevation=89.0), 1.0, 1.0)
        corners = np.array([[-9.0, -9.0, 0.5], [9.0, -9.0, 0.5], [0.0, 9.0, 0.5]], np.float32)
        colours = np.tile(np.array(colour.getRgb(), np.uint8), (3, 1))
        self._surface.show_mesh(corners, np.array([[0, 1, 2]], np.uint32), colours)

    def projectionMatrix(self, region: tuple[int, int, int, int], viewport: tuple[int, int, int, int]) -> QMatrix4x4:
        """Without perspective, as the software view."""
        matrix = QMatrix4x4()
        if self._view is not None:
            across, up = (side / 2 / self._view.scale for side in (self._view.width_px, self._view.height_px))
            matrix.ortho(-across, across, -up, up, -DEPTH, DEPTH)
        return matrix

    def viewMatrix(self) -> QMatrix4x4:
        """From the camera of `show_view`."""
        camera = Camera() if self._view is None else self._view.camera
        sine, cosine, (across, along), (away_x, away_y) = camera.sine, camera.cosine, camera.right, camera.away
        rows = [
            (across, along, 0.0),
            (away_x * sine, away_y * sine, cosine),
            (-away_x * cosine, -away_y * cosine, sine),
        ]
        matrix = QMatrix4x4([*(part for row in rows for part in (*row, 0.0)), 0.0, 0.0, 0.0, 1.0])
        matrix.translate(0.0, 0.0, -HEIGHT / 2)
        return matrix


def _grid_points(heights: NDArray[np.float64]) -> Points:
    """(n, n, 3)."""
    side = np.linspace(-1.0, 1.0, len(heights))
    return np.stack([*np.meshgrid(side, side), heights], axis=2).astype(np.float32)


@lru_cache(maxsize=4)
def _faces(rows: int, columns: int) -> NDArray[np.uint32]:
    """(triangles, 3): two for each cell of a grid of points."""
    first = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    lower = np.column_stack([first, first + 1, first + columns + 1])
    upper = np.column_stack([first, first + columns + 1, first + columns])
    return np.concatenate([lower, upper]).astype(np.uint32)


def _walls(points: Points, colours: tuple[QColor, QColor]) -> tuple[Points, NDArray[np.uint32], NDArray[np.uint8]]:
    """From the surface's four edges down to the floor."""
    vertices, faces, shades = [], [], []
    edges = ((points[0], colours[1]), (points[-1], colours[1]), (points[:, 0], colours[0]), (points[:, -1], colours[0]))
    for number, (edge, colour) in enumerate(edges):
        count = len(edge)
        vertices += [edge * np.array([1, 1, 0], np.float32), edge]
        faces.append(_faces(2, count) + np.uint32(2 * count * number))
        shades.append(np.tile(np.array(colour.getRgb(), np.uint8), (2 * count, 1)))
    return np.concatenate(vertices), np.concatenate(faces), np.concatenate(shades)


def _net(points: Points) -> Points:
    """(2 k, 3): pairs of ends along every eighth of the grid, a little above the surface."""
    at = np.linspace(0, len(points) - 1, LINES + 1).round().astype(np.intp)
    lines = np.concatenate([points[at], points[:, at].swapaxes(0, 1)])
    pairs = np.stack([lines[:, :-1], lines[:, 1:]], axis=2).reshape(-1, 3)
    return pairs + np.array([0, 0, LINE_LIFT], np.float32)
