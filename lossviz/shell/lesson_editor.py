"""A window in which a teacher writes a lesson: record what stands in the window as a step, say something about it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lossviz.core.errors import LossvizError
from lossviz.core.lessons.lesson_checks import Fault, first_fault
from lossviz.core.lessons.lesson_file import SHORT_SUFFIX, SUFFIX, read, save
from lossviz.shell.lesson_form import LessonForm
from lossviz.shell.lesson_recording import Recording
from lossviz.stores.lesson_draft_store import LessonDraftStore, empty_lesson, empty_step
from lossviz.widgets.controls import named
from lossviz.widgets.joints import in_a_row
from lossviz.widgets.messages.spoken_errors import spoken_error
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.save_dialog import asked_save_path

_SIZE = (900, 720)


class LessonEditor(QWidget):
    """Works on a draft that outlives it, so that it can be built again in another language."""

    preview_wanted = Signal(object, int)  # Lesson, the index of a step
    handout_wanted = Signal(object)  # Lesson
    saved = Signal(object)  # Path

    def __init__(self, parent: QWidget, draft: LessonDraftStore, recording: Recording, language: str) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._draft = draft
        self._recording = recording
        self._language = language
        self.setObjectName("lesson.editor")
        self.resize(*_SIZE)
        self._form = LessonForm(draft, recording.controls, lambda: recording.view().panels)
        self._list = named(QListWidget(), "lesson.editor_steps", self.tr("Steps"))
        self._list.currentRowChanged.connect(draft.select)
        self._message = named(WrappedText(), "lesson.editor_message", self.tr("What is missing"))
        self._lay_out()
        draft.lesson_changed.connect(self._show_draft)
        draft.selection_changed.connect(self._show_draft)
        draft.file_changed.connect(self._show_draft)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self.save)
        self._show_draft()

    def record(self) -> None:
        """Put what stands in the window into the selected step."""
        draft, view = self._draft, self._recording.view()
        draft.change_step(self._recording.into(draft.step, view, draft.lesson, draft.index))

    def add(self) -> None:
        """Add a step with what stands in the window."""
        draft, view = self._draft, self._recording.view()
        draft.add_step(self._recording.into(empty_step(view.page), view, draft.lesson, draft.index + 1))

    def begin_new(self) -> None:
        """Begin a lesson, unless what is not saved is to be kept."""
        if self.may_discard():
            self._draft.begin(empty_lesson())

    def open(self) -> None:
        """Choose a file and edit it."""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Edit a lesson"), "", self._pattern())
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Edit the lesson in this file; if it cannot be read the message says why, and the draft stays."""
        if not self.may_discard():
            return
        try:
            self._draft.begin(read(path), path)
        except LossvizError as error:
            self.tell(error)

    def save(self) -> bool:
        """Save to the file that it came from, or choose one; whether it is saved."""
        return self.save_to(self._draft.path) if self._draft.path else self.save_as()

    def save_as(self) -> bool:
        """Choose a file and save there; whether it is saved."""
        if self._points_out_fault():
            return False
        name = f"{self._draft.lesson.key}{SUFFIX}"
        path = asked_save_path(self, self.tr("Save the lesson"), name, self._pattern(), SUFFIX, SHORT_SUFFIX)
        return path is not None and self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Save to this file; where something is missing, show it. Whether it is saved."""
        if self._points_out_fault():
            return False
        try:
            save(path, self._draft.lesson)
        except LossvizError as error:
            self.tell(error)
            return False
        self._draft.mark_saved(path)
        self.saved.emit(path)
        return True

    def may_discard(self) -> bool:
        """Whether nothing is lost if the draft goes: asks once if something is not saved."""
        if not self._draft.is_changed:
            return True
        button = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self,
            self.tr("Lesson not saved"),
            self.tr("The lesson has been changed and not saved. Save it now?"),
            button.Save | button.Discard | button.Cancel,
            button.Save,
        )
        return self.save() if answer == button.Save else answer == button.Discard

    def tell(self, error: LossvizError) -> None:
        """Explain what went wrong, below the form."""
        self._message.setText(spoken_error(error))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is not saved; who discards it finds the lesson as it was saved."""
        if not self.may_discard():
            event.ignore()
            return
        self._draft.discard()
        event.accept()

    def _preview(self) -> None:
        if not self._points_out_fault():
            self.preview_wanted.emit(self._draft.lesson, self._draft.index)

    def _make_handout(self) -> None:
        if not self._points_out_fault():
            self.handout_wanted.emit(self._draft.lesson)

    def _points_out_fault(self) -> bool:
        """Whether something keeps the lesson from being played; if so its field has the focus."""
        fault = first_fault(self._draft.lesson)
        if fault is None:
            return False
        self._message.setText(self._explained(fault))
        self._draft.select(fault.step if fault.step is not None else self._draft.index)
        self._form.focus(_form_path(fault), "zh_CN" if self._language.startswith("zh") else "en")
        return True

    def _show_draft(self) -> None:
        draft = self._draft
        title = self.tr("Lesson editor: {name}[*]")
        self.setWindowTitle(title.format(name=draft.path.name if draft.path else draft.lesson.key))
        self.setWindowModified(draft.is_changed)
        fault = first_fault(draft.lesson) if draft.lesson != empty_lesson() else None
        self._message.setText(self._explained(fault) if fault else "")
        self._show_steps(fault)

    def _show_steps(self, fault: Fault | None) -> None:
        texts = []
        for index, step in enumerate(self._draft.lesson.steps):
            mark = "  !" if fault and fault.step == index else ""
            texts.append(f"{index + 1}.  {step.title.in_language(self._language) or '…'}{mark}")
        with QSignalBlocker(self._list):
            if [self._list.item(row).text() for row in range(self._list.count())] != texts:
                self._list.clear()
                self._list.addItems(texts)
            self._list.setCurrentRow(self._draft.index)

    def _explained(self, fault: Fault) -> str:
        where = self.tr("Step {number}:").format(number=fault.step + 1) if fault.step is not None else ""
        parts = (QCoreApplication.translate("errors", part) for part in (fault.why, fault.remedy))
        caption = self._form.caption_of(_form_path(fault))
        values = {**fault.values, "name": caption} if caption else fault.values
        return in_a_row((where, *(part.format(**values) for part in parts)))

    def _pattern(self) -> str:
        return self.tr("Lessons (*{suffix})").format(suffix=SUFFIX)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        for row in self._step_buttons():
            left.addLayout(row)
        area = named(QScrollArea(), "lesson.editor_area", self.tr("Lesson and step"))
        area.setWidgetResizable(True)
        area.setWidget(self._form)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        halves = QHBoxLayout()
        halves.addLayout(left, 1)
        halves.addWidget(area, 2)
        column = QVBoxLayout(self)
        column.addLayout(self._file_buttons())
        column.addLayout(halves, 1)
        column.addWidget(self._message)

    def _step_buttons(self) -> list[QHBoxLayout]:
        draft = self._draft
        record = self._button("record", self.tr("Record the window into this step"), self.record)
        record.setProperty("rank", "primary")
        return [
            _row(record),
            _row(
                self._button("add", self.tr("Add"), self.add, self.tr("A new step with what stands in the window")),
                self._button("up", self.tr("Up"), lambda: draft.move_step(-1)),
                self._button("down", self.tr("Down"), lambda: draft.move_step(1)),
                self._button("delete", self.tr("Delete"), draft.remove_step),
            ),
        ]

    def _file_buttons(self) -> QHBoxLayout:
        row = _row(
            self._button("new", self.tr("New"), self.begin_new),
            self._button("open", self.tr("Open…"), self.open),
            self._button("save", self.tr("Save"), self.save),
            self._button("save_as", self.tr("Save as…"), self.save_as),
            self._button("preview", self.tr("Preview"), self._preview, self.tr("Play the lesson from this step on")),
            self._button("handout", self.tr("Handout…"), self._make_handout),
        )
        row.addStretch(1)
        return row

    def _button(self, name: str, text: str, act: Callable[[], object], tip: str = "") -> QPushButton:
        button = named(QPushButton(text), f"lesson.editor_{name}", tip or text, tip)
        button.clicked.connect(lambda _checked: act())
        return button


def _form_path(fault: Fault) -> str:
    """The form tells the lesson's title from a step's."""
    return fault.path if fault.step is not None or fault.path in ("key", "minutes") else f"lesson.{fault.path}"


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    return row
