"""The things in a GL scene, each with the scene's own program.

pyqtgraph keeps its programs for all views together; in a window that does not share its OpenGL context with the first
one they mean nothing, and its view stays blank.
"""

import numpy as np
import pyqtgraph.opengl as gl
from numpy.typing import NDArray
from OpenGL import GL
from pyqtgraph.opengl.shaders import FragmentShader, ShaderProgram, VertexShader
from PySide6.QtGui import QColor

VERTEX_CODE = """
    uniform mat4 u_mvp;
    attribute vec4 a_position;
    attribute vec4 a_color;
    varying vec4 v_color;
    void main() {
        v_color = a_color;
        gl_Position = u_mvp * a_position;
    }
"""
FRAGMENT_CODE = """
    #ifdef GL_ES
    precision mediump float;
    #endif
    varying vec4 v_color;
    void main() {
        gl_FragColor = v_color;
    }
"""


class SceneProgram(ShaderProgram):
    """Colours as they are given; compiled in the context in which it is first used."""

    def __init__(self) -> None:
        super().__init__("lossviz", [VertexShader(VERTEX_CODE), FragmentShader(FRAGMENT_CODE)])

    def program(self, *, es2_compat: bool = False) -> int:
        """With its attributes where pyqtgraph's lines expect them."""
        is_new = self.prog is None
        program = super().program(es2_compat=es2_compat)
        if is_new:
            GL.glBindAttribLocation(program, 1, "a_color")
            GL.glLinkProgram(program)
        return program


class SceneMesh(gl.GLMeshItem):
    """Triangles with a colour at each corner. Normals are left out: they alone would cost 20 ms at 64 x 64."""

    def __init__(self, program: SceneProgram) -> None:
        super().__init__(smooth=True, computeNormals=False, glOptions="opaque", shader=program)
        self.setVisible(False)

    def show_mesh(
        self, vertices: NDArray[np.float32], faces: NDArray[np.uint32], colours_u8: NDArray[np.uint8]
    ) -> None:
        """vertices: (n, 3); faces: (k, 3) numbers of vertices; colours_u8: (n, 4), red, green, blue, opacity."""
        self.setMeshData(vertexes=vertices, faces=faces, vertexColors=colours_u8)
        self.setVisible(True)


class SceneLines(gl.GLLinePlotItem):
    """Lines of one colour between pairs of points."""

    def __init__(self, program: SceneProgram, *, is_see_through: bool) -> None:
        super().__init__(mode="lines", glOptions="translucent" if is_see_through else "opaque")
        self._program = program

    def show_lines(self, ends: NDArray[np.float32], colour: QColor) -> None:
        """ends: (2 k, 3)."""
        self.setData(pos=ends, color=(colour.redF(), colour.greenF(), colour.blueF(), colour.alphaF()))

    def getShaderProgram(self) -> int:
        """The scene's."""
        return self._program.program()
