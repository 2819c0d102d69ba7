"""The rows of classes in numbers."""

from lossviz.core.tables import Table, table_of
from lossviz.widgets.classes.class_rows import ClassRows


def rows_table(rows: ClassRows) -> Table:
    """A row for each class, from its logit to the slopes."""
    columns = {
        "logit": rows.logits,
        "scaled": rows.scaled,
        "exponential": rows.exps,
        **({} if rows.once is None else {"probability_once": rows.once}),
        "probability": rows.probabilities,
        "target": rows.target,
        "loss_term": rows.loss_terms,
        "slope_of_cross_entropy": rows.bce_slopes,
        "slope_of_squared_error": rows.mse_slopes,
    }
    values = (column.tolist() for column in columns.values())
    return table_of(("class", *columns), zip(rows.names, *values, strict=True))
