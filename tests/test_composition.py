"""Assembly: what belongs together is connected, and each kind of file finds its way."""

from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.training.checkpoints import load_run
from lossviz.core.training.run_states import RunState
from lossviz.core.training.settings import LIMITS
from lossviz.core.training.step_recorder import Diverged
from lossviz.engine import SHIPPED_RUN
from lossviz.resource_files import resource_path
from lossviz.user_places import user_places
from lossviz.window_command import surroundings
from tests.support.assembly import Home, assembly, home, part, press, settle, show, until
from tests.support.digit_files import random_digits, write_idx_folder, write_npz
from tests.support.short_memory import pretend_short_memory
from tests.support.tiny_runs import ENDLESS_RUN, TINY_RUN

__all__ = ["assembly", "home"]

OTHER = random_digits(60, 20)


def origin(window: Assembly) -> str:
    digits = window.engine.mnist.data.digits
    return digits.identity.origin if digits else ""


def is_done(window: Assembly) -> bool:
    return window.engine.mnist.data.fetching is None


def test_the_place_on_the_command_line_comes_before_the_variable(home: Home, qtbot: QtBot, tmp_path: Path) -> None:
    argument, variable = (write_idx_folder(tmp_path / name, OTHER) for name in ("argument", "variable"))
    window = replace(home, variable=str(variable)).build()
    show(window, qtbot)
    for named, used in ((None, variable), (str(argument), argument)):
        window.begin(named)
        until(window, qtbot, lambda: is_done(window))
        assert origin(window) == str(used)
    assert window.settings.data_folder == ""


def test_the_folder_chosen_last_is_looked_at_in_the_next_sitting(home: Home, qtbot: QtBot, tmp_path: Path) -> None:
    folder = write_idx_folder(tmp_path / "other", OTHER)
    first = home.open(qtbot)
    first.open_file(folder)
    until(first, qtbot, lambda: origin(first) == str(folder))
    assert first.window.close()
    second = home.open(qtbot)
    assert origin(second) == str(folder)


def test_built_in_digits_chosen_last_are_used_in_the_next_sitting(home: Home, qtbot: QtBot, tmp_path: Path) -> None:
    folder = write_idx_folder(tmp_path / "other", OTHER)
    first = home.open(qtbot)
    first.open_file(folder)
    until(first, qtbot, lambda: origin(first) == str(folder))
    first.pages.mnist.data.built_in_chosen.emit()
    until(first, qtbot, lambda: origin(first) != str(folder))
    assert first.window.close()
    second = home.open(qtbot)
    assert origin(second) != str(folder)


def test_a_place_that_fails_is_a_message_and_the_window_works(home: Home, qtbot: QtBot) -> None:
    window = home.build()
    show(window, qtbot)
    window.begin("/no/such/folder")
    until(window, qtbot, lambda: window.engine.mnist.data.digits is not None)
    settle(window, qtbot)
    assert window.pages.mnist.messages.banner.isVisible()
    assert part(window, QAbstractButton, "mnist.start").isEnabled()


def test_a_data_set_to_be_opened_while_the_search_goes_on_is_opened(home: Home, qtbot: QtBot, tmp_path: Path) -> None:
    file = write_npz(tmp_path / "digits.npz", OTHER)
    window = home.build()
    show(window, qtbot)
    window.begin(None)
    window.open_file(file)
    until(window, qtbot, lambda: origin(window) == str(file))


def test_a_session_with_built_in_digits_leaves_the_folder_for_the_next_sitting(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path
) -> None:
    until(assembly, qtbot, lambda: is_done(assembly))
    assembly.sessions.desk.save(tmp_path / "built_in.lossviz.json")
    folder = write_idx_folder(tmp_path / "other", OTHER)
    assembly.open_file(folder)
    until(assembly, qtbot, lambda: origin(assembly) == str(folder))
    assembly.open_file(tmp_path / "built_in.lossviz.json")
    until(assembly, qtbot, lambda: is_done(assembly) and origin(assembly) != str(folder))
    assert assembly.settings.data_folder == str(folder)


def test_a_picture_is_opened_on_the_canvas_and_a_run_as_a_run(assembly: Assembly, qtbot: QtBot, tmp_path: Path) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    for row in range(8, 32):
        picture.setPixelColor(20, row, QColor("black"))
    assert picture.save(str(tmp_path / "one.png"))
    assembly.open_file(tmp_path / "one.png")
    assert assembly.engine.mnist.digit.drawing.picture is not None
    press(assembly, "start")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.run is not None)
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.IDLE)
    assembly.engine.training.save(tmp_path / "RUN.PT")
    assembly.open_file(tmp_path / "RUN.PT")  # once it has been written
    until(assembly, qtbot, lambda: len(assembly.engine.mnist.training.runs) == 2)


