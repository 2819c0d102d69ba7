"""Classroom: lessons in the real window, with the presenter, from files, in another language, and by commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.lessons.lesson_file import read
from lossviz.resource_files import resource_path
from lossviz.shell.classroom import Classroom
from lossviz.shell.commands import Command, CommandTable
from lossviz.shell.lesson_commands import lesson_commands
from lossviz.shell.lesson_dialogs import LessonDialogs
from lossviz.shell.lesson_player import Scene
from lossviz.shell.presentation import Presentation
from lossviz.stores.lesson_store import Phase
from lossviz.widgets.lessons.cover import Cover
from lossviz.widgets.theme import load_theme
from lossviz.window_command import begin_class
from tests.support.assembly import PATIENCE_MS, assembly, home
from tests.support.tellings import Tellings

__all__ = ["assembly", "home"]

KEY = "cross_entropy"
PATH = resource_path(f"lessons/{KEY}.yaml")
SHIPPED = read(PATH)


class Rig:
    """A classroom in a window, and the presenter's window beside it."""

    def __init__(self, assembly: Assembly, qtbot: QtBot) -> None:
        engine, self.language, self.qtbot = assembly.engine, "en", qtbot
        self.assembly = assembly
        scene = Scene(assembly.window.show_page, assembly.show_panel)
        self.room = Classroom(
            *(assembly.window, engine.states, engine.clock, assembly.theme.source, scene), lambda: self.language
        )
        self.presentation = Presentation(assembly.window, assembly.factory.build, engine.clock, assembly.settings)
        self.room.present_with(self.presentation)
        self.dialogs = LessonDialogs(self.room)

    def command(self, name: str) -> Command:
        history = self.assembly.engine.history
        return CommandTable(lesson_commands(self.room, self.dialogs, history))[f"lessons.{name}"]

    def begin(self) -> None:
        ready = Tellings(self.room.player.step_ready)
        self.room.begin_shipped(KEY)
        self.qtbot.waitUntil(lambda: ready.count > 0, timeout=PATIENCE_MS)

    def captions(self, root: QWidget) -> list[str]:
        return [label.text() for label in root.findChildren(QLabel, "lesson.caption") if label.isVisible()]


@pytest.fixture
def rig(assembly: Assembly, qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig(assembly, qtbot)
    yield rig
    rig.presentation.leave()
    rig.room.lesson.end()


def test_a_shipped_lesson_is_given_by_its_key(rig: Rig) -> None:
    rig.begin()
    assert rig.room.lesson.lesson == SHIPPED
    rig.qtbot.waitUntil(lambda: len(rig.captions(rig.assembly.window)) == 1)
    assert rig.captions(rig.assembly.window) == [SHIPPED.steps[0].caption.in_language("en")]


def test_a_key_that_no_lesson_has_is_explained_with_those_that_there_are(rig: Rig) -> None:
    rig.room.begin_shipped("none")
    assert rig.room.messages.message
    assert KEY in str(rig.room.messages.message.error)


def test_a_lesson_is_opened_from_a_file_and_a_bad_one_leaves_all_as_it_was(rig: Rig, tmp_path: Path) -> None:
    rig.room.open_file(PATH)
    assert rig.room.path == PATH
    bad = tmp_path / "bad.yaml"
    bad.write_text("lossviz_lesson: 7\n")
    rig.room.open_file(bad)
    assert rig.room.messages.message
    assert "line 1" in str(rig.room.messages.message.error)
    assert rig.room.lesson.lesson is not None


def test_another_language_changes_the_strip_and_keeps_the_place(rig: Rig) -> None:
    rig.begin()
    rig.room.lesson.go_to(2)
    rig.language = "zh_CN"
    rig.assembly.rebuild_pages()
    rig.room.rebuild()
    told = SHIPPED.steps[2].caption.in_language("zh_CN")
    rig.qtbot.waitUntil(lambda: told in rig.captions(rig.assembly.window))
    assert rig.room.lesson.phase is Phase.ASKED
    covers = rig.assembly.window.findChildren(Cover, "lesson.cover")
    assert any(cover.isVisible() for cover in covers)
    assert not any(cover.isHidden() for cover in covers)  # those behind other tabs too


def test_the_presenter_goes_through_the_lesson_with_the_clicker(rig: Rig) -> None:
    rig.begin()
    rig.presentation.present_front()
    window = rig.presentation.window
    assert window
    rig.qtbot.waitUntil(lambda: window.isActiveWindow() and len(rig.captions(window)) == 1)
    assert rig.presentation.panels_shown == ("softmax.table", "softmax.loss")
    places = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        is_covered = window.findChildren(Cover, "lesson.cover") != []
        places.append((rig.room.lesson.index, rig.room.lesson.phase, is_covered))
    assert places == [(1, Phase.SHOWING, False), (2, Phase.ASKED, True), (2, Phase.REVEALED, False)]
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert rig.room.lesson.index == 1


def test_number_keys_count_hands_in_the_presenter_s_window(rig: Rig) -> None:
    rig.begin()
    rig.room.lesson.go_to(2)
    rig.presentation.present_front()
    window = rig.presentation.window
    assert window
    rig.qtbot.waitUntil(window.isActiveWindow)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_3, Qt.Key.Key_4):
        QTest.keyClick(window, key)
    assert list(rig.room.lesson.tally) == [1, 0, 2]


