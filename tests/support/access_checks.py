"""What people who do not use a mouse, or do not see, need of every widget of the window."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QWidget,
)

from lossviz.widgets.exports.plot_export import PlotExport, export_of

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
)
_QT_OWN_NAMES = ("qt_", "ScrollLeftButton", "ScrollRightButton")
# Painted, but saying nothing that is not said beside them: frames, signs before words, and words that Qt reads anyway.
_DECORATIONS = frozenset(
    {
        "Bracketed",
        "BallSign",
        "CrashNotice",
        "FocusRing",
        "CurveLegend",
        "LineSample",
        "MessageBanner",
        "MessageIcon",
        "NumberMatrix",
        "WrappedText",
    }
)


def widgets_of(window: QWidget) -> list[QWidget]:
    """All that the project has put there: no parts of Qt's own widgets, no pop-up lists."""
    return [widget for widget in window.findChildren(QWidget) if not _is_part_of_qt(widget)]


def called(widget: QWidget) -> str:
    """The widget, for the message of a test that fails."""
    around = "" if widget.objectName().startswith(_QT_OWN_NAMES) else widget.objectName()
    parent = widget.parentWidget()
    while not around and parent is not None:
        around, parent = f"in {parent.objectName()}" if parent.objectName() else "", parent.parentWidget()
    return f"{type(widget).__name__} {around}"


def is_tab_stop(widget: QWidget) -> bool:
    """Whether Tab stops there, when it can be used."""
    has_focus_by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return has_focus_by_tab and widget.focusProxy() is None and not isinstance(widget, QScrollBar | QTabWidget)


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, called(widget)
    return interface.text(QAccessible.Text.Name)


def spoken_description(widget: QWidget) -> str:
    """What a screen reader says beside its name; a tool tip is as good."""
    own = export_of(widget)
    if own is not None and own.widget is widget:
        own.describe()
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, called(widget)
    return interface.text(QAccessible.Text.Description) or widget.toolTip()


def nameless(widgets: list[QWidget]) -> list[str]:
    """Those that Tab stops at and nobody can name."""
    return [called(widget) for widget in widgets if is_tab_stop(widget) and not spoken_name(widget)]


def undescribed(widgets: list[QWidget]) -> list[str]:
    """Controls and pictures that are not explained."""
    own = [widget for widget in widgets if not isinstance(widget, QScrollBar)]
    explained = [widget for widget in own if isinstance(widget, _CONTROLS) or paints_itself(widget)]
    return [called(widget) for widget in explained if not spoken_description(widget)]


def names_used_twice(widgets: list[QWidget]) -> list[str]:
    """objectNames of the form page.control that more than one widget has."""
    counts = Counter(widget.objectName() for widget in widgets if "." in widget.objectName())
    return sorted(name for name, count in counts.items() if count > 1)


def pictures_without_words(widgets: list[QWidget]) -> list[str]:
    """Painted widgets that cannot be copied, or of which nothing can be said."""
    painted = [widget for widget in widgets if paints_itself(widget)]
    return [called(widget) for widget in painted if not _can_be_told(widget)]


def paints_itself(widget: QWidget) -> bool:
    """Whether its picture is the project's own, and no mere decoration."""
    kinds = type(widget).__mro__
    if _DECORATIONS.intersection(kind.__name__ for kind in kinds) or isinstance(widget.parent(), QTabBar):
        return False
    return any(kind.__module__.startswith("lossviz.") and "paintEvent" in kind.__dict__ for kind in kinds)


def _can_be_told(widget: QWidget) -> bool:
    export = widget.findChild(PlotExport, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return isinstance(export, PlotExport) and bool(export.summary()) and bool(export.csv())


def _is_part_of_qt(widget: QWidget) -> bool:
    if widget.objectName().startswith(_QT_OWN_NAMES):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QMenuBar | QHeaderView):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QTabBar | QMenuBar | QHeaderView)
