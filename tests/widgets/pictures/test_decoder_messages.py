"""What picture decoders say is heard by the caller alone; what others say meanwhile is not lost."""

import logging
from threading import Thread

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, qInfo
from PySide6.QtGui import QImage, QImageReader, QImageWriter
from pytestqt.logging import _QtMessageCapture as QtLog

from lossviz.widgets.pictures.decoder_messages import decoder_messages


def half_a_jpeg() -> bytes:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"jpeg").write(image)
    return bytes(data.data())[:-40]


def test_what_a_decoder_says_reaches_the_caller_and_python_s_log(
    qtlog: QtLog, caplog: pytest.LogCaptureFixture
) -> None:
    data = QByteArray(half_a_jpeg())
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    with caplog.at_level(logging.INFO), decoder_messages() as heard:
        QImageReader(buffer, b"jpeg").read()
    assert "premature end" in heard[0]
    assert qtlog.records == []
    assert heard[0] in caplog.text


def test_what_others_say_meanwhile_is_said_afterwards(qtlog: QtLog) -> None:
    elsewhere = Thread(target=qInfo, args=("from somewhere else",))
    with decoder_messages() as heard:
        elsewhere.start()
        elsewhere.join()
        assert qtlog.records == []
    assert heard == []
    assert [record.message for record in qtlog.records] == ["from somewhere else"]


def test_an_exception_puts_the_message_handler_back(qtlog: QtLog) -> None:
    with pytest.raises(ZeroDivisionError), decoder_messages():
        raise ZeroDivisionError
    qInfo("heard again")
    assert [record.message for record in qtlog.records] == ["heard again"]
