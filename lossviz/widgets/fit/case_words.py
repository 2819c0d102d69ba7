"""What a case plot says."""

from PySide6.QtCore import QObject

from lossviz.core.fit.cases import CaseWords
from lossviz.core.fit.estimates import ModelKind, transition_band
from lossviz.core.fit.logistic import Parameters
from lossviz.widgets.fit.case_picture import CasePicture
from lossviz.widgets.fit.model_shapes import crossing, is_positive, reading, readings
from lossviz.widgets.fit.spoken_words import spoken
from lossviz.widgets.joints import in_a_row


class CasePlotWords(QObject):
    """Titles, names in the key, notes, and the summary for screen readers."""

    def quantity(self, words: CaseWords) -> str:
        """The title of the axis of sizes."""
        words = spoken(words)
        if not words.unit:
            return words.quantity
        return self.tr("{quantity} ({unit})").format(quantity=words.quantity, unit=words.unit)

    def probability(self, words: CaseWords) -> str:
        """The title of the other axis."""
        return self.tr("P({positive})").format(positive=spoken(words).positive)

    def key_names(self) -> dict[str, str]:
        """The names in the key, but for those of the classes."""
        return {
            "wrong": self.tr("wrongly predicted"),
            "sigmoid": self.tr("sigmoid"),
            "line": self.tr("line"),
            "sigmoid_decision": self.tr("decision of the sigmoid"),
            "line_decision": self.tr("decision of the line"),
            "fitted": self.tr("best sigmoid"),
            "law": self.tr("law"),
            "ghost": self.tr("earlier samples"),
        }

    def band(self, kind: ModelKind, parameters: Parameters, words: CaseWords) -> str:
        """How wide a model's transition is; empty if it has none."""
        band = transition_band(kind, parameters)
        if band is None:
            return ""
        text = self.tr("sigmoid: 10–90% in {width}") if kind == "sigmoid" else self.tr("line: 10–90% in {width}")
        return text.format(width=_with_unit(f"{band[1] - band[0]:.3g}", words))

    def case_note(self, picture: CasePicture, index: int) -> list[str]:
        """Lines about one case: what it is and what is predicted."""
        cases, words = picture.cases, spoken(picture.cases.words)
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

    def summary(self, picture: CasePicture | None) -> str:
        """The cases, each model with its errors, and the selected case; a sentence each."""
        if picture is None:
            return self.tr("There are no cases yet.")
        models = [self._model(picture, kind, parameters) for kind, parameters in reversed(picture.models())]
        sentences = [self._counts(picture), *models, self._law(picture), self._selected(picture)]
        return in_a_row(sentences)

    def _counts(self, picture: CasePicture) -> str:
        words, positives = spoken(picture.cases.words), int(picture.cases.y.sum())
        text = self.tr("{count} cases: {negatives} {negative}, {positives} {positive}.")
        return text.format(
            count=len(picture.cases),
            negatives=len(picture.cases) - positives,
            negative=words.negative,
            positives=positives,
            positive=words.positive,
        )

    def _model(self, picture: CasePicture, kind: ModelKind, parameters: Parameters) -> str:
        cases = picture.cases
        is_wrong = (readings(kind, parameters, cases.x) >= picture.threshold) != (cases.y == 1)
        edge = crossing(kind, parameters, picture.threshold)
        text = self.tr("Sigmoid: w = {w}, b = {b}; it passes the threshold {threshold} at {edge}; {wrong} wrong.")
        if kind == "line":
            text = self.tr("Line: w = {w}, b = {b}; it passes the threshold {threshold} at {edge}; {wrong} wrong.")
        return text.format(
            w=f"{parameters.w:.4g}",
            b=f"{parameters.b:.4g}",
            threshold=f"{picture.threshold:.2f}",
            edge=self.tr("no size") if edge is None else _with_unit(f"{edge:.4g}", cases.words),
            wrong=int(is_wrong.sum()),
        )

    def _law(self, picture: CasePicture) -> str:
        if picture.law is None:
            return ""
        size = _with_unit(f"{picture.law.midpoint:.4g}", picture.cases.words)
        return self.tr("The law is at 50% at {size}.").format(size=size)

    def _selected(self, picture: CasePicture) -> str:
        selected = picture.selected
        if selected is None or selected >= len(picture.cases):
            return ""
        size = _with_unit(f"{float(picture.cases.x[selected]):.5g}", picture.cases.words)
        chosen = self.tr("Selected: {size}, {class_name}.")
        return chosen.format(size=size, class_name=_class(picture, selected))


def _class(picture: CasePicture, index: int) -> str:
    words = spoken(picture.cases.words)
    return words.positive if picture.cases.y[index] else words.negative


def _with_unit(number: str, words: CaseWords) -> str:
    return f"{number} {spoken(words).unit}".rstrip()
