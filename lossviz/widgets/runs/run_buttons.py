"""The buttons below the list of runs."""

from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from lossviz.widgets.controls import named, row_of


class RunButtons(QWidget):
    """What can be done to the list above, what with the runs selected in it. export_menu: what the last one opens."""

    def __init__(self, export_menu: QMenu) -> None:
        super().__init__()
        self.rename = self._button("run_rename", self.tr("Rename"), self.tr("Give the run another name (F2)"))
        self.delete = self._button("run_delete", self.tr("Delete"), self.tr("Take the runs off the list (Del)"))
        undo = self.tr("Bring back the runs that were deleted last (Ctrl+Z)")
        self.undo = self._button("run_undo", self.tr("Undo delete"), undo)
        look_back = self.tr("See in the time machine how the run got there")
        self.look_back = self._button("run_look_back", self.tr("Look back"), look_back)
        self.save = self._button("run_save", self.tr("Save…"), self.tr("Save the run, to go on with it anywhere"))
        self.export = self._button("run_export", self.tr("Export"), self.tr("For other programs and for people"))
        self.export.setMenu(export_menu)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(row_of(self.rename, self.delete, self.undo, None, spacing=6))
        rows.addLayout(row_of(self.look_back, self.save, self.export, None, spacing=6))

    def _button(self, name: str, text: str, tool_tip: str) -> QPushButton:
        button = named(QPushButton(text), f"mnist.{name}", text, tool_tip)
        button.setAutoDefault(False)
        return button
