"""What a confusion matrix says of itself."""

import numpy as np
from PySide6.QtCore import QObject

from lossviz.core.evaluation.confusion import Counts
from lossviz.core.per_cents import per_cent


class MatrixWords(QObject):
    """Sentences about cells and about the whole."""

    def true_title(self) -> str:
        """Beside the rows."""
        return self.tr("true digit")

    def predicted_title(self) -> str:
        """Above the columns."""
        return self.tr("read as")

    def nothing(self) -> str:
        """Instead of the cells."""
        return self.tr("Not measured yet")

    def legend(self, top: float) -> str:
        """Behind the ramp. top: the share that its strongest colour stands for."""
        return self.tr("0 – {top} of its row").format(top=per_cent(top, 0))

    def sentence(self, counts: Counts, true: int, predicted: int) -> str:
        """A cell in words."""
        count, images = int(counts[true, predicted]), int(counts[true].sum())
        if true == predicted:
            text = self.tr("{true} read right: {count} of {images} ({share})")
        else:
            text = self.tr("{true} read as {predicted}: {count} of {images} ({share})")
        share = per_cent(count / images) if images else "–"
        return text.format(count=f"{count:,}", images=f"{images:,}", true=true, predicted=predicted, share=share)

    def summary(self, counts: Counts | None, cell: tuple[int, int] | None) -> str:
        """For screen readers: the chosen cell, or how many were right."""
        if counts is None:
            return self.nothing()
        if cell is not None:
            return self.sentence(counts, *cell)
        text = self.tr("{right} of {images} images were read right. Arrow keys go from cell to cell.")
        return text.format(right=f"{int(np.trace(counts)):,}", images=f"{int(counts.sum()):,}")
