"""One step of the descent in its four phases: forward, loss, backward, update."""

from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from lossviz.stores.descent_store import DescentStore
from lossviz.stores.fit_store import FitStore
from lossviz.widgets.controls import named, plain_label, row_of, show_checked
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.minus_signs import with_minus_signs
from lossviz.widgets.panel import Panel
from lossviz.widgets.still_label import StillLabel

MOST_SHOWN = 2  # cases whose numbers are written out


class FitSlowMotionPanel(Panel):
    """Four boxes with the numbers of the step about to be taken; the one whose turn it is is lit."""

    def __init__(self, clock: FrameClock, fit: FitStore, descents: DescentStore) -> None:
        super().__init__(clock)
        self._fit = fit
        self._descents = descents
        self._boxes: list[QFrame] = []
        self._texts: list[StillLabel] = []
        self._build()
        for signal in (descents.path_changed, descents.phase_changed, descents.settings_changed, fit.cases_changed):
            signal.connect(self.mark_dirty)
        fit.pointing_changed.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Compute the next step without taking it, and show its numbers."""
        phase = self._descents.phase
        show_checked(self._slow, phase is not None)
        self._next.setEnabled(phase is not None)
        for place, (text, label) in enumerate(zip(self._sentences(), self._texts, strict=True)):
            label.setText(with_minus_signs(text))
            self._light(self._boxes[place], is_lit=place == phase)

    def _light(self, box: QFrame, *, is_lit: bool) -> None:
        if box.property("lit") != is_lit:  # a style that is put on anew lays out the whole panel
            box.setProperty("lit", is_lit)
            box.style().unpolish(box)
            box.style().polish(box)

    def _sentences(self) -> tuple[str, str, str, str]:
        phases, settings, fit = self._descents.leader.phases(), self._descents.settings, self._fit
        old = self._descents.leader.parameters
        shown = list(phases.indices[:MOST_SHOWN])
        forward = [self.tr("z = w x + b, p = σ(z)")] + [
            self.tr("x = {x:.4g}: z = {z:.4g}, p = {p:.4g}").format(
                x=fit.cases.x[index], z=phases.logits[place], p=phases.probabilities[place]
            )
            for place, index in enumerate(shown)
        ]
        more = len(phases.indices) - len(shown)
        if more > 0:
            forward.append(self.tr("… and {count} more").format(count=more))
        name = {"bce": "BCE", "mse": "MSE"}[settings.loss]
        loss = self.tr("mean {name} of {count} cases\n= {loss:.6g}").format(
            name=name, count=len(phases.indices), loss=phases.loss
        )
        backward = self.tr("d{name}/dw = {w:+.5g}\nd{name}/db = {b:+.5g}").format(
            name=name, w=phases.gradient.w, b=phases.gradient.b
        )
        update = self.tr("w: {w:.5g} → {new_w:.5g}\nb: {b:.5g} → {new_b:.5g}").format(
            w=old.w, new_w=phases.updated.w, b=old.b, new_b=phases.updated.b
        )
        return "\n".join(forward), loss, backward, update

    def _build(self) -> None:
        tip = self.tr("Play and Step go through the phases one by one")
        self._slow = named(QCheckBox(self.tr("Slow motion")), "fit.slow_motion", tip, tip)
        self._slow.toggled.connect(lambda is_on: self._descents.set_phase(0 if is_on else None))
        self._next = named(QPushButton(self.tr("Next phase")), "fit.next_phase", self.tr("Go to the next phase"))
        self._next.clicked.connect(self._on_next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(row_of(self._slow, self._next, None))
        titles = (
            self.tr("1 Forward"),
            self.tr("2 Loss"),
            self.tr("3 Backward"),
            self.tr("4 Update"),
        )
        grid = QGridLayout()
        for place, title in enumerate(titles):
            grid.addWidget(self._box(place, title), place // 2, place % 2)
        column.addLayout(grid, 1)

    def _box(self, place: int, title: str) -> QFrame:
        box = named(QFrame(), f"fit.phase_{place + 1}", title)
        box.setProperty("phase", True)
        text = StillLabel(QLabel())
        self._boxes.append(box)
        self._texts.append(text)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(8, 4, 8, 4)
        inside.setSpacing(2)
        heading = plain_label(title)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        inside.addWidget(heading)
        inside.addWidget(text)
        inside.addStretch(1)
        return box

    def _on_next(self) -> None:
        if self._descents.phase is not None:
            self._descents.set_phase(self._descents.phase + 1)
