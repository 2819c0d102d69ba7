"""What a frame of the time machine costs, what its snapshots take, and what they cost a training.

A frame: the weights of the Course CNN put into the network that answers, a drawn digit asked, its bars, the lines on
both curves, the slider and the mistakes' predictions changed, and all of it painted; 200 snapshots, every tenth
evaluated on 10 000 images. Memory: of the process for each snapshot, and the budget over 5 000 offered ones. A training
with and without, in turns: a snapshot five times a second.

Run it with: python -m tests.benchmarks.time_machine
"""

import statistics
import sys
import time
from pathlib import Path

import numpy as np
import torch
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from lossviz.core.built_in.stroke_digits import make_stroke_digits
from lossviz.core.data.digits import DataIdentity, Digits, LabelledImages
from lossviz.core.latest_value import LatestValue
from lossviz.core.training.classifier import empty_network
from lossviz.core.training.loop import train
from lossviz.core.training.metric_log import Evaluation, MetricLog
from lossviz.core.training.part_outputs import OutputsF32, OutputSlots
from lossviz.core.training.run_control import RunControl
from lossviz.core.training.run_history import RunHistory
from lossviz.core.training.settings import TrainingSettings
from lossviz.core.training.snapshot_taking import TrainingSlots, keeping
from lossviz.core.training.snapshots import BUDGET_BYTES, Snapshots
from lossviz.core.training.training_data import UNSCALED, prepare_data
from lossviz.core.training.training_run import FrozenRun, Leg, Weights, new_run
from lossviz.panels.digit_answer import DigitAnswerPanel
from lossviz.panels.mnist_timeline_panel import MnistTimelinePanel
from lossviz.panels.training_curves import TrainingCurves
from lossviz.stores.classifier_store import ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.digit_store import DigitStore
from lossviz.stores.evaluation_store import EvaluationStore
from lossviz.stores.timeline_store import TimelineStore
from lossviz.stores.training_store import RunRecord, TrainingStore
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.theme import ThemeSource, load_theme
from lossviz.workers.timeline_feed import TimelineFeed

SNAPSHOTS, OFFERED, ROUNDS, SECONDS = 200, 5_000, 5, 6.0
STEPS_APART, EVALUATED_EVERY, IMAGES = 25, 10, 10_000
PULL_SECONDS = 0.2


def random_weights(seed: int) -> Weights:
    """Of a Course CNN that has not learned anything."""
    generator = torch.Generator().manual_seed(seed)
    names = empty_network("course_cnn", "cross_entropy").state_dict()
    return {name: torch.randn(tensor.shape, generator=generator) * 0.1 for name, tensor in names.items()}


class Scene:
    """The panels that move with the slider, over a run that is only said to have been trained."""

    def __init__(self) -> None:
        drawn = make_stroke_digits(IMAGES, 0)
        part = LabelledImages(drawn.images_u8, drawn.labels)
        self.data = DataStore()
        self.data.set_digits(Digits(part, part, part, DataIdentity("drawn", "drawn", "0", "other")))
        self.training = TrainingStore(self.data, TrainingSettings(), "cpu", 1)
        self.digit, classifiers, evaluations = DigitStore(), ClassifierStore(), EvaluationStore()
        self.timeline = TimelineStore(self.training)
        self.clock = FrameClock()
        self.feed = TimelineFeed(self.timeline, classifiers, evaluations, self.data)
        self.clock.add_collector(self.feed.collect)
        self.timeline.step_changed.connect(self.clock.wake)
        self.window = self._window(ThemeSource(load_theme("light")), classifiers)
        self.training.put_run(self._run())
        self.digit.begin_stroke(0.3, 0.2)
        self.digit.extend_stroke(0.7, 0.2)
        self.digit.extend_stroke(0.45, 0.8)
        self.digit.finish_gesture()

    def _window(self, theme: ThemeSource, classifiers: ClassifierStore) -> QWidget:
        window = QWidget()
        left = QVBoxLayout()
        left.addWidget(TrainingCurves(self.clock, theme, self.training, timeline=self.timeline), 1)
        left.addWidget(MnistTimelinePanel(self.clock, theme, self.timeline, self.training))
        row = QHBoxLayout(window)
        row.addLayout(left, 5)
        row.addWidget(DigitAnswerPanel(self.clock, theme, self.digit, classifiers), 3)
        window.resize(1280, 800)
        window.show()
        return window

    def _run(self) -> RunRecord:
        snapshots, log = Snapshots(), MetricLog()
        random = np.random.default_rng(0)
        steps = SNAPSHOTS * STEPS_APART
        log.extend(2.3 * np.exp(-np.arange(steps) / 900) + random.random(steps) / 5, random.random(steps))
        for number in range(SNAPSHOTS):
            is_evaluated = number % EVALUATED_EVERY == 0
            said = random.normal(size=(IMAGES, 10)).astype(np.float32) if is_evaluated else None
            snapshots.add(number * STEPS_APART, random_weights(number), said)
            if is_evaluated and number:
                log.append_evaluation(Evaluation(number * STEPS_APART, 0.2, 0.9))
        leg, identity = Leg(0, steps, IMAGES), DataIdentity("drawn", "drawn", "0", "other")
        return RunRecord(1, TrainingSettings(), identity, log, leg, history=RunHistory(UNSCALED, snapshots))

    def frame_ms(self, step: int) -> float:
        """From the choice of a step until everything has been painted."""
        begin = time.perf_counter()
        self.timeline.look_at(step)
        self.paint()
        return (time.perf_counter() - begin) * 1000

    def paint(self) -> None:
        """The next frame at once, and what it asks to be painted."""
        self.clock._on_timeout()
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def measure_frames() -> None:
    """A scrub to and fro."""
    scene = Scene()
    for _ in range(10):
        scene.paint()
    order = np.random.default_rng(1).integers(0, SNAPSHOTS - 1, 200) * STEPS_APART
    spent = np.array([scene.frame_ms(int(step)) for step in order])[10:]
    p50, p95, worst = np.percentile(spent, 50), np.percentile(spent, 95), spent.max()
    sys.stdout.write(f"frame of the time machine        p50 {p50:6.1f} ms   p95 {p95:6.1f} ms   max {worst:6.1f} ms\n")
    scene.window.close()


