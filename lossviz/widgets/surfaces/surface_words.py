"""A loss surface in words and in numbers."""

import numpy as np
from PySide6.QtCore import QObject

from lossviz.core.tables import Table, table_of
from lossviz.widgets.joints import in_a_row
from lossviz.widgets.minus_signs import shown_number
from lossviz.widgets.surfaces.picture import Place, SurfacePicture


class SurfaceWords(QObject):
    """In the user's language."""

    def summary(self, picture: SurfacePicture | None, keys: str) -> str:
        """The title, where the marker is and where the loss is least; what the marks are; `keys`, what they do."""
        if picture is None:
            return self.tr("There is no surface yet.")
        return in_a_row([self._marker(picture), self._least(picture), self._marks(picture), keys])

    def _marker(self, picture: SurfacePicture) -> str:
        text = self.tr("{title}. The marker is at {w_name} = {w}, {b_name} = {b}.")
        return text.format(title=picture.title, **_named(picture, picture.marker))

    def _marks(self, picture: SurfacePicture) -> str:
        """What cannot be read off the marks themselves."""
        if picture.arrow is None:
            return ""
        return self.tr(
            "The ring is the model and the arrow points downhill. A dashed path is where the next steps would lead, or "
            "where a racer went, who stands at the dot. The thin straight line: all models that give the selected "
            "case 50%."
        )

    def _least(self, picture: SurfacePicture) -> str:
        if picture.best is not None:
            text = self.tr("It is least at the cross, {w_name} = {w}, {b_name} = {b}.")
            return text.format(**_named(picture, picture.best))
        values = np.where(np.isfinite(picture.values), picture.values, np.inf)
        row, column = divmod(int(values.argmin()), values.shape[1])
        if not np.isfinite(values[row, column]):
            return ""
        ws, bs = grid_places(picture)
        text = self.tr("Of the places computed it is least, {loss}, at {w_name} = {w}, {b_name} = {b}.")
        return text.format(
            loss=shown_number(float(values[row, column])), **_named(picture, (float(ws[column]), float(bs[row])))
        )


def surface_table(picture: SurfacePicture) -> Table:
    """A row for each place of the grid; what is not known yet is left out."""
    ws, bs = grid_places(picture)
    known = np.ones(picture.values.shape, bool) if picture.missing is None else ~picture.missing
    rows = (
        (float(ws[column]), float(bs[row]), float(picture.values[row, column]))
        for row, column in np.argwhere(known).tolist()
    )
    return table_of((*picture.axis_names, "loss"), rows)


def grid_places(picture: SurfacePicture) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], ...]:
    """The w of each column and the b of each row."""
    low_high, (rows, columns) = picture.range, picture.values.shape
    return (
        np.linspace(low_high.w_low, low_high.w_high, columns),
        np.linspace(low_high.b_low, low_high.b_high, rows),
    )


def _named(picture: SurfacePicture, place: Place) -> dict[str, str]:
    w_name, b_name = picture.axis_names
    w, b = (shown_number(number) for number in place)
    return {"w_name": w_name, "w": w, "b_name": b_name, "b": b}
