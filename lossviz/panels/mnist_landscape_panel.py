"""Two losses around the same trained weights, side by side: as maps or in space, coarse to fine."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lossviz.core.landscape.settings import LandscapeSettings
from lossviz.core.landscape.survey import Landscape
from lossviz.core.training.settings import LossName
from lossviz.stores.landscape_store import LandscapeStore
from lossviz.widgets.choice_labels import label_of
from lossviz.widgets.controls import keeping_its_place, named, row_of, show_checked
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.landscape.controls import LandscapeControls
from lossviz.widgets.landscape.picture import LandscapeGrids, landscape_grids
from lossviz.widgets.landscape.words import (
    hover_text,
    landscape_text,
    plane_text,
    plane_tip,
    progress_text,
    unknown_text,
)
from lossviz.widgets.messages.spoken_errors import spoken_error
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.panel import Panel
from lossviz.widgets.share_bar import ShareBar
from lossviz.widgets.surfaces.camera import Camera
from lossviz.widgets.surfaces.picture import Place, SurfacePicture
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from lossviz.widgets.surfaces.surface_view import make_surface_view
from lossviz.widgets.surfaces.view_base import SurfaceView
from lossviz.widgets.theme import ThemeSource

SIDES = ("left", "right")


@dataclass(eq=False)
class _Side:
    """One of the two surfaces. view: made when it is asked for first, as that may start OpenGL."""

    stack: QStackedWidget
    map: SurfaceMap
    view: SurfaceView | None = None


class MnistLandscapePanel(Panel):
    """Its settings, the two surfaces, and in words what they are worth."""

    compute_pressed = Signal()
    cancel_pressed = Signal()

    def __init__(self, clock: FrameClock, theme: ThemeSource, landscapes: LandscapeStore) -> None:
        super().__init__(clock)
        self._theme = theme
        self._landscapes = landscapes
        self._grids: LandscapeGrids | None = None
        self._camera = Camera()
        self._refusal = ""
        self._build()
        for signal in (
            *(landscapes.settings_changed, landscapes.state_changed, landscapes.landscape_changed),
            *(landscapes.progress_changed, landscapes.view_changed),
        ):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Show the landscape as far as it is, and how it goes on."""
        landscapes = self._landscapes
        landscape = landscapes.landscape
        self._controls.show_settings(landscapes.settings, is_running=landscapes.is_running)
        show_checked(self._in_space, landscapes.is_3d)
        show_checked(self._even, landscapes.is_quantile)
        self._pages.setCurrentIndex(0 if landscape is None else 1)
        for box in (self._in_space, self._even):
            box.setVisible(landscape is not None)
        self._show_progress(landscape)
        _show_text(self._advice, self._refusal or self._advice_text(landscape))
        _show_text(self._facts, self._facts_text(landscape))
        if landscape is not None:
            self._facts.setToolTip(plane_tip(landscape))
            self._show_surfaces(landscape)

    def _facts_text(self, landscape: Landscape | None) -> str:
        if landscape is None:
            return ""
        unknown = unknown_text(landscape, is_3d=self._landscapes.is_3d)
        return "\n".join(text for text in (landscape_text(landscape), plane_text(landscape), unknown) if text)

    def _show_progress(self, landscape: Landscape | None) -> None:
        landscapes = self._landscapes
        is_broken_off = landscapes.state == "cancelled" and landscape is not None and not landscape.is_whole
        self._progress.setVisible(landscapes.is_running or is_broken_off)
        self._progress.show_share(landscapes.share)
        self._progress.setFormat(progress_text(landscape, is_running=landscapes.is_running))

    def _advice_text(self, landscape: Landscape | None) -> str:
        """What is in the way, or what to do."""
        landscapes = self._landscapes
        if landscapes.problem is not None:
            return spoken_error(landscapes.problem)
        if landscape is None or landscapes.is_running or landscape.settings == landscapes.settings:
            return ""
        return self.tr("These settings count from the next Compute on.")

    def _show_surfaces(self, landscape: Landscape) -> None:
        if self._grids is None or self._grids.landscape is not landscape:
            self._grids = landscape_grids(landscape)
        if self._grids is None:
            return
        losses = list(landscape.values)
        for side, loss in zip(self._sides, [*losses, None][: len(self._sides)], strict=True):
            side.stack.setVisible(loss is not None)
            if loss is not None:
                self._show_surface(side, self._picture(self._grids, loss))

    def _show_surface(self, side: _Side, picture: SurfacePicture) -> None:
        if self._landscapes.is_3d:
            side.view = side.view or self._make_view(side)
            side.view.show_picture(picture)
            side.stack.setCurrentWidget(side.view)
        else:
            side.map.show_picture(picture)
            side.stack.setCurrentWidget(side.map)

    def _picture(self, grids: LandscapeGrids, loss: LossName) -> SurfacePicture:
        landscapes = self._landscapes
        return grids.picture(loss, label_of("loss", loss), landscapes.marker, is_quantile=landscapes.is_quantile)

    def _make_view(self, side: _Side) -> SurfaceView:
        name = SIDES[self._sides.index(side)]
        view = named(make_surface_view(self._theme), f"mnist.landscape_{name}_3d", self._side_names[name])
        view.set_camera(self._camera)
        view.hovered.connect(self._on_hovered)
        view.camera_changed.connect(self._on_camera_changed)
        side.stack.addWidget(view)
        return view

    def _build(self) -> None:
        self._side_names = {"left": self.tr("Loss around the weights"), "right": self.tr("The other loss around them")}
        self._controls = LandscapeControls("mnist", self._landscapes.settings)
        self._sides = [self._build_side(name) for name in SIDES]
        self._hint = named(WrappedText(), "mnist.landscape_hint", self.tr("What a landscape is"))
        self._hint.setText(
            self.tr(
                "A network's loss depends on thousands of weights. Here all of them move together along two "
                "directions, a and b, away from what training has found, at (0, 0): two losses of the same weights, "
                "from one pass over the same images. Press Compute."
            )
        )
        self._facts = named(WrappedText(), "mnist.landscape_facts", self.tr("What the landscape shows"))
        self._advice = named(WrappedText(), "mnist.landscape_advice", self.tr("What to do"))
        self._progress = named(ShareBar(), "mnist.landscape_progress", self.tr("How much is computed"))
        tip = self.tr("Show the surfaces in space")
        self._in_space = named(QCheckBox(self.tr("3-D")), "mnist.landscape_3d", tip, tip)
        tip = self.tr("Each colour covers the same area, so that the floor of the valley shows; otherwise by value")
        self._even = named(QCheckBox(self.tr("Even colours")), "mnist.landscape_quantile", tip, tip)
        self._lay_out()
        self._connect_controls()

    def _build_side(self, name: str) -> _Side:
        surface_map = named(SurfaceMap(self._theme), f"mnist.landscape_{name}", self._side_names[name])
        surface_map.hovered.connect(self._on_hovered)
        stack = QStackedWidget()
        stack.addWidget(surface_map)
        return _Side(stack, surface_map)

    def _lay_out(self) -> None:
        surfaces, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for side in self._sides:
            row.addWidget(side.stack, 1)
        surfaces.setLayout(row)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._hint)
        self._pages.addWidget(surfaces)
        below = row_of(keeping_its_place(self._in_space), keeping_its_place(self._even))
        below.addWidget(self._progress, 1)
        below.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._controls)
        column.addWidget(self._pages, 1)
        column.addLayout(below)
        column.addWidget(self._advice)
        column.addWidget(self._facts)

    def _connect_controls(self) -> None:
        controls, landscapes = self._controls, self._landscapes
        controls.settings_chosen.connect(self._on_settings_chosen)
        controls.refused.connect(self._on_refused)
        controls.compute_pressed.connect(self.compute_pressed)
        controls.cancel_pressed.connect(self.cancel_pressed)
        self._in_space.toggled.connect(landscapes.set_3d)
        self._even.toggled.connect(landscapes.set_quantile)

    def _on_settings_chosen(self, settings: LandscapeSettings) -> None:
        self._refusal = ""
        self._landscapes.set_settings(settings)
        self.mark_dirty()

    def _on_refused(self, reason: str) -> None:
        self._refusal = reason
        self.mark_dirty()

    def _on_camera_changed(self, camera: Camera) -> None:
        self._camera = camera
        for side in self._sides:
            if side.view is not None:
                side.view.set_camera(camera)

    def _on_hovered(self, place: Place | None) -> None:
        """Read the computed point that is nearest: nothing is interpolated."""
        landscape = self._landscapes.landscape
        text = "" if place is None or landscape is None else hover_text(landscape, place)
        for side in self._sides:
            side.map.set_hover_text(text if side.map.underMouse() else "")
            if side.view is not None:
                side.view.set_hover_text(text if side.view.underMouse() else "")


def _show_text(label: WrappedText, text: str) -> None:
    """An empty label takes no room."""
    label.setText(text)
    label.setVisible(bool(text))
