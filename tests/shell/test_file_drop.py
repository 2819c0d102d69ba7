"""FileDrop: files that are dropped on the window are opened, others are refused with words."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.shell.file_drop import FileDrop
from lossviz.shell.file_kinds import FileKind, kind_of

ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Target:
    """opened, refused: what came of the drops."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.opened: list[Path] = []
        self.refused: list[LossvizError] = []
        drop = FileDrop(self.window, lambda path: kind_of(path) is not None, self.opened.append)
        drop.refused.connect(self.refused.append)

    def drop(self, *urls: QUrl) -> bool:
        """Whether the drop was welcome."""
        mime = QMimeData()
        mime.setUrls(urls)
        entering = QDragEnterEvent(QPoint(5, 5), ACTIONS, mime, LEFT, NO_KEYS)
        entering.ignore()
        QApplication.sendEvent(self.window, entering)
        if not entering.isAccepted():
            return False
        dropped = QDropEvent(QPointF(5, 5), ACTIONS, mime, LEFT, NO_KEYS)
        QApplication.sendEvent(self.window, dropped)
        assert dropped.dropAction() == Qt.DropAction.CopyAction
        return True


@pytest.fixture
def target(qtbot: QtBot) -> Target:
    return Target(qtbot)


def local(path: Path) -> QUrl:
    return QUrl.fromLocalFile(str(path))


def test_a_file_is_opened(target: Target, tmp_path: Path) -> None:
    (tmp_path / "数据 1.csv").touch()
    assert target.drop(local(tmp_path / "数据 1.csv"))
    assert target.opened == [tmp_path / "数据 1.csv"]
    assert target.refused == []


def test_of_several_the_first_that_opens_is_and_the_others_are_told(target: Target, tmp_path: Path) -> None:
    for name in ("notes.docx", "run.pt", "cases.csv"):
        (tmp_path / name).touch()
    assert target.drop(*(local(tmp_path / name) for name in ("notes.docx", "run.pt", "cases.csv")))
    assert target.opened == [tmp_path / "run.pt"]
    assert "left out: 2" in str(target.refused[0])


def test_what_nothing_opens_is_refused_with_words(target: Target, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").touch()
    assert target.drop(local(tmp_path / "notes.docx"))
    assert target.opened == []
    assert "notes.docx" in str(target.refused[0])


def test_what_is_not_on_this_machine_is_left_to_others(target: Target) -> None:
    assert not target.drop(QUrl("https://example.org/run.pt"))
    assert not target.drop()
    assert (target.opened, target.refused) == ([], [])


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("one.lossviz.json", b"", "session"),
        ("one.lossviz (1).json", b'{\n "lossviz_session": 1', "session"),
        ("mnist.json", b"[[[0", "data"),
        ("mnist.npz", b"", "data"),
        ("train-images-idx3-ubyte", b"", "data"),
        ("t10k-labels-idx1-ubyte.gz", b"", "data"),
        ("run.PT", b"", "run"),
        ("cases.tsv", b"", "table"),
        ("lesson.yaml", b"", "lesson"),
        ("digit.png", b"\x89PNG\r\n\x1a\n", "picture"),
        ("program.exe", b"MZ", None),
    ],
)
def test_what_a_file_is_its_name_and_first_bytes_tell(
    tmp_path: Path, name: str, content: bytes, kind: FileKind | None
) -> None:
    (tmp_path / name).write_bytes(content)
    assert kind_of(tmp_path / name) == kind


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_a_picture_whose_name_is_no_text_is_a_picture(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"one\xff.png")
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert kind_of(path) == "picture"


def test_a_folder_may_hold_data_and_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    assert kind_of(tmp_path) == "data"
    assert kind_of(tmp_path / "run.pt") is None
    assert kind_of(tmp_path / "null\0character.json") is None
