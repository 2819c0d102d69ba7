"""joints: sentences and phrases are put together as the language of the window does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from lossviz.core.errors import LossvizError
from lossviz.widgets.joints import in_a_row, listed, listed_phrases, sentence, titled
from lossviz.widgets.messages.spoken_errors import spoken_error
from scripts.qt_tools import TEXTS, release


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """The texts that ship, compiled from their source."""
    compiled = tmp_path / "zh_CN.qm"
    release(TEXTS, compiled)
    translator = QTranslator()
    assert translator.load(str(compiled))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("chinese")
def test_chinese_signs_bring_their_own_space() -> None:
    assert in_a_row(["没有球。", "请先抽球。"]) == "没有球。请先抽球。"
    assert listed(["MSE", "平均"]) == "MSE，平均"
    assert listed_phrases(["一", "二", "三"]) == "一；二；三"
    assert (titled("损失", "目录"), sentence("第 3 步")) == ("损失：目录", "第 3 步。")


@pytest.mark.usefixtures("chinese")
def test_an_error_in_chinese_has_no_space_after_its_full_stops() -> None:
    error = LossvizError("There is no picture on the clipboard.", "There is no page “{page}”.", "", page="拟合")
    assert spoken_error(error) == "剪贴板中没有图片。没有页面“拟合”。"


def test_english_leaves_a_space() -> None:
    assert in_a_row(["No ball.", "Draw one."]) == "No ball. Draw one."
    assert (listed(["Adam", "sum"]), titled("Fit", "Data"), sentence("step 3")) == ("Adam, sum", "Fit: Data", "step 3.")


def test_what_is_empty_is_left_out_and_braces_in_a_text_stay() -> None:
    assert in_a_row(["", "One {two}.", "", "Three."]) == "One {two}. Three."
    assert in_a_row([]) == ""
