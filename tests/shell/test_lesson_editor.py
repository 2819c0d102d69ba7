"""LessonEditor: a teacher records steps, writes texts in two languages, is told what is missing, and saves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lossviz.core.lessons.lesson import Lesson, Prediction, Words
from lossviz.core.lessons.lesson_file import read, save
from lossviz.shell.lesson_editor import LessonEditor
from lossviz.shell.lesson_recording import Recording, View
from lossviz.stores.lesson_draft_store import LessonDraftStore, empty_lesson

AT_FIRST: dict[str, dict[str, object]] = {"fit": {"w": 0.0}, "softmax": {"double": False}}


class Window:
    """What the editor records."""

    def __init__(self) -> None:
        self.states: dict[str, dict[str, object]] = dict(AT_FIRST)
        self.view = View("fit", ("fit.plot", "fit.losses", "fit.surfaces"))
        self.names = ["fit.loss_bce", "fit.loss_mse"]

    @property
    def recording(self) -> Recording:
        return Recording(lambda: self.states, lambda: AT_FIRST, lambda: self.view, lambda: self.names)


class Rig:
    """An editor beside a window."""

    def __init__(self, qtbot: QtBot, draft: LessonDraftStore) -> None:
        self.window, self.draft, self.parent, self.qtbot = Window(), draft, QWidget(), qtbot
        qtbot.addWidget(self.parent)
        self.editor = LessonEditor(self.parent, draft, self.window.recording, "en")
        with qtbot.waitExposed(self.editor):
            self.editor.show()

    def type(self, name: str, text: str) -> None:
        (field,) = self.editor.findChildren(QWidget, f"lesson.editor_{name}")
        if name.endswith("zh_CN"):
            self.editor.findChildren(QTabWidget, "lesson.editor_languages")[0].setCurrentIndex(1)
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        field.selectAll()
        if isinstance(field, QLineEdit) and not text.isascii():
            field.insert(text)  # as an input method does, which no single key stands for
            field.textEdited.emit(text)
        else:
            QTest.keyClicks(field, text)

    def press(self, name: str) -> None:
        (button,) = self.editor.findChildren(QPushButton, f"lesson.editor_{name}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def message(self) -> str:
        (label,) = self.editor.findChildren(QLabel, "lesson.editor_message")
        return label.text()

    @property
    def listed(self) -> list[str]:
        (steps,) = self.editor.findChildren(QListWidget, "lesson.editor_steps")
        return [steps.item(row).text() for row in range(steps.count())]

    def write_lesson(self) -> None:
        for name, text in (
            ("lesson_title_en", "Mine"),
            ("lesson_goal_en", "To see"),
            ("title_en", "First"),
            ("caption_en", "Look here."),
        ):
            self.type(name, text)


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig(qtbot, LessonDraftStore())
    yield rig
    rig.draft.discard()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox.StandardButton]:
    """The answers to give, from the last; empty once they were asked for."""
    answers: list[QMessageBox.StandardButton] = []
    monkeypatch.setattr(QMessageBox, "question", lambda *_asked: answers.pop())
    return answers


def test_a_lesson_is_written_recorded_and_saved(rig: Rig, tmp_path: Path) -> None:
    rig.write_lesson()
    rig.window.states["fit"] = {"w": 2.5}
    rig.press("record")
    rig.window.view = View("softmax", ("softmax.table",))
    rig.press("add")
    rig.type("title_en", "Second")
    rig.type("caption_en", "Guess.")
    rig.type("predict_question_en", "How much?")
    rig.type("predict_options_0_en", "one")
    rig.type("predict_options_1_en", "two")
    rig.type("predict_because_en", "So it is.")
    rig.type("hide", "softmax.loss, softmax.loss_curve")
    assert rig.message == ""
    assert rig.editor.save_to(tmp_path / "mine.yaml")
    first, second = read(tmp_path / "mine.yaml").steps
    assert (first.page, first.state, first.show) == ("fit", {"fit": {"w": 2.5}}, ("fit.plot", "fit.losses"))
    assert (second.page, second.title) == ("softmax", Words("Second"))
    assert second.predict == Prediction(
        *(Words("How much?"), (Words("one"), Words("two")), 1, Words("So it is.")),
        hide=("softmax.loss", "softmax.loss_curve"),
    )
    assert not rig.draft.is_changed


def test_texts_are_written_in_both_languages(rig: Rig) -> None:
    rig.write_lesson()
    rig.type("title_zh_CN", "第一")
    assert rig.draft.step.title == Words("First", "第一")


def test_what_is_missing_is_said_in_place_and_nothing_is_saved_until_it_is_there(rig: Rig, tmp_path: Path) -> None:
    rig.write_lesson()
    rig.type("predict_question_en", "How much?")
    assert rig.message.startswith("Step 1:")
    assert "two to four options" in rig.message
    assert rig.listed == ["1.  First  !"]
    assert not rig.editor.save_to(tmp_path / "mine.yaml")
    assert not (tmp_path / "mine.yaml").exists()


def test_a_lesson_that_nobody_has_begun_lacks_nothing_until_it_is_to_be_saved(rig: Rig, tmp_path: Path) -> None:
    assert rig.message == ""
    assert not rig.editor.save_to(tmp_path / "mine.yaml")
    assert rig.message.startswith("The text of “Lesson” is missing.")
    rig.type("lesson_title_en", "Mine")
    assert rig.message.startswith("The text of “Goal” is missing.")


def test_all_fields_begin_in_one_line_and_none_is_cut_off(rig: Rig) -> None:
    fields = [rig.editor.findChildren(QWidget, f"lesson.editor_{name}")[0] for name in ("title_en", "answer", "hide")]
    rig.qtbot.waitUntil(lambda: len({field.mapTo(rig.editor, QPoint(0, 0)).x() for field in fields}) == 1)
    (key,) = rig.editor.findChildren(QLineEdit, "lesson.editor_key")
    assert key.visibleRegion().boundingRect() == key.rect()


def test_saving_leads_to_the_field_that_is_wrong(rig: Rig, tmp_path: Path) -> None:
    rig.write_lesson()
    rig.press("add")
    assert not rig.editor.save_to(tmp_path / "mine.yaml")
    (field,) = rig.editor.findChildren(QLineEdit, "lesson.editor_title_en")
    assert field.hasFocus()
    assert rig.draft.index == 1


def test_steps_are_moved_and_deleted(rig: Rig) -> None:
    rig.write_lesson()
    rig.press("add")
    rig.type("title_en", "Second")
    rig.press("up")
    assert [text.removesuffix("  !") for text in rig.listed] == ["1.  Second", "2.  First"]
    rig.press("down")
    rig.press("delete")
    assert [step.title.en for step in rig.draft.lesson.steps] == ["First"]
    rig.press("delete")
    assert len(rig.draft.lesson.steps) == 1


def test_names_are_picked_from_what_can_be_seen(rig: Rig) -> None:
    (pick,) = rig.editor.findChildren(QToolButton, "lesson.editor_look_at_pick")
    pick.menu().aboutToShow.emit()
    assert [action.text() for action in pick.menu().actions()] == ["fit.loss_bce", "fit.loss_mse"]
    pick.menu().actions()[1].trigger()
    assert rig.draft.step.look_at == ("fit.loss_mse",)


def test_buttons_are_picked_from_those_that_a_lesson_may_press(rig: Rig) -> None:
    rig.window.names += ["fit.play", "fit.save_cases"]
    (pick,) = rig.editor.findChildren(QToolButton, "lesson.editor_press_pick")
    pick.menu().aboutToShow.emit()
    assert [action.text() for action in pick.menu().actions()] == ["fit.play"]


def test_a_button_that_a_lesson_may_not_press_is_pointed_out(rig: Rig) -> None:
    rig.write_lesson()
    rig.type("press", "mnist.run_delete")
    assert "mnist.run_delete" in rig.message
    assert not rig.editor.save_to(Path("nowhere.yaml"))


def test_every_part_of_the_editor_is_known_by_a_name_of_its_own(rig: Rig) -> None:
    kinds = (QAbstractButton, QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QTabWidget)
    parts = [part for part in rig.editor.findChildren(QWidget) if isinstance(part, kinds)]
    names = [part.objectName() for part in parts if part.window() is rig.editor]  # not in a list that drops down
    assert [name for name in names if not name.startswith(("lesson.editor_", "qt_", "Scroll"))] == []
    assert sorted({name for name in names if names.count(name) > 1 and not name.startswith(("qt_", "Scroll"))}) == []


def test_closing_with_unsaved_changes_asks_once(rig: Rig, asked: list[QMessageBox.StandardButton]) -> None:
    rig.write_lesson()
    asked[:] = [QMessageBox.StandardButton.Discard, QMessageBox.StandardButton.Cancel]
    assert not rig.editor.close()
    assert rig.editor.isVisible()
    assert rig.editor.close()
    assert asked == []
    assert rig.draft.lesson == empty_lesson()


def test_who_wants_to_save_on_closing_and_cannot_stays(
    rig: Rig, asked: list[QMessageBox.StandardButton], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rig.write_lesson()
    asked[:] = [QMessageBox.StandardButton.Save] * 2
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    assert not rig.editor.close()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "mine"), ""))
    assert rig.editor.close()
    assert read(tmp_path / "mine.yaml").title == Words("Mine")


def test_a_lesson_is_opened_changed_and_saved_where_it_was(rig: Rig, tmp_path: Path) -> None:
    rig.write_lesson()
    path = tmp_path / "mine.yaml"
    rig.editor.save_to(path)
    rig.draft.begin(empty_lesson())
    rig.editor.open_file(path)
    rig.type("lesson_title_en", "Yours")
    assert rig.editor.isWindowModified()
    QTest.keyClick(rig.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert read(path).title == Words("Yours")
    assert not rig.editor.isWindowModified()


def test_a_bad_file_is_explained_and_the_draft_stays(rig: Rig, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("lossviz_lesson: 1\nkey: x\nwhat: y\n")
    before = rig.draft.lesson
    rig.editor.open_file(path)
    assert "line 3" in rig.message
    assert rig.draft.lesson is before


def test_a_text_that_is_the_same_in_both_languages_stays_so(rig: Rig, tmp_path: Path) -> None:
    rig.write_lesson()
    lesson = rig.draft.lesson
    path = tmp_path / "plain.yaml"
    save(path, Lesson(lesson.key, Words.plain("Same"), lesson.goal, 5, lesson.steps))
    rig.draft.mark_saved(path)
    rig.editor.open_file(path)
    rig.type("lesson_title_en", "New")
    assert rig.draft.lesson.title == Words.plain("New")


def test_the_step_is_previewed_from_where_it_is(rig: Rig, qtbot: QtBot) -> None:
    rig.write_lesson()
    with qtbot.waitSignal(rig.editor.preview_wanted) as told:
        rig.press("preview")
    assert told.args == [rig.draft.lesson, 0]
