"""The main job in the real window without anybody touching it: train, draw, read, and keep pictures of it."""

import itertools
import json
import logging
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lossviz.composition import Assembly
from lossviz.core.fit.logistic import Parameters
from lossviz.core.names import PAGE_NAMES
from lossviz.core.system_reasons import system_reason
from lossviz.core.training.checkpoints import made_with
from lossviz.core.training.run_states import RunState
from lossviz.core.training.settings import PRESETS

_TRAINING_IMAGES = 10_000
_DRAWN_DIGIT = 7
_STROKE = ((0.27, 0.26), (0.5, 0.25), (0.73, 0.24), (0.64, 0.42), (0.54, 0.62), (0.46, 0.83))  # in the unit square
_POINTS_A_LINE = 8
_SETTLE_MS = 300  # some frames of the frame clock, so that everything is drawn
_FAILED = 1
_SIZE = QSize(1280, 800)  # whatever the screen, so that pictures can be put side by side
_START = Parameters(0.2, 0.5)
_DESCENT_STEPS = 100
_DRAWN_BALLS = 10

_logger = logging.getLogger(__name__)


def take_snapshot(assembly: Assembly, folder: Path, mnist: str | None) -> int:
    """Do the main job in `assembly`'s window and write its pictures and report.json to `folder`; 0 if all went well.

    mnist: where to look for data first.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _say_unwritable(folder, error)
        assembly.window.close()
        return _FAILED
    snapshot = _Snapshot(assembly, folder)
    snapshot.begin(mnist)
    return QApplication.exec()


def _say_unwritable(folder: Path, error: OSError) -> None:
    _logger.error("The pictures cannot be written to %s: %s. Choose another folder.", folder, system_reason(error))


class _Snapshot(QObject):
    """One step after another, each begun by what the step before has led to."""

    def __init__(self, assembly: Assembly, folder: Path) -> None:
        super().__init__()
        self._assembly = assembly
        self._folder = folder
        self._stores = assembly.engine.mnist
        self._unpictured = sorted(PAGE_NAMES, key=lambda name: name != "mnist")  # the page in front first

    def begin(self, mnist: str | None) -> None:
        self._assembly.window.resize(_SIZE)
        self._assembly.window.show_page("mnist")
        self._stores.data.digits_changed.connect(self._train)
        self._stores.training.state_changed.connect(self._on_state_changed)
        self._assembly.begin(mnist)

    @Slot()
    def _train(self) -> None:
        training = self._stores.training
        seed = training.settings.seed
        training.set_settings(PRESETS["fast_99"].changed(epochs=1, training_images=_TRAINING_IMAGES, seed=seed))
        QTimer.singleShot(_SETTLE_MS, self, self._assembly.pages.mnist.buttons.start_button.click)

    @Slot()
    def _on_state_changed(self) -> None:
        state = self._stores.training.state
        if state is RunState.IDLE:
            QTimer.singleShot(_SETTLE_MS, self, self._draw)
        elif state is RunState.FAILED:
            _logger.error("the training failed: %s", self._stores.training.problem)
            self._leave(_FAILED)

    @Slot()
    def _draw(self) -> None:
        page = self._assembly.pages.mnist
        square, canvas = page.canvas.canvas.square, page.canvas.canvas
        places = [
            QPoint(round(square.x() + x * square.width()), round(square.y() + y * square.height()))
            for x, y in _along_stroke()
        ]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(canvas, place)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])
        run = self._stores.training.run
        if run:  # the crosshair of one plot moves the other's
            page.curves.loss_plot.show_cursor(len(run.log) // 2)
            page.curves.accuracy_plot.show_cursor(len(run.log) // 2)
        self._move_linked_pages()
        QTimer.singleShot(_SETTLE_MS, self, self._leave_picture)

    def _move_linked_pages(self) -> None:
        """A case and the marker of the Fit page, and the descent from there; the drawn digit's logits; some balls."""
        fit, descents = self._assembly.engine.fit.fit, self._assembly.engine.fit.descents
        fit.place_case(0, float(fit.cases.x[0]), 1.0 - float(fit.cases.y[0]))
        fit.set_parameters(_START)
        fit.select(None)
        descents.step(_DESCENT_STEPS)
        self._assembly.engine.softmax.logits.set_source("digit")
        self._assembly.engine.losses.boxes.draw(_DRAWN_BALLS)

    @Slot()
    def _leave_picture(self) -> None:
        """Keep a picture of the page in front, and bring the next one there."""
        name = self._unpictured.pop(0)
        try:
            self._write(name)
        except OSError as error:
            _say_unwritable(self._folder, error)
            self._leave(_FAILED)
            return
        if not self._unpictured:
            self._leave(0)
            return
        self._assembly.window.show_page(self._unpictured[0])
        QTimer.singleShot(_SETTLE_MS, self, self._leave_picture)

    def _write(self, name: str) -> None:
        self._assembly.window.grab().save(str(self._folder / f"{name}.png"))
        (self._folder / "report.json").write_text(json.dumps(self._report(), indent=2) + "\n", encoding="utf-8")

    def _report(self) -> dict[str, object]:
        digits, run, device = self._stores.data.digits, self._stores.training.run, self._stores.training.device
        fit = self._assembly.engine.fit.fit
        answer = self._stores.classifiers.answer(self._stores.digit.image_u8)
        return {
            "data": digits.identity.name if digits else None,
            "device": device.label if device else None,
            "steps": len(run.log) if run else 0,
            "accuracy": run.test.accuracy if run and run.test else None,
            "drawn": _DRAWN_DIGIT,
            "prediction": answer.digit if answer else None,
            "fit": {
                "cases": len(fit.cases),
                **fit.parameters._asdict(),
                "mse": fit.loss("mse"),
                "bce": fit.loss("bce"),
            },
            "versions": made_with(device.label if device else ""),
        }

    def _leave(self, status: int) -> None:
        self._assembly.window.close()
        QApplication.exit(status)


def _along_stroke() -> list[tuple[float, float]]:
    points = []
    for (x, y), (to_x, to_y) in itertools.pairwise(_STROKE):
        for part in range(_POINTS_A_LINE):
            share = part / _POINTS_A_LINE
            points.append((x + share * (to_x - x), y + share * (to_y - y)))
    return [*points, _STROKE[-1]]
