"""Pictures of every page and inner tab in every language, theme and size, and a table of what is wrong with them.

Run it with: python -m tests.support.screenshot_matrix FOLDER

It writes FOLDER/page-tab-language-theme-size.png and a contact sheet, FOLDER/index.html. Without a display, and with
QT_QPA_PLATFORM=offscreen, no window is seen. Its digits, its run and its drawing are the same every time.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support.looks.scene import dresses, open_scene
from tests.support.looks.survey import Seen, Survey, surveyed

_THUMBNAIL_PX = 320
_PAGE = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>lossviz, every look</title>
<style>body {{ font: 14px sans-serif; background: #ccc }}
figure {{ display: inline-block; margin: 6px; width: {width}px;
vertical-align: top }} img {{ width: 100% }} li {{ color: #a00000; overflow-wrap: anywhere }}</style>
{sections}
</html>
"""


def take_pictures(application: QApplication, folder: Path) -> Survey:
    """Write all pictures and the contact sheet to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    survey, cards = Survey(), dict[str, list[str]]()
    with tempfile.TemporaryDirectory() as home, open_scene(application, Path(home)) as scene:
        for dress in dresses():
            for seen in surveyed(scene, dress):
                seen.picture.save(str(folder / f"{seen.look}.png"))
                survey.add(seen.look, seen.findings)
                cards.setdefault(f"{seen.look.page}: {seen.look.tabs}", []).append(_card(seen))
    sections = "\n".join(f"<h2>{escape(name)}</h2>\n{''.join(figures)}" for name, figures in cards.items())
    (folder / "index.html").write_text(_PAGE.format(width=_THUMBNAIL_PX, sections=sections), encoding="utf-8")
    return survey


def _card(seen: Seen) -> str:
    faults = "".join(f"<li>{escape(str(one))}</li>" for one in seen.findings)
    name = escape(str(seen.look))
    image = f'<a href="{name}.png"><img loading="lazy" src="{name}.png" alt="{name}"></a>'
    return f"<figure>{image}<figcaption>{name}<ul>{faults}</ul></figcaption></figure>\n"


def _folder(words: Sequence[str] | None) -> Path:
    parser = argparse.ArgumentParser(
        prog="python -m tests.support.screenshot_matrix",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where the pictures go; it is made if need be")
    folder: Path = parser.parse_args(words).folder
    if folder.exists() and not folder.is_dir():
        parser.error(f"{folder} is a file, not a folder")
    return folder


def main(words: Sequence[str] | None = None) -> int:
    """Take them all; 0 if nothing is wrong with any of them. Exits by itself on --help and errors."""
    folder = _folder(words)
    has_display = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not has_display:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    survey = take_pictures(QApplication([]), folder)
    lines = survey.lines()
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.write(f"{len(lines)} findings\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
