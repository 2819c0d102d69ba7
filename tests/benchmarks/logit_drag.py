"""What dragging the bar of a logit costs, from the mouse event until all linked views have been painted.

The real Softmax page, the table of classes with each pair of tabs below it.

Run it with: python -m tests.benchmarks.logit_drag
"""

from PySide6.QtWidgets import QTabWidget

from lossviz.composition import Assembly
from lossviz.core.fit.cases import Column
from lossviz.widgets.classes.class_table import ClassTable
from tests.benchmarks.gestures import WARM_UP, moved_ms, settle, window_on, write_head, write_row

COUNTS = (3, 10)
MOVES = 150


def logit_drag(assembly: Assembly) -> Column:
    """Drag the first bar to and fro."""
    (table,) = assembly.pages.softmax.findChildren(ClassTable)
    start = table.logit_place(0, float(assembly.engine.softmax.logits.logits[0])).toPoint()
    places = [table.logit_place(0, 0.03 * (7 * move % 61)).toPoint() for move in range(MOVES + WARM_UP)]
    return moved_ms(assembly, table, start, places)


def main() -> None:
    """Print a row for each number of classes and each pair of tabs."""
    assembly = window_on("softmax")
    write_head()
    left, right = (
        assembly.pages.softmax.findChildren(QTabWidget, f"softmax.{side}_tabs")[0] for side in ("left", "right")
    )
    for count in COUNTS:
        assembly.engine.softmax.logits.set_class_count(count)
        for place in range(max(left.count(), right.count())):
            left.setCurrentIndex(min(place, left.count() - 1))
            right.setCurrentIndex(min(place, right.count() - 1))
            settle(assembly)
            shown = f"{left.tabText(left.currentIndex())}, {right.tabText(right.currentIndex())}"
            write_row(f"{count} classes; {shown}", logit_drag(assembly))
    assembly.window.close()


if __name__ == "__main__":
    main()
