"""Every text writes per cents as `core.per_cents` does: nothing stands between the number and the sign."""

import re
from pathlib import Path

from scripts.qt_tools import TEXTS
from scripts.translations import messages_of_code
from scripts.ts_file import read_messages

ROOT = Path(__file__).parents[1]
_BEHIND_A_GAP = re.compile(r"(?:\d|%p|\w[}])[ \u00a0\u2009\u202f]+%(?![ ]*\w)|\uff05|^[ \u00a0]+%$")
_FORMAT = re.compile(r"[.]\d?%[}]|[.]\d?f[}]\s*%|%[}]")
_OWNER = ROOT / "lossviz/core/per_cents.py"


def test_no_text_in_either_language_has_a_gap_before_the_sign() -> None:
    english = [message.source for message in messages_of_code()]
    chinese = [message.translation for message in read_messages(TEXTS) if message.is_finished]
    files = [ROOT / "README.md", *sorted((ROOT / "resources/lessons").iterdir())]
    written = [line for file in files for line in file.read_text("utf-8").splitlines()]
    assert [text for text in (*english, *chinese, *written) if _BEHIND_A_GAP.search(text)] == []


def test_nothing_else_in_the_package_makes_per_cents() -> None:
    files = [file for file in sorted((ROOT / "lossviz").rglob("*.py")) if file != _OWNER]
    lines = [(file.name, line.strip()) for file in files for line in file.read_text("utf-8").splitlines()]
    assert [line for line in lines if _FORMAT.search(line[1])] == []
