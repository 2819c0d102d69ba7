"""Paints something within a tenth of a second, while torch is being imported behind it."""

import argparse
import math
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication, QLabel

from lossviz.resource_files import resource_path
from lossviz.user_places import name_application
from lossviz.widgets.theme import Theme, load_theme

_WIDTH_PX, _HEIGHT_PX = 420, 220


def run_with_splash(arguments: argparse.Namespace) -> int:
    """Open the window behind a splash, run it, and return the exit status."""
    name_application()
    QGuiApplication.setDesktopFileName("lossviz")
    # Every point of the pen counts on the canvas; Qt would merge those between two frames on X11.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    application = QApplication(sys.argv[:1])
    application.setWindowIcon(QIcon(str(resource_path("icons/lossviz.svg"))))
    splash = splash_for(application)
    splash.show()
    application.processEvents()  # paint it once before the imports keep the event loop waiting
    from lossviz.window_command import run_window

    return run_window(application, splash, arguments)


def splash_for(application: QApplication) -> QLabel:
    """Not Qt's own splash screen, which waits a second for itself to be seen."""
    splash = QLabel()
    splash.setWindowFlags(Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
    splash.setPixmap(_picture(load_theme("light")))
    splash.adjustSize()
    splash.move(application.primaryScreen().availableGeometry().center() - splash.rect().center())
    return splash


def _picture(theme: Theme) -> QPixmap:
    """The name over the two losses of a classifier: -ln p, and (1 - p) squared."""
    pixmap = QPixmap(_WIDTH_PX, _HEIGHT_PX)
    pixmap.fill(QColor(theme.colours.surface))
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, curve in ((theme.colours.train, _cross_entropy()), (theme.colours.validation, _squared_error())):
            painter.setPen(QPen(QColor(colour), 3))
            painter.drawPolyline(curve)
        font = QFont()
        font.setPixelSize(44)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(theme.colours.text))
        painter.drawText(QRectF(0, 0, _WIDTH_PX, _HEIGHT_PX), Qt.AlignmentFlag.AlignCenter, "lossviz")
    return pixmap


def _cross_entropy() -> QPolygonF:
    return _curve(lambda p: -math.log(p) / 4)


def _squared_error() -> QPolygonF:
    return _curve(lambda p: (1 - p) ** 2 / 2)


def _curve(height: Callable[[float], float]) -> QPolygonF:
    shares = [step / 60 for step in range(1, 61)]
    return QPolygonF([QPointF(_WIDTH_PX * p, _HEIGHT_PX * (0.95 - height(p))) for p in shares])
