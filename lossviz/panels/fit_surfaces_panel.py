"""Both losses of the same model on the same data over the same (w, b): MSE beside cross-entropy."""

import math

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout

from lossviz.core.fit.cases import Cases
from lossviz.core.fit.descent_settings import OPTIMIZER_NAMES
from lossviz.core.fit.logistic import LOSS_KINDS, LossKind, Parameters, gradient, mean_loss
from lossviz.core.fit.rounding import is_rounding
from lossviz.stores.descent_store import DescentStore
from lossviz.stores.fit_store import FitStore
from lossviz.stores.surface_store import SurfaceKind, SurfaceStore
from lossviz.widgets.controls import named, row_of, show_checked
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel import Panel
from lossviz.widgets.still_label import StillLabel
from lossviz.widgets.surfaces.camera import Camera
from lossviz.widgets.surfaces.fit_marks import downhill_arrow, undecided_models
from lossviz.widgets.surfaces.picture import NOT_A_PATH, Place, SurfacePath, SurfacePicture
from lossviz.widgets.surfaces.race_key import RaceKey
from lossviz.widgets.surfaces.surface_map import SurfaceMap
from lossviz.widgets.surfaces.surface_view import make_surface_view
from lossviz.widgets.surfaces.view_base import SurfaceView
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

Gradients = dict[LossKind, Parameters]
KINDS: tuple[SurfaceKind, ...] = ("mse", "bce", "line_mse")
_AROUND_MAP_PX = (90, 52)  # ticks, titles and colour bar: beside a map, and above and below it
_CLEARLY = 1.1
_TINY = 1e-9  # of a gradient; whether it is one is asked only below


