"""What the loss bars say."""

from PySide6.QtCore import QObject

from lossviz.core.fit.logistic import LossKind
from lossviz.widgets.fit.loss_columns import LossBarsPicture, LossColumns
from lossviz.widgets.fit.spoken_words import spoken
from lossviz.widgets.joints import in_a_row, listed_phrases, sentence
from lossviz.widgets.minus_signs import shown_number, with_minus_signs


class LossWords(QObject):
    """Names, notes, and the summary for screen readers."""

    def key_names(self) -> tuple[str, str, str]:
        """Of the two losses and of the arrows."""
        return self.tr("BCE: −ln p of the class"), self.tr("MSE: (p − y)²"), self.tr("pull on z")

    def pulls(self) -> str:
        """The name of a lane of arrows."""
        return self.tr("pull")

    def scale(self) -> str:
        """The title of the bars' scale."""
        return self.tr("loss")

    def mean(self, picture: LossBarsPicture, kind: LossKind) -> str:
        """A meter's number, in the colour of its loss."""
        return self.tr("mean {mean}").format(mean=shown_number(picture.mean(kind)))

    def floor(self, floor: float) -> str:
        """The name of the mark in the upper meter."""
        return self.tr("floor {floor}").format(floor=f"{floor:.3f}")

    def caption(self, picture: LossBarsPicture, columns: LossColumns) -> str:
        """What a bar stands for."""
        quantity = spoken(picture.cases.words).quantity
        if len(columns) == len(picture.cases):
            return self.tr("one bar a case, by {quantity}").format(quantity=quantity)
        text = self.tr("one bar: mean of {count} cases, by {quantity}")
        if not columns.is_even:
            text = self.tr("one bar: mean of up to {count} cases, by {quantity}")
        return text.format(count=columns.largest_group, quantity=quantity)

    def note(self, picture: LossBarsPicture, index: int) -> list[str]:
        """Lines about one case."""
        cases, words = picture.cases, spoken(picture.cases.words)
        name = words.positive if cases.y[index] else words.negative
        size = f"{float(cases.x[index]):.5g} {words.unit}".rstrip()
        return [
            self.tr("{size}, {class_name}").format(size=size, class_name=name),
            self.tr("BCE {loss}, pull {pull}").format(**_numbers(picture, "bce", index)),
            self.tr("MSE {loss}, pull {pull}").format(**_numbers(picture, "mse", index)),
        ]

    def summary(self, picture: LossBarsPicture | None) -> str:
        """Both means, the case that costs most, the floor where it is shown, and the selected case."""
        if picture is None:
            return self.tr("There are no cases yet.")
        dearest = int(picture.losses("bce").argmax())
        sentences = [
            self._means(picture),
            self.tr("Most expensive: {note}.").format(note=listed_phrases(self.note(picture, dearest))),
        ]
        if picture.selected is not None and picture.selected < len(picture.cases):
            chosen = listed_phrases(self.note(picture, picture.selected))
            sentences.append(self.tr("Selected: {note}.").format(note=chosen))
        return in_a_row(sentences)

    def _means(self, picture: LossBarsPicture) -> str:
        text = self.tr("{count} cases. Mean cross-entropy {bce}, mean squared error {mse}.")
        bce, mse = shown_number(picture.mean("bce")), shown_number(picture.mean("mse"))
        means = text.format(count=len(picture.cases), bce=bce, mse=mse)
        return means if picture.floor is None else in_a_row((means, sentence(self.floor(picture.floor))))


def _numbers(picture: LossBarsPicture, kind: LossKind, index: int) -> dict[str, str]:
    loss, pull = float(picture.losses(kind)[index]), float(picture.pulls(kind)[index])
    return {"loss": with_minus_signs(f"{loss:.3g}"), "pull": with_minus_signs(f"{pull:+.3g}")}
