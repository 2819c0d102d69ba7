"""Finds a font for Chinese text, and says what to install where there is none."""

import sys

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError

# Those that draw both scripts well, the ones with the most weights first; each is what some platform comes with.
FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
_SAMPLE = "损失函数的熵、梯度与概率"

_REMEDIES = {
    "linux": QT_TRANSLATE_NOOP(
        "errors",
        "Install a font with Chinese characters and start lossviz again. Debian and Ubuntu have them in the packages "
        "fonts-noto-cjk and fonts-wqy-microhei, Fedora in google-noto-sans-cjk-fonts, Arch in noto-fonts-cjk.",
    ),
    "win32": QT_TRANSLATE_NOOP(
        "errors",
        "Add Chinese (Simplified) Supplemental Fonts under Settings, System, Optional features, and start lossviz "
        "again.",
    ),
    "darwin": QT_TRANSLATE_NOOP(
        "errors", "Bring PingFang SC back with Font Book, or install Noto Sans CJK SC, and start lossviz again."
    ),
}


def chinese_family() -> str:
    """The best family installed here that has Simplified Chinese characters; empty if there is none."""
    installed = [name for name in FAMILIES if QFontDatabase.hasFamily(name)]
    installed += QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return next((name for name in installed if _draws(name, _SAMPLE)), "")


def no_chinese_font(platform: str = sys.platform) -> LossvizError:
    """Why Chinese was not put in force, and what to install on `platform`, as sys.platform names it."""
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The window stays in English."),
        QT_TRANSLATE_NOOP(
            "errors", "No font on this computer has Chinese characters; boxes would stand in their place."
        ),
        _REMEDIES.get(platform, _REMEDIES["linux"]),
    )


def _draws(family: str, text: str) -> bool:
    font = QRawFont.fromFont(QFont(family))
    return font.isValid() and all(font.supportsCharacter(ord(character)) for character in text)
