"""The cases of a plot in numbers."""

import numpy as np

from lossviz.core.tables import Table, table_of
from lossviz.widgets.fit.case_picture import CasePicture
from lossviz.widgets.fit.loss_columns import LossBarsPicture
from lossviz.widgets.fit.model_shapes import readings


def case_table(picture: CasePicture) -> Table:
    """A row for each case: its size, its class 0 or 1, what each model and the law say there."""
    cases = picture.cases
    heads, columns = ["x", "y"], [cases.x, cases.y]
    for kind, parameters in reversed(picture.models()):
        heads.append(kind)
        columns.append(readings(kind, parameters, cases.x))
    if picture.law is not None:
        heads.append("law")
        columns.append(picture.law.probability(cases.x))
    return table_of(heads, zip(*(np.asarray(column, np.float64).tolist() for column in columns), strict=True))


def loss_table(picture: LossBarsPicture) -> Table:
    """A row for each case: its size, its class 0 or 1, and for each loss what it costs and how it pulls at z."""
    columns = [picture.cases.x, picture.cases.y]
    for kind in ("bce", "mse"):
        columns += [picture.losses(kind), picture.pulls(kind)]
    heads = ("x", "y", "cross_entropy", "pull_of_cross_entropy", "squared_error", "pull_of_squared_error")
    return table_of(heads, zip(*(np.asarray(column, np.float64).tolist() for column in columns), strict=True))