class FitSurfacesPanel(Panel):
    """Maps or 3-D views with one marker between them; all of them show the same place."""

    def __init__(
        self, clock: FrameClock, theme: ThemeSource, fit: FitStore, surfaces: SurfaceStore, descents: DescentStore
    ) -> None:
        super().__init__(clock)
        self._theme = theme
        self._fit = fit
        self._surfaces = surfaces
        self._descents = descents
        self.maps: dict[SurfaceKind, SurfaceMap] = {}
        self.views: dict[SurfaceKind, SurfaceView] = {}
        self._stacks: dict[SurfaceKind, QStackedWidget] = {}
        self._titles = {
            "mse": self.tr("MSE · sigmoid"),
            "bce": self.tr("BCE · sigmoid"),
            "line_mse": self.tr("MSE · line"),
        }
        self._build()
        for signal in (
            *(fit.cases_changed, fit.parameters_changed, fit.pointing_changed),
            *(surfaces.range_changed, surfaces.view_changed, descents.path_changed, descents.settings_changed),
        ):
            signal.connect(self.mark_dirty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the maps where side by side each would be a mere strip."""
        super().resizeEvent(event)
        count = max(sum(not stack.isHidden() for stack in self._stacks.values()), 1)
        beside, below = (by_type(self, size_px) for size_px in _AROUND_MAP_PX)
        size = self._maps_row.geometry().size()
        if_beside = min(size.width() / count - beside, size.height() - below)
        if_stacked = min(size.width() - beside, size.height() / count - below)
        is_stacked = if_stacked > _CLEARLY * max(if_beside, 1.0)
        directions = QBoxLayout.Direction
        self._maps_row.setDirection(directions.TopToBottom if is_stacked else directions.LeftToRight)

    def redraw(self) -> None:
        """Show the surfaces of the cases now, the marker and the paths."""
        surfaces = self._surfaces
        if surfaces.is_3d:
            self._make_views()
        self._stacks["line_mse"].setVisible(surfaces.shows_line)
        paths, gradients = self._paths(), self._gradients()
        for kind, stack in self._stacks.items():
            stack.setCurrentIndex(1 if surfaces.is_3d else 0)
            if not stack.isHidden():
                self._show_surface(kind, self._picture(kind, paths, gradients))
        show_checked(self._in_space, surfaces.is_3d)
        show_checked(self._quantile, surfaces.is_quantile)
        show_checked(self._curvature, surfaces.shows_curvature)
        show_checked(self._line, surfaces.shows_line)
        self._ratio.setText(self._ratio_text(gradients))
        self._show_race()

    def _show_surface(self, kind: SurfaceKind, picture: SurfacePicture) -> None:
        if self._surfaces.is_3d:
            self.views[kind].show_picture(picture)
        else:
            self.maps[kind].set_slice(self._surfaces.slice_axis if self._surfaces.is_sliced else None)
            self.maps[kind].show_picture(picture)

    def _picture(self, kind: SurfaceKind, paths: tuple[SurfacePath, ...], gradients: Gradients) -> SurfacePicture:
        surfaces, fit = self._surfaces, self._fit
        is_line = kind == "line_mse"
        stride = 2 if surfaces.is_3d else 1
        overlay = None
        if surfaces.shows_curvature and kind != "line_mse" and fit.moving is None:
            overlay = surfaces.smallest_eigenvalues(kind)
        return SurfacePicture(
            range=surfaces.range,
            values=np.ascontiguousarray(surfaces.values(kind)[::stride, ::stride]),
            marker=fit.facts.line if is_line else fit.parameters,
            paths=() if is_line else paths,
            arrow=None if kind == "line_mse" else downhill_arrow(surfaces.range, kind, gradients),
            overlay=overlay,
            best=self._best(kind),
            is_quantile=surfaces.is_quantile,
            title=self._title(kind),
            is_moving=fit.moving is not None,
        )

    def _title(self, kind: SurfaceKind) -> str:
        """With the loss at the marker, which nobody shall have to hover over."""
        if kind == "line_mse":
            return self._titles[kind]
        name = self._titles[kind] if self._surfaces.shows_line else kind.upper()
        return f"{name}: {self._fit.loss(kind):.4g}"

    def _best(self, kind: SurfaceKind) -> Place | None:
        facts = self._fit.facts
        if kind == "line_mse":
            return facts.line
        return facts.sigmoid.parameters if kind == "bce" and facts.sigmoid.state == "converged" else None

    def _paths(self) -> tuple[SurfacePath, ...]:
        """From the bottom up: the hovered case's line; where each racer has been, the leader last, whom none may cover;
        before the first step, where the leader would go.
        """
        descents = self._descents
        paths = [
            SurfacePath(
                racer.descent.path_values,
                OPTIMIZER_NAMES.index(racer.optimizer),
                is_dashed=place > 0,
                has_end_mark=place > 0,
            )
            for place, racer in enumerate(descents.racers)
            if racer.descent.position > 0
        ]
        if not paths and descents.leader.ending is None:
            paths.append(
                SurfacePath(descents.preview(), OPTIMIZER_NAMES.index(descents.settings.optimizer), is_dashed=True)
            )
        pointed = self._fit.hovered if self._fit.hovered is not None else self._fit.selected
        if pointed is not None:
            ends = undecided_models(self._surfaces.range, float(self._fit.cases.x[pointed]))
            paths.append(SurfacePath(ends, colour=NOT_A_PATH, is_dashed=True))
        return tuple(reversed(paths))

    def _gradients(self) -> Gradients:
        fit = self._fit
        return {kind: gradient(kind, fit.parameters, fit.cases) for kind in LOSS_KINDS}

    def _ratio_text(self, gradients: Gradients) -> str:
        fit = self._fit
        lengths = {kind: math.hypot(*each) for kind, each in gradients.items()}
        roundings = [
            kind for kind in LOSS_KINDS if lengths[kind] < _TINY and is_rounding(kind, fit.parameters, fit.cases)
        ]
        if roundings:
            text = self.tr("|∇BCE| / |∇MSE| = {bce:.3g} / {mse:.3g} (zero up to rounding)")
            return with_minus_signs(text.format(**(lengths | dict.fromkeys(roundings, 0.0))))
        ratio = lengths["bce"] / lengths["mse"] if lengths["mse"] else math.inf
        text = self.tr("|∇BCE| / |∇MSE| = {bce:.3g} / {mse:.3g} = {ratio:.3g}")
        return with_minus_signs(text.format(ratio=ratio, **lengths))

    def _show_race(self) -> None:
        descents = self._descents
        kind, others = descents.settings.loss, descents.racers[1:]
        losses = {each.optimizer: mean_loss(kind, each.descent.parameters, self._fit.cases) for each in others}
        self._race.show_race(kind.upper(), losses)

    def _build(self) -> None:
        self._maps_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._maps_row.setContentsMargins(0, 0, 0, 0)
        self._maps_row.setSpacing(8)
        for kind in KINDS:
            surface_map = named(SurfaceMap(self._theme), f"fit.surface_{kind}", self._titles[kind])
            self.maps[kind] = surface_map
            self._connect_map(surface_map)
            stack = QStackedWidget()
            stack.addWidget(surface_map)
            self._stacks[kind] = stack
            self._maps_row.addWidget(stack, 1)
        self._race = named(RaceKey(self._theme, "fit"), "fit.race_losses", self.tr("Losses of those who race"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._maps_row, 1)
        column.addWidget(self._race)
        column.addLayout(self._build_tools())
        self._ratio = StillLabel(named(QLabel(), "fit.gradient_ratio", self.tr("Lengths of the gradients")))
        self._ratio.label.setProperty("rank", "caption")
        column.addWidget(self._ratio)

    def _build_tools(self) -> QHBoxLayout:
        surfaces = self._surfaces
        self._in_space = self._switch("view_3d", self.tr("3-D"), self.tr("Show the surfaces in space"))
        self._in_space.toggled.connect(surfaces.set_3d)
        tip = self.tr("Each colour covers the same area, so that the floor of the valley shows; otherwise by value")
        self._quantile = self._switch("quantile", self.tr("Even colours"), tip)
        self._quantile.toggled.connect(surfaces.set_quantile)
        tip = self.tr("Hatch where the surface curves downwards in some direction: there it is not convex")
        self._curvature = self._switch("curvature", self.tr("Not convex"), tip)
        self._curvature.toggled.connect(surfaces.set_shows_curvature)
        tip = self.tr("The straight line's squared error over the same w and b, with the line's own best")
        self._line = self._switch("line_surface", self.tr("Line's surface"), tip)
        self._line.toggled.connect(surfaces.set_shows_line)
        fit_view = named(QPushButton(self.tr("Fit view")), "fit.fit_view", self.tr("Show minimum, marker and path"))
        fit_view.setToolTip(self.tr("Show the minimum and the marker again (double click on a map)"))
        fit_view.clicked.connect(lambda _checked: surfaces.fit_view())
        return row_of(self._in_space, self._quantile, self._curvature, self._line, None, fit_view)

    def _switch(self, name: str, text: str, tip: str) -> QCheckBox:
        return named(QCheckBox(text), f"fit.{name}", tip, tip)

    def _connect_map(self, surface_map: SurfaceMap) -> None:
        surface_map.marker_moved.connect(self._on_marker_moved)
        surface_map.hovered.connect(self._on_hovered)
        surface_map.range_changed.connect(self._surfaces.set_range)
        surface_map.fit_asked.connect(self._surfaces.fit_view)

    def _make_views(self) -> None:
        """3-D views are made when they are asked for first, as that may start OpenGL."""
        if self.views:
            return
        for kind in KINDS:
            view = make_surface_view(self._theme)
            named(view, f"fit.surface_{kind}_3d", self._titles[kind])
            view.marker_moved.connect(self._on_marker_moved)
            view.hovered.connect(self._on_hovered)
            view.camera_changed.connect(self._on_camera_changed)
            self.views[kind] = view
            self._stacks[kind].addWidget(view)

    def _on_camera_changed(self, camera: Camera) -> None:
        for view in self.views.values():
            view.set_camera(camera)

    def _on_marker_moved(self, w: float, b: float) -> None:
        self._fit.set_parameters(Parameters(w, b))

    def _on_hovered(self, place: Place | None) -> None:
        """Read the losses there: computed, not interpolated."""
        text = "" if place is None else self._reading(Parameters(*place), self._fit.cases)
        views: tuple[SurfaceMap | SurfaceView, ...] = (*self.maps.values(), *self.views.values())
        for view in views:
            view.set_hover_text(text if view.underMouse() else "")

    def _reading(self, place: Parameters, cases: Cases) -> str:
        losses = {kind: mean_loss(kind, place, cases) for kind in LOSS_KINDS}
        text = self.tr("w {w:.4g}, b {b:.4g}\nMSE {mse:.6g}\nBCE {bce:.6g}")
        return text.format(w=place.w, b=place.b, **losses)
