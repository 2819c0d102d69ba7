"""A row for each class, from its logit to its share of the loss; what is pointed at is lit."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from lossviz.core.tables import Table
from lossviz.widgets.classes.class_rows import ClassRows
from lossviz.widgets.classes.row_fields import NameField, RowFields
from lossviz.widgets.classes.rows_table import rows_table
from lossviz.widgets.classes.table_keys import TableKeys
from lossviz.widgets.classes.table_layout import ColumnKey
from lossviz.widgets.classes.table_mouse import TableMouse, cursor_over
from lossviz.widgets.classes.table_painting import paint_values
from lossviz.widgets.classes.table_scene import KeyColumn, Light, TableScene
from lossviz.widgets.classes.table_view import TableView
from lossviz.widgets.classes.table_words import TableWords
from lossviz.widgets.controls import plain_tip
from lossviz.widgets.drag_watch import watch_drags
from lossviz.widgets.exports.plot_access import offer_export
from lossviz.widgets.number_boxes import NumberBox
from lossviz.widgets.theme import ThemeSource

_HINT_ROW_PX, _HINT_WIDTH_PX = 28, 1000
_TAB_COLUMNS: dict[Qt.FocusReason, KeyColumn] = {
    Qt.FocusReason.TabFocusReason: "z_bar",
    Qt.FocusReason.BacktabFocusReason: "y_bar",
}


class ClassTable(QWidget):
    """Shows ClassRows; tells what the user does to them, and changes nothing itself.

    Mouse: drag the bars of logits and targets; the dot at the left, or a double click on a target, makes a class the
    true one; a double click on a name renames it. Keys: see TableKeys.
    """

    logit_dragged = Signal(int, float)  # typed too
    logit_drag_ended = Signal()
    target_dragged = Signal(int, float)  # the class, its share 0 to 1
    true_class_chosen = Signal(int)
    name_edited = Signal(int, str)
    hovered = Signal(object, object)  # class: int or None; Term or None

    def __init__(self, theme: ThemeSource) -> None:
        super().__init__()
        self._theme = theme
        self._light = Light()
        self._view = TableView(self.font(), theme.theme)
        self._words = TableWords(self)
        self._fields = RowFields(self, self._words)
        self._name = NameField(self)
        self._mouse = TableMouse(self)
        self._keys = TableKeys(self)
        self._prepare()
        self._connect()

    @property
    def logit_boxes(self) -> tuple[NumberBox, ...]:
        """The fields of the logits, also of classes that are not there."""
        return self._fields.logits

    @property
    def probability_labels(self) -> tuple[QLabel, ...]:
        """The labels of the probabilities, also of classes that are not there."""
        return self._fields.probabilities

    @property
    def name_field(self) -> NameField:
        """The field in which a class is renamed."""
        return self._name

    def show_rows(self, rows: ClassRows) -> None:
        """Show these."""
        if self._view.show_rows(rows):
            self._lay_out()
            self._settle_height()
        self._keys.show_rows(rows)
        self._fields.show_rows(rows)
        self._show_probabilities()
        self.update()

    def summary(self) -> str:
        """Every class with its probability, and the loss."""
        rows = self._view.rows
        return self.tr("There are no classes yet.") if rows is None else self._words.summary(rows)

    def table(self) -> Table:
        """A row for each class."""
        return Table(("class",)) if self._view.rows is None else rows_table(self._view.rows)

    def light(self, index: int | None, term: str | None) -> None:
        """Light a class and a column, wherever the user points at them."""
        light = Light(index, term)
        if light != self._light:
            self._light = light
            self.update()

    def cell_centre(self, index: int, column: ColumnKey) -> QPointF:
        """Where a cell is in this widget. Raises: LookupError if nothing is shown yet."""
        return self._scene().layout.bar(index, column).center()

    def logit_place(self, index: int, logit: float) -> QPointF:
        """Where the bar of a class would end. Raises: LookupError if nothing is shown yet."""
        scene = self._scene()
        cell = scene.layout.bar(index, "z_bar")
        return QPointF(scene.logit_scale.x_px(logit, cell), cell.center().y())

    def sizeHint(self) -> QSize:
        """Rows with some air."""
        return self._view.size_for(max(_HINT_ROW_PX, self._view.row_px[0])).expandedTo(QSize(_HINT_WIDTH_PX, 0))

    def minimumSizeHint(self) -> QSize:
        """All columns, and all rows."""
        return self._view.size_for(self._view.row_px[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the table."""
        with QPainter(self) as painter:
            if self._view.rows is None:
                painter.fillRect(self.rect(), QColor(self._theme.theme.colours.surface))
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            scene = self._scene()
            self._view.draw_ground(painter, scene, self._words, self.size())
            paint_values(painter, scene, self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the bars what room there is."""
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a bar."""
        if event.button() == Qt.MouseButton.LeftButton and self._view.rows is not None:
            self._mouse.press(self._scene(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it, or tell what is under the mouse."""
        if self._view.rows is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mouse.move(self._scene(), event.position())
        else:
            self._point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose or rename."""
        if event.button() == Qt.MouseButton.LeftButton and self._view.rows is not None:
            self._mouse.double_click(self._scene(), event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self._hover(Light())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See TableKeys."""
        if self._view.rows is None or not self._keys.press(self._view.rows, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key that was held down is one drag."""
        self._keys.release(event)
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the side that Tab comes from."""
        super().focusInEvent(event)
        index, column = self._keys.cell
        self._keys.choose(index, _TAB_COLUMNS.get(event.reason(), column))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from the logits to the targets first."""
        index, column = self._keys.cell
        onward: KeyColumn = "y_bar" if next else "z_bar"
        if self.hasFocus() and column != onward:
            self._keys.choose(index, onward)
            return True
        return super().focusNextPrevChild(next)

    def event(self, event: QEvent) -> bool:
        """Explain what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._view.rows is not None:
            hit = self._scene().layout.hit(QPointF(event.pos()))
            if hit is not None:
                QToolTip.showText(event.globalPos(), plain_tip(self._words.cell(self._view.rows, hit)), self)
                return True
        return super().event(event)

    def _prepare(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Classes: logits, probabilities, targets and losses"))
        offer_export(self, self)
        watch_drags(self)
        self._theme.theme_changed.connect(self._on_theme_changed)

    def _connect(self) -> None:
        mouse, keys, fields = self._mouse, self._keys, self._fields
        for source in (mouse, keys):
            source.logit_dragged.connect(self.logit_dragged)
            source.target_dragged.connect(self.target_dragged)
            source.true_class_chosen.connect(self.true_class_chosen)
            source.rename_asked.connect(self._on_rename_asked)
        mouse.drag_started.connect(self._view.hold_scales)
        mouse.drag_ended.connect(self._on_drag_ended)
        mouse.cell_chosen.connect(keys.choose)
        keys.drag_ended.connect(self.logit_drag_ended)
        keys.cell_changed.connect(self._on_cell_changed)
        fields.logit_typed.connect(self.logit_dragged)
        fields.pointed.connect(self._on_field_pointed)
        fields.left.connect(self._on_field_left)
        self._name.renamed.connect(self.name_edited)

    def _settle_height(self) -> None:
        """No higher than rows can grow, so that no empty band is left below them."""
        self.setMaximumHeight(self._view.size_for(self._view.row_px[1]).height())
        self.updateGeometry()

    def _scene(self) -> TableScene:
        return self._view.scene(self._light, self._keys.cell if self.hasFocus() else None)

    def _lay_out(self) -> None:
        self._view.lay_out(self.size())
        if self._view.layout is not None:
            self._fields.place(self._view.layout, self._view.fonts)
            self._show_probabilities()

    def _show_probabilities(self) -> None:
        view = self._view
        if view.rows is not None:
            self._fields.show_probabilities(view.rows, is_long=view.layout is not None and view.layout.is_long)

    def _point(self, place: QPointF) -> None:
        hit = self._scene().layout.hit(place)
        self._hover(Light() if hit is None else Light(hit.index, hit.term))
        self.setCursor(cursor_over(hit))

    def _hover(self, light: Light) -> None:
        if light != self._light:
            self.light(light.index, light.term)
            self.hovered.emit(light.index, light.term)

    def _on_field_pointed(self, index: int) -> None:
        self._hover(Light(index, "z"))

    def _on_field_left(self) -> None:
        self._hover(Light())

    def _on_cell_changed(self) -> None:
        index, column = self._keys.cell
        if self.hasFocus():
            self._hover(Light(index, "y" if column == "y_bar" else "z"))
        self.update()

    def _on_drag_ended(self) -> None:
        self._view.release_scales()
        self.update()
        self.logit_drag_ended.emit()

    def _on_rename_asked(self, index: int) -> None:
        if self._view.rows is not None:
            name = self._view.rows.names[index]
            self._name.setAccessibleName(self._words.rename(name))
            place = self._scene().layout.bar(index, "name").adjusted(-4, 1, 4, -1)
            self._name.begin(index, name, place)

    def _on_theme_changed(self) -> None:
        self._view.restyle(self.font(), self._theme.theme)
        self._lay_out()
        self._settle_height()
        self.update()