def test_a_session_does_not_take_the_file_of_an_earlier_run_for_the_present_one(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path
) -> None:
    until(assembly, qtbot, lambda: is_done(assembly))
    run = load_run(resource_path(SHIPPED_RUN))
    for _ in range(2):
        assembly.engine.training.adopt(run)
    assembly.engine.studies.save_listed(1, tmp_path / "earlier.pt")
    until(assembly, qtbot, lambda: assembly.engine.files.task is None)
    assert assembly.settings.recent_files == (tmp_path / "earlier.pt",)
    assert assembly.sessions.desk.present().run is None
    assembly.engine.studies.save_listed(2, tmp_path / "present.pt")
    until(assembly, qtbot, lambda: assembly.engine.files.task is None)
    reference = assembly.sessions.desk.present().run
    assert reference is not None
    assert reference.path == str(tmp_path / "present.pt")


def test_a_file_that_is_not_there_is_a_message(assembly: Assembly, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("missing.pt", "missing.png", "missing.npz"):
        assembly.engine.mnist.messages.clear()
        assembly.open_file(tmp_path / name)
        until(assembly, qtbot, lambda: assembly.engine.mnist.messages.message is not None)


def test_only_what_was_opened_is_a_recent_file(assembly: Assembly, qtbot: QtBot, tmp_path: Path) -> None:
    data = write_npz(tmp_path / "digits.npz", OTHER)
    (tmp_path / "cases.csv").write_text("size,class\n1,a\n2,b\n", "utf-8")
    for name in ("bad.csv", "bad.npz", "bad.png", "bad.pt"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n" if name == "bad.png" else b"?")
        assembly.open_file(tmp_path / name)
        until(assembly, qtbot, lambda: is_done(assembly) and assembly.engine.files.task is None)
    assert list(assembly.settings.recent_files) == []
    assembly.open_file(tmp_path / "cases.csv")
    assembly.open_file(data)
    until(assembly, qtbot, lambda: origin(assembly) == str(data))
    assert list(assembly.settings.recent_files) == [data, tmp_path / "cases.csv"]


def test_a_run_that_is_opened_while_another_goes_on_is_refused_with_words(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path
) -> None:
    mnist, file = assembly.engine.mnist, tmp_path / "other.pt"
    copyfile(resource_path(SHIPPED_RUN), file)
    mnist.training.set_settings(ENDLESS_RUN)
    press(assembly, "start")
    until(assembly, qtbot, lambda: mnist.training.run is not None)
    assembly.open_file(file)
    assert mnist.messages.message is not None
    assert "stop it" in str(mnist.messages.message.error)
    assert mnist.run_list.given_name(1) == ""
    assert assembly.sessions.desk.present().run is None
    assert assembly.settings.recent_files == ()
    press(assembly, "stop")
    until(assembly, qtbot, lambda: mnist.training.is_free)
    assembly.open_file(file)
    until(assembly, qtbot, lambda: len(mnist.training.runs) == 2)
    assert mnist.messages.message is None
    assert (mnist.run_list.given_name(1), mnist.run_list.given_name(2)) == ("", "other")


def test_the_remedy_for_divergence_stays_within_the_limits(assembly: Assembly, qtbot: QtBot) -> None:
    lowest, _ = LIMITS["learning_rate"]
    training = assembly.engine.mnist.training
    training.set_settings(TINY_RUN.changed(learning_rate=lowest))
    training.set_state(RunState.STARTING)
    training.set_state(RunState.FAILED, Diverged(1, lowest))
    remedy = "remedy.lower_learning_rate"
    qtbot.waitUntil(lambda: bool(assembly.window.findChildren(QAbstractButton, remedy)))
    part(assembly, QAbstractButton, remedy).click()
    until(assembly, qtbot, lambda: training.state is RunState.IDLE)
    assert training.settings.learning_rate == lowest


def test_a_message_that_was_closed_stays_closed_when_runs_are_compared(assembly: Assembly, qtbot: QtBot) -> None:
    until(assembly, qtbot, lambda: is_done(assembly))
    training, messages = assembly.engine.mnist.training, assembly.engine.mnist.messages
    training.set_state(RunState.STARTING)
    training.set_state(RunState.FAILED, Diverged(3, 1.0))
    assert messages.message is not None
    messages.clear()
    for is_comparing in (True, False):
        training.set_comparing(is_comparing=is_comparing)
        assert messages.message is None


def test_a_run_that_is_started_takes_the_last_message_away(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.open_file(Path("missing.pt"))
    until(assembly, qtbot, lambda: assembly.engine.mnist.messages.message is not None)
    settle(assembly, qtbot)
    assert assembly.pages.mnist.messages.isVisible()
    press(assembly, "start")
    settle(assembly, qtbot)
    assert not assembly.pages.mnist.messages.isVisible()


def test_memory_that_runs_out_is_a_banner_on_the_page(
    assembly: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_short_memory(monkeypatch, most_images=15)
    press(assembly, "start")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.IDLE)
    settle(assembly, qtbot)
    banner = assembly.pages.mnist.messages.banner
    assert banner.isVisible()
    said = " ".join(label.text() for label in banner.findChildren(QLabel))
    assert "The memory of the device ran out at step 0." in said
    assert "two halves" in said


def test_the_users_places_are_below_home(home: Home) -> None:
    with surroundings(user_places(), is_safe=False) as around:
        assert all(
            place.is_relative_to(Path.home())
            for place in (around.download_folder, around.built_in_folder, around.state_folder)
        )
        assert Path(around.settings.fileName()).is_relative_to(Path.home())
