"""The choice between the two 3-D views."""

import os

from lossviz.widgets.surfaces.gl_probe import gl_works
from lossviz.widgets.surfaces.software_view import SoftwareSurfaceView
from lossviz.widgets.surfaces.view_base import SurfaceView
from lossviz.widgets.theme import ThemeSource

CHOICE_VARIABLE = "LOSSVIZ_3D"


def make_surface_view(theme: ThemeSource) -> SurfaceView:
    """With OpenGL where it is seen to work, unless the environment says LOSSVIZ_3D=software; otherwise without."""
    if os.environ.get(CHOICE_VARIABLE, "").strip().lower() == "software" or not gl_works():
        return SoftwareSurfaceView(theme)
    from lossviz.widgets.surfaces.gl_view import GLSurfaceView

    return GLSurfaceView(theme)
