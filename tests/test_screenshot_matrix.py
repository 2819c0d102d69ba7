"""Nothing on any page is cut, boxed or faint: in both languages, in every theme, at 1024 x 768 and 1920 x 1080.

At the smaller size all inner tabs are looked at, at the larger one and in the dark theme the first of each page;
`python -m tests.support.screenshot_matrix FOLDER` looks at all of them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from lossviz.core.names import LANGUAGE_NAMES
from lossviz.shell.cjk_fonts import chinese_family
from tests.support.assembly import application_restored
from tests.support.looks.scene import SMALL, Dress, Scene, dresses, open_scene
from tests.support.looks.survey import Survey, surveyed
from tests.support.screenshot_matrix import main


@pytest.fixture
def scene(qapp: QApplication, tmp_path: Path) -> Iterator[Scene]:
    with application_restored(qapp), open_scene(qapp, tmp_path) as scene:
        yield scene


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_everything_can_be_read_in_every_look(language: str, scene: Scene) -> None:
    if language == "zh_CN" and not chinese_family():
        pytest.skip("no font on this computer has Chinese characters")
    survey = Survey()
    for dress in dresses():
        if dress.language == language:
            for seen in surveyed(
                scene, dress, has_all_tabs=is_close_look(dress), measures_contrast=is_for_colours(dress)
            ):
                survey.add(seen.look, seen.findings)
    assert not survey.findings, "\n".join(survey.lines())


def is_close_look(dress: Dress) -> bool:
    """Where room is scarce."""
    return dress.size == SMALL and (dress.theme != "dark" or is_for_colours(dress))


def is_for_colours(dress: Dress) -> bool:
    """Colours depend on the theme alone."""
    return dress.size == SMALL and dress.language == "en"


@pytest.mark.parametrize(("words", "status"), [(["--help"], 0), ([], 2), (["a", "b"], 2), (["--other"], 2)])
def test_what_is_no_folder_is_not_taken_for_one(
    words: list[str], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(words)
    said = capsys.readouterr()
    assert ended.value.code == status
    assert "FOLDER" in said.out + said.err
    assert not list(tmp_path.iterdir())
