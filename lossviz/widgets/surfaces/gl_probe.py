"""Whether this computer can draw with OpenGL: tried out, because a view that stays blank reports no error."""

import importlib
import os
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QOffscreenSurface, QOpenGLContext, QSurfaceFormat

WITHOUT_GL = frozenset({"offscreen", "minimal", "minimalegl", "linuxfb", "vnc"})
LEAST_VERSION = (2, 1)
SIDE_PX = 8
TEST_COLOUR = QColor(51, 153, 204)
TOLERANCE = 2
GL_RENDERER = 0x1F01
PROCESSOR_RENDERERS = ("llvmpipe", "softpipe", "swrast", "software", "gdi generic")
DEPTH_BITS, SMOOTH_SAMPLES = 24, 4


def gl_works() -> bool:
    """Whether a surface that is drawn with OpenGL will be seen. Asked for once, with the application running."""
    return gl_refusal() == ""


@cache
def gl_refusal() -> str:
    """Why OpenGL is not used, in English for the log; "" if it works."""
    platform = QGuiApplication.platformName()
    if platform in WITHOUT_GL:
        return f"Qt's platform {platform!r} shows nothing that is drawn with OpenGL"
    _choose_pyopengl_platform(platform)
    try:
        importlib.import_module("pyqtgraph.opengl")
    except (ImportError, AttributeError, OSError) as error:
        # PyOpenGL raises AttributeError or OSError where the system's library is missing or lacks functions.
        return f"PyOpenGL cannot be used: {error}"
    return _context_refusal() or _picture_refusal()


def _choose_pyopengl_platform(platform: str) -> None:
    """PyOpenGL guesses from the environment, and a wrong guess gives blank views: it is told what Qt uses."""
    is_egl = platform.startswith("wayland") or os.environ.get("QT_XCB_GL_INTEGRATION") == "xcb_egl"
    if is_egl or platform == "xcb":
        os.environ.setdefault("PYOPENGL_PLATFORM", "egl" if is_egl else "glx")


@dataclass(frozen=True)
class _Context:
    """What a context tells of itself. renderer: the graphics card, or the program that stands in for one."""

    is_embedded: bool
    version: tuple[int, int]
    renderer: str


@cache
def _context() -> _Context | None:
    """None if there is none."""
    surface, context = QOffscreenSurface(), QOpenGLContext()
    surface.create()
    if not context.create() or not context.makeCurrent(surface):
        return None
    renderer = str(context.functions().glGetString(GL_RENDERER))
    facts = _Context(context.isOpenGLES(), context.format().version(), renderer)
    context.doneCurrent()
    return facts


def _context_refusal() -> str:
    context = _context()
    if context is None:
        return "no OpenGL context can be made"
    if context.is_embedded:
        return "only OpenGL ES is there"
    return "" if context.version >= LEAST_VERSION else f"OpenGL {context.version} is too old"


def _picture_refusal() -> str:
    """Draws one colour through Qt's widget and PyOpenGL, as the view does, and reads it back."""
    gl_scene = importlib.import_module("lossviz.widgets.surfaces.gl_scene")
    scene = gl_scene.GLScene()
    scene.resize(QSize(SIDE_PX, SIDE_PX))
    scene.fill_with(TEST_COLOUR)
    seen = scene.grabFramebuffer().pixelColor(SIDE_PX // 2, SIDE_PX // 2)
    scene.deleteLater()
    gaps = (seen.red() - TEST_COLOUR.red(), seen.green() - TEST_COLOUR.green(), seen.blue() - TEST_COLOUR.blue())
    if max(abs(gap) for gap in gaps) > TOLERANCE:
        return f"a picture in {TEST_COLOUR.name()} was read back as {seen.name()}"
    return ""


def wanted_format() -> QSurfaceFormat:
    """With smooth edges, unless the processor has to draw them: that costs it 5 ms of the 16 ms that a frame may."""
    context, form = _context(), QSurfaceFormat()
    is_processor = context is None or any(name in context.renderer.lower() for name in PROCESSOR_RENDERERS)
    form.setDepthBufferSize(DEPTH_BITS)
    form.setSamples(0 if is_processor else SMOOTH_SAMPLES)
    return form