def test_a_lesson_that_begins_or_ends_while_presenting_comes_and_goes(rig: Rig) -> None:
    rig.presentation.present_front()
    window = rig.presentation.window
    assert window
    assert rig.captions(window) == []
    rig.begin()
    rig.qtbot.waitUntil(lambda: len(rig.captions(window)) == 1)
    rig.begin()
    rig.qtbot.waitUntil(lambda: len(rig.captions(window)) == 1)
    rig.room.lesson.end()
    rig.qtbot.waitUntil(lambda: rig.captions(window) == [])


def test_the_menu_offers_every_shipped_lesson_in_the_language_of_now(rig: Rig) -> None:
    rig.language = "zh_CN"
    command = rig.command(f"give_{KEY}")
    assert SHIPPED.title.in_language("zh_CN") in command.text
    command.run()
    assert rig.room.lesson.lesson is not None


def test_commands_lead_through_a_lesson_and_are_grey_where_they_do_nothing(rig: Rig) -> None:
    names = ("next", "back", "reveal", "explore", "end", "restore", "handout", "save_tally", "hand_1")
    assert [rig.command(name).can_run for name in names] == [False] * len(names)
    rig.begin()
    for name in ("next", "next", "hand_3", "reveal", "back"):
        assert rig.command(name).can_run, name
        rig.command(name).run()
    assert rig.room.lesson.index == 1
    rig.command("explore").run()
    is_checked = rig.command("explore").is_checked
    assert is_checked
    assert is_checked()
    rig.command("explore").run()
    rig.command("restore").run()
    assert rig.room.lesson.lesson is None
    assert not rig.command("restore").can_run


def test_what_end_and_put_back_sets_is_taken_back_in_one_go(rig: Rig) -> None:
    engine = rig.assembly.engine
    engine.states.set_state({"softmax": {"temperature": 5.0}, "fit": {"w": 7.0}})
    before = engine.states.state()
    rig.begin()
    for _ in range(4):
        rig.command("next").run()
    engine.states.set_state({"fit": {"w": 1.0}})
    given = engine.states.state()
    rig.command("restore").run()
    assert engine.states.state() == before
    engine.history.undo()
    assert engine.states.state() == given
    engine.history.redo()
    assert engine.states.state() == before


@pytest.mark.parametrize("name", ["none.yaml", "none.yml", "folder.yaml"])
def test_a_lesson_file_that_cannot_be_opened_at_the_start_is_told_with_the_reason(
    rig: Rig, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder.yaml").mkdir()
    begin_class(rig.assembly, str(tmp_path / name), is_presented=False)
    message = rig.assembly.classroom.messages.message
    assert message
    assert f"The lesson {tmp_path / name} could not be read. The system says" in str(message.error)


def test_a_lesson_is_saved_with_its_tally_where_it_is_asked_for(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.begin()
    rig.room.lesson.go_to(2)
    rig.room.lesson.add_hands(2, 9)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "mine.yml"), ""))
    rig.command("save_tally").run()
    predict = read(tmp_path / "mine.yaml").steps[2].predict
    assert predict
    assert predict.tally == (0, 0, 9)


def test_a_handout_is_written_with_its_progress_shown(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.begin()
    rig.assembly.window.show_page("fit")
    dark = load_theme("dark")
    rig.assembly.theme.source.set_theme(dark)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "mine"), ""))
    ended = Tellings(rig.room.handouts.ended)
    rig.command("handout").run()
    rig.qtbot.waitUntil(lambda: ended.count == 1, timeout=PATIENCE_MS)
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")
    assert (rig.assembly.window.page, rig.assembly.theme.source.theme) == ("fit", dark)


def test_a_recorded_step_sets_the_window_up_as_it_was_recorded(rig: Rig) -> None:
    states = rig.assembly.engine.states
    rig.assembly.window.show_page("softmax")
    states.set_state({"softmax": {"preset": "b4_first", "temperature": 2.0}})
    wanted = states.state()
    editor = rig.room.show_editor()
    editor.record()
    step = rig.room.draft.step
    assert (step.page, step.show[:1]) == ("softmax", ("softmax.table",))
    states.set_state(states.defaults)
    rig.room.begin(rig.room.draft.lesson)
    assert states.state() == wanted
    (record,) = editor.findChildren(QPushButton, "lesson.editor_record")
    assert record.isVisible()
    rig.room.draft.discard()
    assert rig.room.may_close()
