"""The texts of a lesson and of one step in both languages, and the names of what the step shows."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from lossviz.core.lessons.lesson import Lesson, Prediction, Step, Words
from lossviz.core.lessons.lesson_checks import MOST_MINUTES, OPTION_COUNTS
from lossviz.core.lessons.pressable import PRESSABLE
from lossviz.core.names import LANGUAGE_NAMES, Language
from lossviz.shell.names_field import NamesField
from lossviz.stores.lesson_draft_store import LessonDraftStore
from lossviz.widgets.controls import caption_for, fill_combo, named, row_of
from lossviz.widgets.number_boxes import CountBox

_LETTERS = "ABCD"
_LANGUAGE_TITLES: dict[Language, str] = {"en": "English", "zh_CN": "中文"}
_CAPTION_ROWS = 4
_TEXT_ROWS = 2
_AIR_PX = 10  # a document's margins, above and below

TextField = QLineEdit | QPlainTextEdit


class LessonForm(QWidget):
    """Shows the draft's lesson and its selected step; whatever is typed is in the draft at once.

    names: what can be picked for the names of controls and panels, as (name, what it is).
    """

    def __init__(
        self, draft: LessonDraftStore, controls: Callable[[], Sequence[str]], panels: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__()
        self.setObjectName("lesson.editor_form")
        self._draft = draft
        self._labels: list[QLabel] = []
        self._fields: dict[tuple[str, Language], TextField] = {}
        self._captions: dict[str, QLabel] = {}  # by the path of the entry
        self._tabs = named(QTabWidget(), "lesson.editor_languages", self.tr("Language of the texts"))
        self._tabs.setDocumentMode(True)
        for language in LANGUAGE_NAMES:
            self._tabs.addTab(self._build_texts(language), _LANGUAGE_TITLES[language])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tabs, 1)
        column.addLayout(self._build_rest(controls, panels))
        draft.selection_changed.connect(self.show_draft)
        draft.lesson_changed.connect(self.show_draft)
        self.show_draft()

    def show_draft(self) -> None:
        """Show what the draft holds."""
        lesson, step = self._draft.lesson, self._draft.step
        for (path, language), field in self._fields.items():
            _show_text(field, vars(_words_at(path, lesson, step))[language])
        predict = step.predict
        for names_field, names in (
            (self._show, step.show),
            (self._look_at, step.look_at),
            (self._press, step.press),
            (self._hide, predict.hide if predict else ()),
        ):
            names_field.show_names(names)
        with QSignalBlocker(self._answer), QSignalBlocker(self._minutes):
            self._answer.setCurrentIndex(predict.answer - 1 if predict else 0)
            self._minutes.setValue(lesson.minutes)
        _show_text(self._key, lesson.key)

    def focus(self, path: str, language: Language = "en") -> None:
        """Bring the field of an entry to the front, by its path in a lesson file."""
        names = {"show": self._show, "look_at": self._look_at, "press": self._press, "predict.hide": self._hide}
        others: dict[str, QWidget] = {"key": self._key, "minutes": self._minutes, "predict.answer": self._answer}
        stem = path.rpartition(".")[0] if path.rpartition(".")[2].isdigit() else path
        field = self._fields.get((path, language)) or names.get(stem) or others.get(stem)
        if isinstance(field, TextField) and field is not self._key:
            self._tabs.setCurrentIndex(LANGUAGE_NAMES.index(language))
        if field:
            field.setFocus()

    def caption_of(self, path: str) -> str:
        """What stands beside the field of an entry; empty if it has none."""
        caption = self._captions.get(path)
        return caption.text() if caption else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Let all fields begin in one line, also those that are in no tab."""
        super().showEvent(event)
        width = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setMinimumWidth(width)

    def _build_texts(self, language: Language) -> QWidget:
        rows: list[tuple[str, str, TextField]] = [
            ("lesson.title", self.tr("Lesson"), QLineEdit()),
            ("lesson.goal", self.tr("Goal"), QPlainTextEdit()),
            ("title", self.tr("Step"), QLineEdit()),
            ("caption", self.tr("Caption"), QPlainTextEdit()),
            ("predict.question", self.tr("Question"), QPlainTextEdit()),
            *((f"predict.options.{place}", letter, QLineEdit()) for place, letter in enumerate(_LETTERS)),
            ("predict.because", self.tr("Why"), QPlainTextEdit()),
        ]
        page = QWidget()
        page.setObjectName(f"lesson.editor_texts_{language}")
        form = QFormLayout(page)
        form.setContentsMargins(_AIR_PX, _AIR_PX // 2, _AIR_PX, 0)
        for path, caption, field in rows:
            name = f"lesson.editor_{path.replace('.', '_')}_{language}"
            named(field, name, f"{caption} ({_LANGUAGE_TITLES[language]})")
            if isinstance(field, QPlainTextEdit):
                field.setTabChangesFocus(True)
                line_count = _CAPTION_ROWS if path == "caption" else _TEXT_ROWS
                field.setFixedHeight(field.fontMetrics().lineSpacing() * line_count + 2 * field.frameWidth() + _AIR_PX)
                field.textChanged.connect(self._on_edited)
            else:
                field.textEdited.connect(self._on_edited)
            form.addRow(self._caption(path, caption, field), field)
            self._fields[path, language] = field
        return page

    def _build_rest(self, controls: Callable[[], Sequence[str]], panels: Callable[[], Sequence[str]]) -> QFormLayout:
        self._answer = named(QComboBox(), "lesson.editor_answer", self.tr("Right answer"))
        fill_combo(self._answer, [(letter, place) for place, letter in enumerate(_LETTERS)])
        self._hide = NamesField(
            "lesson.editor_hide",
            self.tr("Hide while asking"),
            self.tr("What lies under a card with a question mark until the answer is revealed"),
            controls,
        )
        self._look_at = NamesField(
            "lesson.editor_look_at",
            self.tr("Highlight"),
            self.tr("What gets a frame, so that everybody looks there"),
            controls,
        )
        self._press = NamesField(
            "lesson.editor_press",
            self.tr("Press buttons"),
            self.tr("Buttons that are pressed once everything is set"),
            lambda: [name for name in controls() if name in PRESSABLE],
        )
        self._show = NamesField(
            "lesson.editor_show",
            self.tr("Show panels"),
            self.tr("Panels that come to the front; the first one or two are presented"),
            panels,
        )
        self._key = named(
            QLineEdit(), "lesson.editor_key", self.tr("Key"), self.tr("The name of the lesson for scripts")
        )
        self._minutes = named(CountBox(1, MOST_MINUTES), "lesson.editor_minutes", self.tr("Minutes"))
        self._answer.activated.connect(self._on_edited)
        self._key.textEdited.connect(self._on_edited)
        self._minutes.valueChanged.connect(self._on_edited)
        return self._lay_out_rest()

    def _lay_out_rest(self) -> QFormLayout:
        form = QFormLayout()
        form.setContentsMargins(_AIR_PX, 0, _AIR_PX, _AIR_PX // 2)
        form.addRow(self._caption("predict.answer", self.tr("Right answer"), self._answer), self._answer)
        for path, field in (
            ("predict.hide", self._hide),
            ("look_at", self._look_at),
            ("show", self._show),
            ("press", self._press),
        ):
            field.edited.connect(self._on_edited)
            form.addRow(self._caption(path, field.accessibleName(), field), field)
        key = caption_for(self._key, self.tr("Key"))
        key.setObjectName("lesson.editor_key_label")
        self._captions["key"] = key
        minutes = self._caption("minutes", self.tr("Minutes"), self._minutes)
        form.addRow(minutes, row_of(self._minutes, key, self._key))
        return form

    def _caption(self, path: str, text: str, field: QWidget) -> QLabel:
        caption = caption_for(field, text)
        caption.setObjectName(f"{field.objectName()}_label")
        self._labels.append(caption)
        self._captions[path] = caption
        return caption

    def _on_edited(self) -> None:
        draft = self._draft
        step = replace(
            draft.step,
            title=self._words("title"),
            caption=self._words("caption"),
            show=self._show.names,
            look_at=self._look_at.names,
            press=self._press.names,
            predict=self._prediction(draft.step),
        )
        lesson = replace(
            draft.lesson.with_step(draft.index, step),
            key=self._key.text(),
            title=self._words("lesson.title"),
            goal=self._words("lesson.goal"),
            minutes=self._minutes.value(),
        )
        draft.change(lesson)

    def _prediction(self, step: Step) -> Prediction | None:
        """None where nothing at all is asked."""
        question, because, hide = self._words("predict.question"), self._words("predict.because"), self._hide.names
        options = [self._words(f"predict.options.{place}") for place in range(max(OPTION_COUNTS))]
        while options and options[-1] == Words():
            options.pop()
        if not options and not hide and question == because == Words():
            return None
        tally = step.predict.tally if step.predict and len(step.predict.tally) == len(options) else ()
        return Prediction(question, tuple(options), self._answer.currentIndex() + 1, because, hide, tally)

    def _words(self, path: str) -> Words:
        """What is typed; a text that was the same in both languages stays so, whichever of its fields is edited."""
        before = _words_at(path, self._draft.lesson, self._draft.step)
        en, zh_cn = (_text_in(self._fields[path, language]) for language in LANGUAGE_NAMES)
        if before.en and before.en == before.zh_CN:
            return Words.plain(zh_cn if en == before.en else en)
        return Words(en, zh_cn)


def _words_at(path: str, lesson: Lesson, step: Step) -> Words:
    if path.startswith("lesson."):
        return lesson.title if path == "lesson.title" else lesson.goal
    if not path.startswith("predict."):
        return step.title if path == "title" else step.caption
    predict = step.predict
    if predict is None:
        return Words()
    name, _, place = path.removeprefix("predict.").partition(".")
    if name == "options":
        return predict.options[int(place)] if int(place) < len(predict.options) else Words()
    return predict.question if name == "question" else predict.because


def _text_in(field: TextField) -> str:
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    return text.strip()


def _show_text(field: TextField, text: str) -> None:
    """Show a text, unless a person is typing just that."""
    if _text_in(field) == text:
        return
    with QSignalBlocker(field):
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
            return
        field.setText(text)
        field.setCursorPosition(0)  # the beginning of a long text is what it is known by
