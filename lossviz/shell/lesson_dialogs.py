"""What is asked of a teacher before a lesson is opened, saved or written as a handout."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from lossviz.core.lessons.lesson import Lesson
from lossviz.core.lessons.lesson_file import SHORT_SUFFIX, SUFFIX
from lossviz.shell.classroom import Classroom
from lossviz.shell.handout import SUFFIX as HANDOUT_SUFFIX
from lossviz.widgets.save_dialog import asked_save_path


class LessonDialogs(QObject):
    """Asks for names of files, in the language of now."""

    def __init__(self, room: Classroom) -> None:
        super().__init__(room)
        self.room = room
        room.handout_wanted.connect(self.make_handout)

    def open(self) -> None:
        """Ask which lesson to give."""
        title = self.tr("Open a lesson")
        path, _ = QFileDialog.getOpenFileName(self.room.window, title, "", self._pattern())
        if path:
            self.room.open_file(Path(path))

    def save_with_tally(self) -> None:
        """Ask where to save the running lesson with the hands that were counted."""
        title = self.tr("Save the lesson with its tally")
        proposed = self._proposed(SUFFIX)
        path = asked_save_path(self.room.window, title, proposed, self._pattern(), SUFFIX, SHORT_SUFFIX)
        if path:
            self.room.save_with_tally(path)

    @Slot()
    @Slot(object)
    def make_handout(self, lesson: Lesson | None = None) -> None:
        """Ask where to write a handout of this lesson, or else of the running one; it can be cancelled meanwhile."""
        lesson = lesson or self.room.lesson.lesson
        if lesson is None or self.room.handouts.is_working:
            return
        title = self.tr("Write a handout")
        pattern = self.tr("PDF (*.pdf)")
        name = f"{lesson.key}{HANDOUT_SUFFIX}"
        path = asked_save_path(self.room.window, title, name, pattern, HANDOUT_SUFFIX)
        if path:
            self._show_progress(lesson)
            self.room.make_handout(path, lesson)

    def _show_progress(self, lesson: Lesson) -> None:
        maker = self.room.handouts
        text, cancel = self.tr("Writing the handout…"), self.tr("Cancel")
        progress = QProgressDialog(text, cancel, 0, len(lesson.steps), self.room.window)
        progress.setObjectName("lesson.handout_progress")
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(0)
        progress.setAutoClose(False)
        progress.canceled.connect(maker.cancel)
        maker.progressed.connect(progress.setValue)
        maker.ended.connect(progress.deleteLater)

    def _proposed(self, suffix: str) -> str:
        lesson = self.room.lesson.lesson
        return str(self.room.path) if self.room.path else f"{lesson.key}{suffix}" if lesson else ""

    def _pattern(self) -> str:
        return self.tr("Lessons (*.yaml)")
