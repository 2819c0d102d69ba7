"""DataPanel: what is in use is named for what it is; others can be opened, downloaded, and come back to."""

import gzip
import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.data.mnist_download import download_mnist
from lossviz.core.data.mnist_mirrors import MnistFile
from lossviz.core.training.run_states import RunState
from lossviz.workers import data_controller
from tests.support import http_server
from tests.support.assembly import choose, part, press, settle, until
from tests.support.digit_files import idx_contents, random_digits, write_idx_folder, write_npz
from tests.support.http_server import Behaviour, LoopbackServer, loopback_server
from tests.support.tiny_runs import ENDLESS_RUN, tiny_digits

OTHER = random_digits(60, 20)
SERVED = {f"{name}.gz": gzip.compress(content, mtime=0) for name, content in idx_contents(OTHER).items()}
FILES = tuple(
    MnistFile(f"{name}.gz", len(SERVED[f"{name}.gz"]), len(content), hashlib.sha256(content).hexdigest())
    for name, content in idx_contents(OTHER).items()
)


def data_combo(assembly: Assembly) -> QComboBox:
    return part(assembly, QComboBox, "mnist.data")


def description(assembly: Assembly) -> QLabel:
    return part(assembly, QLabel, "mnist.data_description")


def is_fetching(assembly: Assembly) -> bool:
    return assembly.engine.mnist.data.fetching is not None


def open_folder(assembly: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: str(folder))
    press(assembly, "choose_folder")
    until(assembly, qtbot, lambda: not is_fetching(assembly))


def test_the_built_in_digits_are_named_so_and_never_called_mnist(assembly: Assembly) -> None:
    assert data_combo(assembly).currentText() == "Built-in digits"
    assert "240" in description(assembly).text()
    assert "not MNIST" in description(assembly).text()
    assert part(assembly, QAbstractButton, "mnist.download").isVisible()


def test_a_folder_that_is_opened_is_in_use_and_the_built_in_digits_come_back(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_idx_folder(tmp_path / "other", OTHER)
    open_folder(assembly, qtbot, monkeypatch, folder)
    combo = data_combo(assembly)
    assert combo.currentData() == str(folder)
    assert "MNIST" not in description(assembly).text()
    assert description(assembly).toolTip() == str(folder)
    assert assembly.settings.data_folder == str(folder)
    choose(combo, "")
    until(assembly, qtbot, lambda: assembly.engine.mnist.data.digits is tiny_digits())
    assert combo.currentText() == "Built-in digits"
    choose(combo, str(folder))
    until(assembly, qtbot, lambda: assembly.engine.mnist.data.digits is not tiny_digits())
    assert combo.currentData() == str(folder)


def test_a_file_is_opened(assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_npz(tmp_path / "digits.npz", OTHER)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(file), ""))
    press(assembly, "choose_file")
    until(assembly, qtbot, lambda: assembly.engine.mnist.data.digits is not tiny_digits())
    assert data_combo(assembly).currentData() == str(file)


def test_a_folder_without_digits_is_a_message_and_the_set_in_use_stays(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    open_folder(assembly, qtbot, monkeypatch, tmp_path / "empty")
    assert data_combo(assembly).currentText() == "Built-in digits"
    assert assembly.pages.mnist.messages.banner.isVisible()
    assert data_combo(assembly).isEnabled()


def test_the_message_of_a_failure_goes_when_the_next_set_is_loaded(
    assembly: Assembly, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    open_folder(assembly, qtbot, monkeypatch, tmp_path / "empty")
    open_folder(assembly, qtbot, monkeypatch, write_idx_folder(tmp_path / "other", OTHER))
    settle(assembly, qtbot)
    assert not assembly.pages.mnist.messages.isVisible()


def test_while_a_run_goes_on_the_data_stay(assembly: Assembly, qtbot: QtBot) -> None:
    assembly.engine.mnist.training.set_settings(ENDLESS_RUN)
    press(assembly, "start")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.RUNNING)
    names = ("choose_folder", "choose_file", "download")
    assert not data_combo(assembly).isEnabled()
    assert not any(part(assembly, QAbstractButton, f"mnist.{name}").isEnabled() for name in names)
    press(assembly, "stop")
    until(assembly, qtbot, lambda: assembly.engine.mnist.training.state is RunState.IDLE)
    assert data_combo(assembly).isEnabled()


def test_while_a_set_is_loaded_a_bar_moves_and_nothing_else_is_begun(
    assembly: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    monkeypatch.setattr(data_controller, "load_digits", lambda _path: may_go_on.wait() and OTHER)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_arguments: "somewhere")
    press(assembly, "choose_folder")
    (bar,) = assembly.pages.mnist.data.findChildren(QProgressBar)
    qtbot.waitUntil(bar.isVisible)
    assert bar.maximum() == 0
    assert not part(assembly, QAbstractButton, "mnist.choose_file").isEnabled()
    assert not part(assembly, QAbstractButton, "mnist.cancel_download").isVisible()
    may_go_on.set()
    until(assembly, qtbot, lambda: not is_fetching(assembly))
    assert not bar.isVisible()
    assert part(assembly, QAbstractButton, "mnist.choose_file").isEnabled()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with loopback_server(SERVED) as running:
        yield running


def use_mirror(monkeypatch: pytest.MonkeyPatch, server: LoopbackServer, behaviour: Behaviour) -> None:
    mirrors = [server.mirror(behaviour.__name__, behaviour)]
    monkeypatch.setattr(data_controller, "download_mnist", partial(download_mnist, mirrors=mirrors, files=FILES))


def test_a_download_can_be_cancelled_and_done_again(
    assembly: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, server: LoopbackServer
) -> None:
    use_mirror(monkeypatch, server, http_server.stall_at_a_half)
    press(assembly, "download")
    cancel = part(assembly, QAbstractButton, "mnist.cancel_download")
    qtbot.waitUntil(lambda: cancel.isVisible() and server.is_stalling.is_set())
    (bar,) = assembly.pages.mnist.data.findChildren(QProgressBar)
    qtbot.waitUntil(lambda: bar.value() > 0)
    press(assembly, "cancel_download")
    until(assembly, qtbot, lambda: not is_fetching(assembly))
    assert not assembly.pages.mnist.messages.isVisible()
    assert assembly.engine.mnist.data.digits is tiny_digits()
    use_mirror(monkeypatch, server, http_server.serve_whole)
    press(assembly, "download")
    until(assembly, qtbot, lambda: not is_fetching(assembly))
    assert assembly.engine.mnist.data.digits is not tiny_digits()


def test_a_download_that_fails_offers_another_try(
    assembly: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, server: LoopbackServer
) -> None:
    use_mirror(monkeypatch, server, http_server.answer_not_found)
    press(assembly, "download")
    until(assembly, qtbot, lambda: not is_fetching(assembly))
    again = part(assembly, QAbstractButton, "remedy.download_again")
    qtbot.waitUntil(again.isVisible)
    use_mirror(monkeypatch, server, http_server.serve_whole)
    again.click()
    until(assembly, qtbot, lambda: not is_fetching(assembly))
    assert assembly.engine.mnist.data.digits is not tiny_digits()
    assert not assembly.pages.mnist.messages.isVisible()
