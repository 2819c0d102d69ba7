"""Which sizes a case plot shows."""

from lossviz.core.fit.cases import Column
from lossviz.widgets.curves.ranges import AxisRange
from lossviz.widgets.fit.case_picture import CasePicture
from lossviz.widgets.plots.plot_frame import data_range, serves


class CaseView:
    """The sizes in view: they follow the cases until they are moved by hand. is_fitted: whether they still do."""

    def __init__(self) -> None:
        self.sizes = AxisRange(0.0, 1.0)
        self.is_fitted = True
        self._remembered = (self.sizes, self.is_fitted)

    def remember(self) -> None:
        """In case that a drag is taken back."""
        self._remembered = (self.sizes, self.is_fitted)

    def go_back(self) -> None:
        """Be again as remembered."""
        self.sizes, self.is_fitted = self._remembered

    def follow(self, before: CasePicture | None, picture: CasePicture) -> None:
        """Show `picture` well, which comes after `before`. While a case is being dragged nothing moves.

        A view moved by hand stays as long as it has to do with the cases.
        """
        is_same = before is not None and before.cases is picture.cases and before.moving is None
        if is_same or picture.moving is not None:
            return
        x = picture.cases.x
        is_other_problem = before is None or before.cases.words != picture.cases.words
        is_empty = not bool(((x >= self.sizes.low) & (x <= self.sizes.high)).any())
        self.is_fitted = self.is_fitted or is_other_problem or is_empty
        if self.is_fitted and not serves(self.sizes, x):
            self.sizes = data_range(x)

    def fit(self, x: Column) -> None:
        """Show all of `x`, from now on too."""
        self.sizes, self.is_fitted = data_range(x), True

    def move(self, sizes: AxisRange) -> None:
        """By hand."""
        self.sizes, self.is_fitted = sizes, False
