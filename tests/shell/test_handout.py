"""Handouts: a PDF with every step, question and answer, made while the window stays as it was."""

import re
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lossviz.composition import Assembly
from lossviz.core.errors import LossvizError
from lossviz.core.lessons.lesson import Lesson, Words
from lossviz.core.lessons.lesson_file import read
from lossviz.resource_files import resource_path
from lossviz.shell.handout import handout_document, write_handout
from lossviz.shell.handout_maker import HandoutMaker
from tests.support.assembly import PATIENCE_MS, assembly, home
from tests.support.lesson_rig import LessonRig, lesson_rig
from tests.support.tellings import Tellings

__all__ = ["assembly", "home"]

SHIPPED = read(resource_path("lessons/cross_entropy.yaml"))
LESSON = replace(SHIPPED, steps=SHIPPED.steps[:3])


def pictures(lesson: Lesson, size: tuple[int, int] = (800, 500)) -> list[QImage]:
    made = [QImage(*size, QImage.Format.Format_RGB32) for _ in lesson.steps]
    for number, picture in enumerate(made):
        picture.fill(QColor.fromHsv(60 * number, 200, 200))
    return made


def page_count(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def text(document: QTextDocument) -> str:
    return document.toPlainText()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_handout_has_every_text_and_the_answers_on_the_last_page(qapp: QApplication, language: str) -> None:
    told = text(handout_document(LESSON, language, pictures(LESSON)))
    predict = LESSON.steps[2].predict
    assert predict
    for step in LESSON.steps:
        assert step.title.in_language(language) in told
        assert step.caption.in_language(language) in told
    question = told.index(predict.question.in_language(language))
    answer = told.index(predict.because.in_language(language))
    assert question < answer
    assert all(option.in_language(language) in told[question:answer] for option in predict.options)


def test_the_hands_that_were_counted_stand_with_the_answer(qapp: QApplication) -> None:
    assert "Hands" not in text(handout_document(LESSON, "en", pictures(LESSON)))
    counted = LESSON.with_tallies({2: (4, 21, 3)})
    told = text(handout_document(counted, "en", pictures(counted)))
    assert told.index("Hands in class: A 4, B 21, C 3") > told.index("Answers")


def type_sizes_pt(path: Path) -> set[float]:
    """Of all text in a PDF as Qt writes it, whose unit is a dot of 300 to the inch."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", path.read_bytes(), re.DOTALL)
    pages = [zlib.decompress(stream) for stream in streams if stream.startswith(b"\x78")]
    return {round(float(size) * 72 / 300, 1) for page in pages for size in re.findall(rb"/F\d+ ([\d.]+) Tf", page)}


def test_it_is_printed_in_type_that_can_be_read_on_paper(assembly: Assembly, tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    write_handout(path, LESSON, "en", pictures(LESSON))
    sizes = type_sizes_pt(path)
    assert min(sizes) == pytest.approx(10.5, abs=0.2)
    assert max(sizes) > 14


def test_a_handout_is_a_pdf_with_the_pictures_in_it(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    write_handout(path, LESSON, "en", pictures(LESSON))
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Subtype\s*/Image", content)) >= len(LESSON.steps)
    assert page_count(path) == 3


def test_no_step_is_cut_by_the_end_of_a_page(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    long = replace(LESSON, steps=tuple(replace(step, caption=Words("word " * 300)) for step in LESSON.steps))
    write_handout(path, long, "en", pictures(long))
    assert page_count(path) == 4


def test_what_looks_like_markup_is_text(qapp: QApplication) -> None:
    odd = replace(LESSON, title=Words("a < b & <b>c</b>"))
    assert "a < b & <b>c</b>" in text(handout_document(odd, "en", pictures(odd)))


def test_a_folder_that_cannot_be_written_is_explained(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(LossvizError, match="could not be written"):
        write_handout(tmp_path / "none" / "handout.pdf", LESSON, "en", pictures(LESSON))


class Maker:
    """A maker over a whole window, and what it told."""

    def __init__(self, assembly: Assembly, qtbot: QtBot) -> None:
        self.rig: LessonRig = lesson_rig(assembly, qtbot)
        picture = assembly.window.grab
        self.maker = HandoutMaker(self.rig.store, self.rig.player, assembly.engine.states, lambda: picture().toImage())
        self.finished, self.ended = Tellings(self.maker.finished), Tellings(self.maker.ended)
        self.errors: list[LossvizError] = []
        self.maker.failed.connect(self.errors.append)


@pytest.fixture
def made(assembly: Assembly, qtbot: QtBot) -> Maker:
    return Maker(assembly, qtbot)


def test_the_window_is_as_before_when_a_handout_is_done(made: Maker, tmp_path: Path, qtbot: QtBot) -> None:
    states = made.rig.assembly.engine.states
    states.set_state({"softmax": {"temperature": 3.0}})
    before = states.state()
    made.maker.make(tmp_path / "handout.pdf", LESSON, "en")
    assert made.maker.is_working
    qtbot.waitUntil(lambda: made.ended.count == 1, timeout=PATIENCE_MS)
    assert (made.finished.count, made.errors) == (1, [])
    assert page_count(tmp_path / "handout.pdf") >= 2
    assert made.rig.store.lesson is None
    assert states.state() == before


def test_a_lesson_that_is_given_goes_on_where_it_was(made: Maker, tmp_path: Path, qtbot: QtBot) -> None:
    made.rig.begin(LESSON, 2)
    made.rig.store.add_hands(1, 4)
    made.maker.make(tmp_path / "handout.pdf", LESSON, "zh_CN")
    qtbot.waitUntil(lambda: made.ended.count == 1, timeout=PATIENCE_MS)
    assert (made.rig.store.index, list(made.rig.store.tally)) == (2, [0, 4, 0])
    made.rig.store.end()


def test_a_handout_can_be_cancelled(made: Maker, tmp_path: Path, qtbot: QtBot) -> None:
    progressed = Tellings(made.maker.progressed)
    made.maker.make(tmp_path / "handout.pdf", LESSON, "en")
    qtbot.waitUntil(lambda: progressed.count == 2, timeout=PATIENCE_MS)
    made.maker.cancel()
    assert (made.ended.count, made.finished.count, made.maker.is_working) == (1, 0, False)
    assert list(tmp_path.glob("*.pdf")) == []
    assert made.rig.store.lesson is None


def test_a_handout_that_cannot_be_written_is_told(made: Maker, tmp_path: Path, qtbot: QtBot) -> None:
    made.maker.make(tmp_path / "none" / "handout.pdf", LESSON, "en")
    qtbot.waitUntil(lambda: made.ended.count == 1, timeout=PATIENCE_MS)
    assert ["could not be written" in str(error) for error in made.errors] == [True]
