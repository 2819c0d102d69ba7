"""How well the network that ships reads: MNIST's test set, and what people wrote with a pen.

The pen strokes go through the canvas' own pipeline, and a sample of them is replayed as mouse events on the real canvas
of the real window. Needs the real MNIST and the pen digits (see tests/support/mnist_location.py).

Run it with: python -m tests.benchmarks.pen_accuracy
"""

import gzip
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lossviz.composition import Assembly
from lossviz.core.data.mnist_files import load_digits
from lossviz.core.ink.strokes import Stroke, render_mnist_style
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.classifier import Classifier
from lossviz.core.training.settings import TrainingSettings
from lossviz.engine import SHIPPED_RUN, Surroundings
from lossviz.resource_files import resource_path
from tests.support.mnist_location import real_mnist, real_pen_digits

REPLAYED = 500
CANVAS_SHARE = 0.7  # of the canvas side that a replayed digit takes


@dataclass(frozen=True, eq=False)
class PenDigit:
    """One digit that somebody wrote. strokes: longest side 0-1000, y down."""

    label: int
    strokes: list[Stroke]


def read_pen_digits(path: Path) -> list[PenDigit]:
    """All digits in the file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [PenDigit(row["label"], [np.array(stroke, np.float32) for stroke in row["strokes"]]) for row in rows]


def predictions(classifier: Classifier, digits: list[PenDigit]) -> NDArray[np.int64]:
    """What the network reads, through the pipeline of the canvas."""
    images = [render_mnist_style(digit.strokes) for digit in digits]
    blank = np.zeros((28, 28), np.uint8)
    return classifier.digits(np.stack([blank if image is None else image for image in images]))


def replayed(digits: list[PenDigit]) -> float:
    """Share read right when the strokes come as mouse events on the real canvas."""
    application = QApplication([])
    folder = Path(tempfile.mkdtemp())
    around = Surroundings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat), folder / "d", folder / "b")
    assembly = Assembly(application, around, TrainingSettings(), "cpu")
    assembly.window.resize(1024, 768)
    assembly.window.show_page("mnist")
    assembly.window.show()
    assembly.begin(None)
    hits = 0
    for digit in digits:
        _draw(assembly, digit)
        QTest.qWait(40)  # two frames
        hits += assembly.pages.mnist.answer.prediction.text()[:1] == str(digit.label)
        assembly.pages.mnist.canvas.clear_button.click()
    assembly.window.close()
    return hits / len(digits)


def _draw(assembly: Assembly, digit: PenDigit) -> None:
    canvas = assembly.pages.mnist.canvas.canvas
    points = np.concatenate(digit.strokes)
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    scale = CANVAS_SHARE * canvas.square.width() / 1000
    centre = np.array([canvas.square.center().x(), canvas.square.center().y()])
    for stroke in digit.strokes:
        places = [QPoint(*map(int, np.rint(point))) for point in (stroke - middle) * scale + centre]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(canvas, place)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=places[-1])


def main() -> None:
    """Print both figures, a row for each digit, and the replay."""
    classifier = load_run(resource_path(SHIPPED_RUN)).classifier()
    test = load_digits(real_mnist()).test
    pen = read_pen_digits(real_pen_digits())
    pen_labels = np.array([digit.label for digit in pen])
    mnist_hits = classifier.digits(test.images_u8) == test.labels
    pen_hits = predictions(classifier, pen) == pen_labels
    write = sys.stdout.write
    write(f"{'digit':>6} {'MNIST test':>12} {'pen':>8} {'pen digits':>11}\n")
    for digit in range(10):
        on_mnist, on_pen = mnist_hits[test.labels == digit], pen_hits[pen_labels == digit]
        write(f"{digit:6} {on_mnist.mean():12.2%} {on_pen.mean():8.2%} {len(on_pen):11}\n")
    write(f"{'all':>6} {mnist_hits.mean():12.2%} {pen_hits.mean():8.2%} {len(pen):11}\n")
    sample = np.random.default_rng(0).choice(len(pen), REPLAYED, replace=False)
    share = replayed([pen[index] for index in sample])
    write(f"{REPLAYED} of them replayed as mouse events on the canvas: {share:.2%} (the same ones rendered directly: ")
    write(f"{pen_hits[sample].mean():.2%})\n")


if __name__ == "__main__":
    main()
