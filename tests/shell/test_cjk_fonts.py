"""cjk_fonts: a font is one that has the characters, and where there is none the remedy is the platform's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from lossviz.shell import cjk_fonts
from lossviz.shell.cjk_fonts import FAMILIES, chinese_family, no_chinese_font

_ASK = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from lossviz.shell.cjk_fonts import chinese_family
print(f"[{chinese_family()}]")
"""
_NO_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig decides which fonts there are")
def test_on_a_machine_without_fonts_there_is_none(tmp_path: Path) -> None:
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(_NO_FONTS.format(fonts=tmp_path / "fonts", cache=tmp_path / "cache"))
    around = os.environ | {"FONTCONFIG_FILE": str(configuration), "QT_QPA_PLATFORM": "offscreen"}
    finished = subprocess.run(
        [sys.executable, "-c", _ASK], env=around, capture_output=True, text=True, check=True, timeout=60
    )
    assert finished.stdout.strip() == "[]"


def test_a_family_that_only_claims_to_be_chinese_is_passed_over(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    del qtbot
    monkeypatch.setattr(cjk_fonts, "FAMILIES", ("Noto Sans CJK SC", "PingFang SC"))
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda name: name == "PingFang SC")
    monkeypatch.setattr(QFontDatabase, "families", lambda _system: ["Claims Much", "Another One"])
    monkeypatch.setattr(cjk_fonts, "_draws", lambda name, _text: name == "Another One")
    assert chinese_family() == "Another One"
    monkeypatch.setattr(cjk_fonts, "_draws", lambda _name, _text: True)
    assert chinese_family() == "PingFang SC"


def test_what_is_found_here_has_the_characters(qtbot: QtBot) -> None:
    del qtbot
    family = chinese_family()
    if not family:
        pytest.skip("this machine has no Chinese font")
    assert family in FAMILIES or family in QFontDatabase.families()


@pytest.mark.parametrize(
    ("platform", "word"),
    [("linux", "fonts-noto-cjk"), ("win32", "Optional features"), ("darwin", "Font Book"), ("freebsd14", "fonts-noto")],
)
def test_what_to_install_is_said_in_the_platforms_words(platform: str, word: str) -> None:
    assert word in no_chinese_font(platform).remedy