def measure_memory() -> None:
    """Of the process, from one snapshot to the next, and of the budget."""
    weights = random_weights(0)
    kept = Snapshots()
    for step in range(500):
        kept.add(step, weights)
    before, count = _resident_bytes(), 2_000
    for step in range(500, 500 + count):
        kept.add(step, weights)
    each = (_resident_bytes() - before) / count
    counted = kept.all[0].nbytes
    sys.stdout.write(
        f"memory of a snapshot             {each / 1000:.1f} kB resident, counted as {counted / 1000:.1f} kB\n"
    )
    most, spent = 0, []
    for step in range(2_500, 2_500 + OFFERED):
        begin = time.perf_counter()
        kept.add(step, weights)
        spent.append((time.perf_counter() - begin) * 1000)
        most = max(most, kept.bytes_used)
    sys.stdout.write(
        f"{OFFERED} more offered               most {most / 1e6:.1f} MB of {BUDGET_BYTES / 1e6:.0f} MB, "
        f"{len(kept):,} kept, first {kept.steps[0]}, last {kept.steps[-1]}; "
        f"to add one p50 {np.percentile(spent, 50):.2f} ms, p99 {np.percentile(spent, 99):.2f} ms\n"
    )


class _TimedSnapshots(Snapshots):
    """seconds: spent on keeping snapshots."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0

    def add(self, step: int, weights: Weights, outputs: OutputsF32 | None = None) -> bool:
        begin = time.perf_counter()
        is_kept = super().add(step, weights, outputs)
        self.seconds += time.perf_counter() - begin
        return is_kept


class _Timed(RunControl):
    """Asks for the weights five times a second, as the window does."""

    def __init__(self, frozen: LatestValue[FrozenRun]) -> None:
        super().__init__(0.01)
        self._frozen = frozen
        self._start = self._next = time.perf_counter()

    def checkpoint(self, before_holding: object = None) -> bool:
        now = time.perf_counter()
        if now >= self._next:
            self._next = now + PULL_SECONDS
            self._frozen.ask()
        self._frozen.take()
        return now < self._start + SECONDS


def steps_per_second(*, with_history: bool) -> tuple[float, float]:
    """Of the Course CNN on 2 000 drawn digits, with an epoch every few seconds; and the share of time for snapshots."""
    drawn = make_stroke_digits(3_000, 0)
    train_part, held_out = slice(0, 2_000), slice(2_000, 3_000)
    parts = [LabelledImages(drawn.images_u8[part], drawn.labels[part]) for part in (train_part, held_out, held_out)]
    digits = Digits(parts[0], parts[1], parts[2], DataIdentity("drawn", "drawn", "0", "other"))
    settings = TrainingSettings(epochs=10_000)
    run = new_run(settings, torch.device("cpu"), MetricLog())
    data = prepare_data(digits, settings, torch.device("cpu"))
    run.plan_leg(settings.epochs, len(data.train))
    snapshots, frozen = _TimedSnapshots(), LatestValue[FrozenRun]()
    slots = TrainingSlots(frozen, OutputSlots())
    kept = keeping(slots, run, snapshots) if with_history else slots
    begin = time.perf_counter()
    train(run, data, _Timed(frozen), kept.frozen_out, outputs_out=kept.outputs_out)
    seconds = time.perf_counter() - begin
    return run.step / seconds, snapshots.seconds / seconds


def measure_training() -> None:
    """Ratios of neighbours in time, as the machine's pace drifts."""
    steps_per_second(with_history=False)
    kept = [(steps_per_second(with_history=True), steps_per_second(with_history=False)) for _ in range(ROUNDS)]
    ratios = [with_history[0] / without[0] for with_history, without in kept]
    share = statistics.median(with_history[1] for with_history, _ in kept)
    sys.stdout.write(
        f"training with snapshots/without  median {statistics.median(ratios):.4f} "
        f"of {', '.join(f'{ratio:.3f}' for ratio in ratios)}; keeping them takes {share:.3%} of the time\n"
    )


def _resident_bytes() -> int:
    """Of this process; 0 where the system does not say it so."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS")), 0)


def main() -> None:
    """Print the figures."""
    torch.set_num_threads(1)
    application = QApplication.instance() or QApplication([])
    measure_frames()
    measure_memory()
    measure_training()
    application.quit()


if __name__ == "__main__":
    main()
