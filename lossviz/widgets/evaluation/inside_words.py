"""What is said beside a look inside a network."""

import numpy as np
from PySide6.QtCore import QObject

from lossviz.core.evaluation.inside import MapsF32, Saliency, SaliencyKind


class InsideWords(QObject):
    """Titles and explanations."""

    def no_network(self) -> str:
        """Instead of everything."""
        return self.tr("There is no network to look into yet: start a run.")

    def title(self, run_number: int | None, step: int) -> str:
        """Whose inside it is."""
        if run_number is None:
            return self.tr("Inside the shipped network, for the digit on the canvas")
        text = self.tr("Inside run {number}, step {step}, for the digit on the canvas")
        return text.format(number=run_number, step=f"{step:,}")

    def no_ink(self) -> str:
        """Below an empty canvas."""
        return self.tr("Draw a digit: the pixels that matter light up here.")

    def saliency(self, found: Saliency, kind: SaliencyKind, *, is_one_output: bool) -> str:
        """What the colours mean."""
        text = self.tr("Orange: more ink here raises {wanted}. Blue with a dash: it lowers it.")
        return text.format(wanted=self._wanted(found.digit, kind, is_one_output=is_one_output))

    def scale(self, found: Saliency) -> str:
        """What the full colour stands for."""
        text = self.tr("±{steepest} a pixel")
        return text.format(steepest=f"{float(np.abs(found.gradient).max()):.2g}")

    def layer(self, filters: MapsF32, *, is_only: bool) -> str:
        """Above the units. is_only: whether no layer follows."""
        units, side = filters.shape[:2]
        if side < 28:
            text = self.tr("First layer: {units} filters of {side} × {side}, each with what it finds (behind ReLU)")
            return text.format(units=units, side=side)
        if is_only:
            return self.tr("The only layer: the weights of each output as a picture, its value below")
        text = self.tr("First layer: the weights of its {units} units as pictures, activations (behind ReLU) below")
        return text.format(units=units)

    def _wanted(self, digit: int, kind: SaliencyKind, *, is_one_output: bool) -> str:
        if is_one_output:
            return self.tr("the output z") if kind == "score" else self.tr("(z − {digit})²").format(digit=digit)
        text = self.tr("the score of {digit}") if kind == "score" else self.tr("−ln p of {digit}")
        return text.format(digit=digit)
