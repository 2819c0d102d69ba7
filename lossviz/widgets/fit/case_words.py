"""What a case plot says."""

from PySide6.QtCore import QObject

from lossviz.core.fit.cases import CaseWords
from lossviz.core.fit.estimates import ModelKind, transition_band
from lossviz.core.fit.logistic import Parameters
from lossviz.widgets.fit.case_picture import CasePicture
from lossviz.widgets.fit.model_shapes import is_positive, reading


class CasePlotWords(QObject):
    """Titles, names in the key, notes, and the summary for screen readers."""

    def quantity(self, words: CaseWords) -> str:
        """The title of the axis of sizes."""
        if not words.unit:
            return words.quantity
        return self.tr("{quantity} ({unit})").format(quantity=words.quantity, unit=words.unit)

    def probability(self, words: CaseWords) -> str:
        """The title of the other axis."""
        return self.tr("P({positive})").format(positive=words.positive)

    def key_names(self) -> dict[str, str]:
        """The names in the key, but for those of the classes."""
        return {
            "wrong": self.tr("wrongly predicted"),
            "sigmoid": self.tr("sigmoid"),
            "line": self.tr("line"),
            "fitted": self.tr("best sigmoid"),
            "law": self.tr("law"),
            "ghost": self.tr("earlier samples"),
        }

    def band(self, kind: ModelKind, parameters: Parameters, words: CaseWords) -> str:
        """How wide a model's transition is; empty if it has none."""
        band = transition_band(kind, parameters)
        if band is None:
            return ""
        text = self.tr("sigmoid: 10–90 % in {width}") if kind == "sigmoid" else self.tr("line: 10–90 % in {width}")
        return text.format(width=_with_unit(f"{band[1] - band[0]:.3g}", words))

    def case_note(self, picture: CasePicture, index: int) -> list[str]:
        """Lines about one case: what it is and what is predicted."""
        cases, words = picture.cases, picture.cases.words
        x = float(cases.x[index])
        p = reading("sigmoid", picture.sigmoid, x)
        is_predicted = is_positive("sigmoid", picture.sigmoid, picture.threshold, x)
        predicted = words.positive if is_predicted else words.negative
        return [
            self.tr("{size}, {class_name}").format(
                size=_with_unit(f"{x:.5g}", words), class_name=_class(picture, index)
            ),
            self.tr("P({positive}) = {p}").format(positive=words.positive, p=f"{p:.3g}"),
            self.tr("predicted: {class_name}").format(class_name=predicted),
        ]

    def summary(self, picture: CasePicture) -> str:
        """The number of cases and the selected one."""
        count = self.tr("{count} cases.").format(count=len(picture.cases))
        selected = picture.selected
        if selected is None or selected >= len(picture.cases):
            return count
        size = _with_unit(f"{float(picture.cases.x[selected]):.5g}", picture.cases.words)
        chosen = self.tr("Selected: {size}, {class_name}.")
        return f"{count} {chosen.format(size=size, class_name=_class(picture, selected))}"


def _class(picture: CasePicture, index: int) -> str:
    words = picture.cases.words
    return words.positive if picture.cases.y[index] else words.negative


def _with_unit(number: str, words: CaseWords) -> str:
    return f"{number} {words.unit}".rstrip()
