"""What the table says: the names of its columns, what they mean, and how each number comes about."""

import math

from PySide6.QtCore import QObject

from lossviz.widgets.classes.class_rows import ClassRows
from lossviz.widgets.classes.number_texts import SHORT_SHARE, logit_text, share_text, significant_text, slope_text
from lossviz.widgets.classes.table_layout import ColumnKey, Hit
from lossviz.widgets.joints import listed


class TableWords(QObject):
    """Heads, explanations, and the summary for screen readers."""

    def titles(self, *, is_twice: bool) -> dict[ColumnKey, str]:
        """In words, below the symbol of a column; a column of bars has its scale there."""
        return {
            "name": self.tr("class"),
            "z": self.tr("logit"),
            "scaled": self.tr("÷ temp."),
            "exp": self.tr("exponential"),
            "once": self.tr("once"),
            "p": self.tr("twice") if is_twice else self.tr("probability"),
            "y": self.tr("target"),
            "loss": self.tr("loss term"),
            "bce": self.tr("CE"),
            "mse": self.tr("MSE"),
        }

    def slopes_name(self) -> str:
        """What the bars of the last column are."""
        return self.tr("slope ∂L/∂z")

    def sum_name(self) -> str:
        """Of the foot."""
        return self.tr("sum")

    def explanation(self, key: ColumnKey, *, is_twice: bool) -> str:
        """What a column is, spoken."""
        if key == "p" or key == "p_bar":
            return self._twice() if is_twice else self._probability()
        return {
            **self._of_logits(),
            **self._of_targets(),
            "once": self.tr("What the first softmax gives. The second one takes these probabilities for logits."),
        }[key]

    def cell(self, rows: ClassRows, hit: Hit) -> str:
        """How the number of a class comes about, or a sum."""
        if hit.part == "head" or hit.index is None:
            return self._sum(rows, hit) or self.explanation(hit.column, is_twice=rows.once is not None)
        index, column = hit.index, hit.column
        if column == "mark":
            return self.tr("Make {name} the true class").format(name=rows.names[index])
        if column == "name":
            return self.tr("Class {index}: {name}. Double click or F2 to rename it").format(
                index=index, name=rows.names[index]
            )
        return self._origin(rows, index, column)

    def summary(self, rows: ClassRows) -> str:
        """Every class with its probability, the loss, and the slopes of both losses."""
        true = self.tr("soft") if rows.true_class is None else rows.names[rows.true_class]
        shares = zip(rows.names, rows.probabilities.tolist(), strict=True)
        spoken = listed(f"{name} {share_text(share, SHORT_SHARE)}" for name, share in shares)
        text = self.tr("Probabilities: {listed}. Target: {true}. Loss {loss}. Slopes of CE: {bce}; of MSE: {mse}.")
        bce, mse = (
            listed(f"{name} {slope_text(slope)}" for name, slope in zip(rows.names, slopes.tolist(), strict=True))
            for slopes in (rows.bce_slopes, rows.mse_slopes)
        )
        return text.format(listed=spoken, true=true, loss=significant_text(rows.loss), bce=bce, mse=mse)

    def rename(self, name: str) -> str:
        """The field in which a class is renamed."""
        return self.tr("Name of class {name}").format(name=name)

    def logit_box(self, index: int) -> str:
        """The field of a logit."""
        return self.tr("Logit of class {index}").format(index=index)

    def probability(self, index: int) -> str:
        """The number of a probability."""
        return self.tr("Probability of class {index}").format(index=index)

    def _of_logits(self) -> dict[ColumnKey, str]:
        logit = self.tr("The score z of each class, any number at all. Type it, drag the bar, or use the arrow keys.")
        return {
            "mark": self.tr("The true class, whose place in the target is 1"),
            "name": self.tr("What the classes are called"),
            "z": logit,
            "z_bar": logit,
            "scaled": self.tr(
                "The logit divided by the temperature T: a high T levels the classes, a low one sharpens."
            ),
            "exp": self.tr("e to the power z / T: always positive, and one more in z / T is 2.718 times as much here."),
        }

    def _of_targets(self) -> dict[ColumnKey, str]:
        target = self.tr("What the probabilities should be. Drag a bar for a soft target; the sum stays 1.")
        slopes = self.tr(
            "How the loss grows with each logit: (p − y) / T for cross-entropy (CE), and for the mean squared error "
            "(MSE) of the same probabilities."
        )
        loss = self.tr("What each class adds to the cross-entropy: −y ln p. With a one-hot target only the true one.")
        return {"y": target, "y_bar": target, "loss": loss, "slopes": slopes, "bce": slopes, "mse": slopes}

    def _probability(self) -> str:
        return self.tr("The exponential divided by the sum of all of them: between 0 and 1, together 1.")

    def _twice(self) -> str:
        return self.tr("Softmax of what softmax gave: all logits lie between 0 and 1 then, and no class gets near 1.")

    def _sum(self, rows: ClassRows, hit: Hit) -> str:
        if hit.part == "foot" and hit.column == "exp":
            return self.tr("All exponentials together: {total}").format(total=significant_text(rows.exp_sum))
        if hit.part == "foot" and hit.column == "loss":
            return self.tr("The cross-entropy of target and probabilities: {loss}").format(
                loss=significant_text(rows.loss)
            )
        return ""

    def _origin(self, rows: ClassRows, index: int, column: ColumnKey) -> str:
        """The formula of a cell with its numbers."""
        match column:
            case "p" | "p_bar" if rows.once is None and not math.isfinite(rows.exp_sum):
                return self.tr("The sum overflows, so the largest z ÷ T is taken off all of them first: p stays exact.")
            case "scaled":
                text = self.tr("z ÷ T = {z} ÷ {temperature} = {scaled}")
            case "exp":
                text = self.tr("e to the power {scaled} = {exp}")
            case "p" | "p_bar" if rows.once is None:
                text = self.tr("{exp} ÷ {total} = {p}")
            case "loss":
                text = self.tr("−y ln p = −{y} · ln {p} = {loss}")
            case "slopes" | "bce" | "mse":
                text = self.tr("Cross-entropy {bce}, squared error {mse}")
                if rows.once is None:
                    text = self.tr("(p − y) ÷ T = ({p} − {y}) ÷ {temperature} = {bce}; squared error {mse}")
            case _:
                return self.explanation(column, is_twice=rows.once is not None)
        return text.format(**_numbers(rows, index))


def _numbers(rows: ClassRows, index: int) -> dict[str, str]:
    return {
        "z": logit_text(float(rows.logits[index])),
        "scaled": logit_text(float(rows.scaled[index])),
        "exp": significant_text(float(rows.exps[index])),
        "total": significant_text(rows.exp_sum),
        "p": share_text(float(rows.probabilities[index]), SHORT_SHARE),
        "y": share_text(float(rows.target[index]), SHORT_SHARE),
        "loss": significant_text(float(rows.loss_terms[index])),
        "bce": slope_text(float(rows.bce_slopes[index])),
        "mse": slope_text(float(rows.mse_slopes[index])),
        "temperature": f"{rows.temperature:.4g}",
    }
