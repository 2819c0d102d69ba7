"""What it takes to count an evaluation of 10 000 images, to show it, and to look inside a network while drawing.

python -m tests.benchmarks.what_went_wrong
"""

import os
import sys
import time
from collections.abc import Callable

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import torch
from PySide6.QtWidgets import QApplication

from lossviz.core.built_in.stroke_digits import make_stroke_digits
from lossviz.core.data.digits import LabelledImages
from lossviz.core.evaluation.asking import outputs_of
from lossviz.core.evaluation.facts import EvaluationFacts
from lossviz.core.training.classifier import Classifier
from lossviz.core.training.settings import NetworkName
from lossviz.panels.mnist_confusion_panel import MnistConfusionPanel
from lossviz.panels.mnist_inside_panel import MnistInsidePanel
from lossviz.panels.mnist_mistakes_panel import MnistMistakesPanel
from lossviz.stores.classifier_store import ClassifierSource, ClassifierStore
from lossviz.stores.data_store import DataStore
from lossviz.stores.digit_store import DigitStore
from lossviz.stores.evaluation_store import EvaluationStore, Predictions
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource, load_theme
from tests.support.evaluations import drawn_classifier, drawn_outputs

IMAGES, ROUNDS = 10_000, 40
OUTPUTS = [drawn_outputs(IMAGES, 10, seed) for seed in range(2)]
SOURCE = ClassifierSource(1, 500, "drawn", None)
NETWORKS: tuple[NetworkName, ...] = ("softmax_regression", "mlp", "course_cnn")


def main() -> None:
    """Print a row for each."""
    application = QApplication([])
    torch.set_num_threads(1)
    drawn = make_stroke_digits(1000, 0)
    labelled = LabelledImages(np.tile(drawn.images_u8, (10, 1, 1)), np.tile(drawn.labels, 10))
    _row("all facts of 10 000 images", lambda number: _all_facts(labelled, number))
    for panel in _evaluation_panels(labelled):
        _time_panel(panel)
    for network in NETWORKS:
        _look_inside(network, labelled)
    _ask(drawn_classifier("course_cnn"), labelled)
    application.quit()


def _all_facts(labelled: LabelledImages, number: int) -> None:
    facts = EvaluationFacts(labelled, OUTPUTS[number % 2])
    facts.scores.macro()
    facts.mistakes("log_loss")


def _evaluation_panels(labelled: LabelledImages) -> list[tuple[str, Panel, Callable[[int], None]]]:
    evaluations, data, classifiers = EvaluationStore(), DataStore(), ClassifierStore()
    clock, theme = FrameClock(), ThemeSource(load_theme("light"))
    evaluations.choose_cell((4, 9))

    def put(number: int) -> None:
        evaluations.put(Predictions("validation", SOURCE, "drawn", labelled, OUTPUTS[number % 2]))

    return [
        ("confusion panel, a new evaluation", MnistConfusionPanel(clock, theme, evaluations, data, classifiers), put),
        ("mistakes panel, a new evaluation", MnistMistakesPanel(clock, theme, evaluations, data, classifiers), put),
    ]


def _look_inside(network: NetworkName, labelled: LabelledImages) -> None:
    classifiers, digit = ClassifierStore(), DigitStore()
    classifiers.set_trained(drawn_classifier(network), SOURCE)
    panel = MnistInsidePanel(FrameClock(), ThemeSource(load_theme("light")), digit, classifiers)
    _time_panel(
        (f"inside {network}, a point drawn", panel, lambda number: digit.open_picture(labelled.images_u8[number]))
    )


def _time_panel(entry: tuple[str, Panel, Callable[[int], None]]) -> None:
    name, panel, change = entry
    panel.resize(900, 800)
    panel.show()
    QApplication.processEvents()

    def update(number: int) -> None:
        change(number)
        panel.redraw()
        panel.repaint()

    _row(name, update)
    panel.close()


def _ask(classifier: Classifier, labelled: LabelledImages) -> None:
    start = time.perf_counter()
    outputs_of(classifier, labelled.images_u8)
    sys.stdout.write(f"{'asking the Course CNN about 10 000':40} {time.perf_counter() - start:8.2f} s on one thread\n")


def _row(name: str, act: Callable[[int], None]) -> None:
    times_ms = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        act(number)
        times_ms.append(1000 * (time.perf_counter() - start))
    low, middle, high = np.percentile(times_ms[3:], [5, 50, 95])
    sys.stdout.write(f"{name:40} {middle:8.2f} ms ({low:.2f} to {high:.2f})\n")


if __name__ == "__main__":
    main()
