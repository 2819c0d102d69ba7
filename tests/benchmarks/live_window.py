"""What the live window costs a training, and what the training costs the window.

For each network, in turns: the training loop alone; the same loop under the whole MNIST page, curves growing and a
drawn digit read again and again by the network as it learns; and that while a pen draws without a pause. Printed: the
ratio of the speeds of the second and the third to the first; during the third, whose timer would slow the second down,
how late a 16 ms timer of the window's thread fires (p99 and the worst) and how long it takes from a pen event until the
bars have been painted (median and p95); how long Stop takes (worst). The first second of each run is left out.

Run it with: python -m tests.benchmarks.live_window
"""

import math
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from PySide6.QtCore import QEvent, QObject, QPoint, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lossviz.composition import Assembly
from lossviz.core.built_in.stroke_digits import built_in_digits
from lossviz.core.data.digits import Digits
from lossviz.core.latest_value import LatestValue
from lossviz.core.training.loop import train
from lossviz.core.training.metric_log import MetricLog
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.run_states import RunState
from lossviz.core.training.settings import NetworkName, TrainingSettings
from lossviz.core.training.thread_counts import useful_threads
from lossviz.core.training.training_data import prepare_data
from lossviz.core.training.training_run import new_run
from lossviz.engine import Surroundings

ROUNDS = 3
SECONDS = 6.0
WARM_UP_SECONDS = 1.0
TIMER_MS = 16
NETWORKS: tuple[NetworkName, ...] = ("course_cnn", "mlp")


@dataclass
class Measured:
    """All rounds of one network."""

    ratios: list[float] = field(default_factory=list)
    pen_ratios: list[float] = field(default_factory=list)
    late_ms: list[float] = field(default_factory=list)
    pen_ms: list[float] = field(default_factory=list)
    stop_ms: list[float] = field(default_factory=list)


class _TimedControl(RunControl):
    """Measures steps a second after the warm-up, and stops."""

    def __init__(self, learning_rate: float) -> None:
        super().__init__(learning_rate)
        self._start = time.perf_counter()
        self._since = 0.0
        self._steps = 0
        self.steps_per_second = 0.0

    def checkpoint(self, before_holding: Callable[[], None] = lambda: None) -> bool:
        now = time.perf_counter()
        if now < self._start + WARM_UP_SECONDS:
            self._since = now
            return True
        self._steps += 1
        self.steps_per_second = self._steps / max(now - self._since, 1e-9)
        return now < self._start + SECONDS


def settings_for(name: NetworkName) -> TrainingSettings:
    """Epochs enough to outlast the measurement."""
    return TrainingSettings(network=name, epochs=10_000)


def speed_alone(name: NetworkName, digits: Digits, threads: int) -> float:
    """Steps a second of the loop without a window.

    On a thread of its own, as in the window: the OpenMP threads that the main thread would leave behind make those of
    every later run on two cores go to sleep between any two operations.
    """
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(_speed_alone, name, digits, threads).result()


def _speed_alone(name: NetworkName, digits: Digits, threads: int) -> float:
    settings = settings_for(name)
    torch.set_num_threads(useful_threads(settings, threads))
    data = prepare_data(digits, settings, torch.device("cpu"))
    run = new_run(settings, torch.device("cpu"), MetricLog())
    run.plan_leg(settings.epochs, len(data.train))
    control = _TimedControl(settings.learning_rate)
    train(run, data, control, LatestValue())
    return control.steps_per_second


