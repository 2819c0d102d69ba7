"""Keeps what Qt's picture decoders say about bad files out of the log's warnings, and lets the caller hear it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, get_ident

from PySide6.QtCore import QMessageLogContext, QtMsgType, qCritical, qDebug, qInfo, qInstallMessageHandler, qWarning

_log = logging.getLogger(__name__)
_SAY_AGAIN = {QtMsgType.QtDebugMsg: qDebug, QtMsgType.QtInfoMsg: qInfo, QtMsgType.QtWarningMsg: qWarning}

# The handler belongs to the whole process: two threads that decoded at once would put back each other's.
_one_at_a_time = Lock()


@contextmanager
def decoder_messages() -> Iterator[list[str]]:
    """While this is open, what Qt says on this thread goes into the list; other threads' words are said afterwards.

    Qt offers no other way to learn that a JPEG was cut short: the decoder pads it with grey and reports success.
    Categories do not tell who speaks: a BMP with too long a palette is complained about in the default one.
    """
    heard: list[str] = []
    others: list[tuple[QtMsgType, str]] = []
    listening_thread = get_ident()

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if get_ident() == listening_thread:
            heard.append(message)
        else:
            others.append((kind, message))

    with _one_at_a_time:
        previous = qInstallMessageHandler(listen)
        try:
            yield heard
        finally:
            qInstallMessageHandler(previous)
    for message in heard:
        _log.info("picture decoder: %s", message)
    for kind, message in others:
        _SAY_AGAIN.get(kind, qCritical)(message)