class _Live(QObject):
    """One measurement in the window."""

    def __init__(self, assembly: Assembly, measured: Measured) -> None:
        super().__init__()
        self._assembly = assembly
        self._measured = measured
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._last_tick = 0.0
        self._pen_sent = 0.0
        self._angle = 0.0
        assembly.pages.mnist.answer.bars.installEventFilter(self)

    def run(self, name: NetworkName, alone: float) -> None:
        """Measure a run with the page live. alone: steps a second without it."""
        training = self._assembly.engine.mnist.training
        training.set_settings(settings_for(name))
        start_button = self._assembly.pages.mnist.buttons.start_button
        _wait_until(start_button.isEnabled)
        start_button.click()
        _wait_until(lambda: training.state is RunState.RUNNING)
        self._draw_digit()
        _wait(WARM_UP_SECONDS)
        self._measured.ratios.append(self._steps_per_second() / alone)
        self._last_tick = time.perf_counter()
        self._timer.start(TIMER_MS)
        self._measured.pen_ratios.append(self._steps_per_second() / alone)
        self._timer.stop()
        stopped_at = time.perf_counter()
        self._assembly.pages.mnist.buttons.stop_button.click()
        _wait_until(lambda: training.state is RunState.IDLE)
        self._measured.stop_ms.append((time.perf_counter() - stopped_at) * 1000)
        self._assembly.engine.mnist.digit.clear()
        self._assembly.engine.mnist.run_list.delete([run.number for run in training.runs])

    def _steps_per_second(self) -> float:
        run = self._assembly.engine.mnist.training.run
        assert run is not None
        first, start = len(run.log), time.perf_counter()
        _wait(SECONDS - WARM_UP_SECONDS)
        return (len(run.log) - first) / (time.perf_counter() - start)

    def _draw_digit(self) -> None:
        digit = self._assembly.engine.mnist.digit
        digit.begin_stroke(0.5, 0.2)
        digit.extend_stroke(0.45, 0.8)
        digit.finish_gesture()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when the bars are painted after a pen event."""
        if event.type() is QEvent.Type.Paint and self._pen_sent:
            self._measured.pen_ms.append((time.perf_counter() - self._pen_sent) * 1000)
            self._pen_sent = 0.0
        return super().eventFilter(watched, event)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._measured.late_ms.append(max(0.0, (now - self._last_tick) * 1000 - TIMER_MS))
        self._last_tick = now
        self._move_pen()

    def _move_pen(self) -> None:
        """Go on with a spiral; a new one every full turn, so that the ink stays a digit's worth."""
        canvas = self._assembly.pages.mnist.canvas.canvas
        self._angle += 0.12
        radius = 0.1 + 0.03 * (self._angle % 6.2)
        square = canvas.square
        x = square.x() + square.width() * (0.5 + radius * math.cos(self._angle))
        y = square.y() + square.height() * (0.5 + radius * math.sin(self._angle))
        place = QPoint(round(x), round(y))
        if self._angle % 6.2 < 0.12:
            QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place)
            self._assembly.engine.mnist.digit.clear()
            QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=place)
        else:
            QTest.mouseMove(canvas, place)
        self._pen_sent = self._pen_sent or time.perf_counter()


def _wait(seconds: float) -> None:
    QTimer.singleShot(round(1000 * seconds), QApplication.exit)
    QApplication.exec()


def _wait_until(is_done: Callable[[], bool]) -> None:
    """Run the event loop as it runs in the application, until something is so."""
    timer = QTimer()
    timer.timeout.connect(lambda: QApplication.exit() if is_done() else None)
    timer.start(50)
    QApplication.exec()
    timer.stop()


def main() -> None:
    """Print a row for each network."""
    application = QApplication([])
    folder = Path(tempfile.mkdtemp())
    threads = torch.get_num_threads()
    around = Surroundings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat), folder / "d", folder / "b")
    assembly = Assembly(application, around, TrainingSettings(), "cpu")
    assembly.window.resize(1280, 800)
    assembly.window.show_page("mnist")
    assembly.window.show()
    assembly.begin(None)
    _wait_until(lambda: assembly.engine.mnist.data.digits is not None)
    digits = assembly.engine.mnist.data.digits or built_in_digits()
    sys.stdout.write(
        f"{'network':12} {'live/alone':>10} {'with pen':>9} {'timer late p99, max':>22} "
        f"{'pen to bars p50, p95':>22} {'stop max':>10}\n"
    )
    for name in NETWORKS:
        measured = Measured()
        live = _Live(assembly, measured)
        for _ in range(ROUNDS):
            alone = speed_alone(name, digits, threads)
            live.run(name, alone)
        late, pen = np.array(measured.late_ms), np.array(measured.pen_ms)
        sys.stdout.write(
            f"{name:12} {statistics.median(measured.ratios):10.3f} {statistics.median(measured.pen_ratios):9.3f} "
            f"{np.percentile(late, 99):10.1f} ms {late.max():6.1f} ms "
            f"{np.percentile(pen, 50):10.1f} ms {np.percentile(pen, 95):6.1f} ms {max(measured.stop_ms):7.0f} ms\n"
        )
        sys.stdout.flush()
    assembly.window.close()


if __name__ == "__main__":
    main()
