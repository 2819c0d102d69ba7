"""The strip of a lesson: what is said, what is asked, how many hands went up, and the way on."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lossviz.core.lessons.lesson import Lesson, Step, Words
from lossviz.stores.lesson_store import LessonStore, Phase
from lossviz.widgets.controls import named, row_of
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.lessons.question_view import Question, QuestionView
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource

_MOST_OF_WINDOW = 0.42  # of the window's height; what is longer scrolls
_EDGE_PX = 4
_COLUMN_GAPS = 3
_CAPTION, _QUESTION = 2, 3  # how they share the width


class LessonPanel(Panel):
    """Caption on the left, question on the right; it takes no room while no lesson is given.

    language: of the lesson's texts.
    """

    def __init__(self, clock: FrameClock, theme: ThemeSource, store: LessonStore, language: str) -> None:
        super().__init__(clock)
        self._theme = theme
        self._store = store
        self._language = language
        self._announced: tuple[int, Phase] | None = None
        self._column = QVBoxLayout(self)
        self.setObjectName("lesson.panel")
        self._build_head()
        self._build_body()
        self._lay_out()
        for signal in (store.step_changed, store.phase_changed, store.tally_changed, store.exploring_changed):
            signal.connect(self.mark_dirty)
        store.lesson_changed.connect(self._on_lesson_changed)
        theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        if store.lesson is None:
            self.hide()

    def redraw(self) -> None:
        """Show the step."""
        lesson, step = self._store.lesson, self._store.step
        if lesson is None or step is None:
            return
        self._show_head(lesson, step)
        self._show_buttons()
        self._body.setVisible(not self._store.is_exploring)
        is_first = self._store.index == 0
        goal = self.tr("Goal: {goal}").format(goal=self._said(lesson.goal)) if is_first else ""
        self._goal.setText(goal)
        is_told = step.predict is not None and self._store.phase is Phase.REVEALED
        self._goal.setVisible(is_first and not is_told)
        self._caption.setText(self._said(step.caption))
        self._caption.setVisible(not is_told)  # the reason stands in its place, so that an answer takes no more room
        self._show_question(step)
        self._fit()
        self._announce()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground of its own, and along the upper edge how far the lesson has come."""
        colours, lesson = self._theme.theme.colours, self._store.lesson
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(colours.surface))
            painter.fillRect(QRect(0, 0, self.width(), _EDGE_PX), QColor(colours.border))
            if lesson:
                done = self.width() * (self._store.index + 1) // len(lesson.steps)
                painter.fillRect(QRect(0, 0, done, _EDGE_PX), QColor(colours.accent))

    def _show_head(self, lesson: Lesson, step: Step) -> None:
        number, count = self._store.index + 1, len(lesson.steps)
        if self._store.is_exploring:
            text = self.tr("You are exploring. “{title}” waits at step {number} of {count}.")
        else:
            text = self.tr("{number} of {count}  ·  {step}")
        self._title.setText(
            text.format(title=self._said(lesson.title), number=number, count=count, step=self._said(step.title))
        )
        self.setAccessibleName(self.tr("Lesson: {title}").format(title=self._said(lesson.title)))

    def _show_buttons(self) -> None:
        store = self._store
        is_asked, is_exploring = store.phase is Phase.ASKED, store.is_exploring
        had_focus = self._reveal.hasFocus() or self._next.hasFocus()
        self._back.setVisible(not is_exploring)
        self._back.setEnabled(store.has_previous)
        self._reveal.setVisible(is_asked and not is_exploring)
        self._next.setVisible(not is_asked and not is_exploring)
        self._next.setEnabled(store.has_next)
        self._explore.setVisible(not is_exploring)
        self._resume.setVisible(is_exploring)
        _rank(self._end, is_primary=not store.has_next and not is_exploring)
        if had_focus:  # the key that revealed goes on, too
            (self._reveal if is_asked else self._next if store.has_next else self._end).setFocus()

    def _show_question(self, step: Step) -> None:
        predict = step.predict
        self._question.setVisible(predict is not None)
        if predict is None:
            self._question.because.hide()
            return
        is_told = self._store.phase is Phase.REVEALED
        self._question.show_question(
            Question(
                self._said(predict.question),
                [self._said(option) for option in predict.options],
                self._store.tally,
                predict.answer - 1 if is_told else None,
                self._said(predict.because) if is_told else "",
            )
        )

    def _said(self, words: Words) -> str:
        return words.in_language(self._language)

    def _announce(self) -> None:
        """A screen reader hears each step and each answer once."""
        news = (self._store.index, self._store.phase)
        if news != self._announced:
            self._announced = news
            told = self._question.because if self._store.phase is Phase.REVEALED else self._caption
            self.setAccessibleDescription(told.text())
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _fit(self) -> None:
        """As high as everything is at this width, up to a share of the window; what is more scrolls."""
        inner = self._body.widget()
        if inner is not None and not self._body.isHidden():
            width = self._body.viewport().width()
            self._question.arrange(
                (width - _COLUMN_GAPS * self._theme.theme.sizes.gap_px) * _QUESTION // (_CAPTION + _QUESTION)
            )
            _settle(inner)
            wanted = inner.heightForWidth(width)
            self._body.setFixedHeight(min(wanted, round(_MOST_OF_WINDOW * self.window().height())))
            self._column.activate()  # so that the window hears of it at once and not a round of events later

    def _build_head(self) -> None:
        store = self._store
        self._title = named(QLabel(), "lesson.step", self.tr("Step"))
        self._title.setProperty("rank", "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._back = _button("lesson.back", self.tr("Back"), self.tr("The step before (Page Up)"))
        self._reveal = _button("lesson.reveal", self.tr("Reveal"), self.tr("Tell the answer (Page Down)"))
        self._next = _button("lesson.next", self.tr("Next"), self.tr("The next step (Page Down)"))
        self._explore = _button(
            "lesson.explore", self.tr("Explore"), self.tr("Leave the lesson for a while and try things out")
        )
        self._resume = _button("lesson.resume", self.tr("Resume"), self.tr("Set the step up again and go on"))
        self._end = _button("lesson.end", self.tr("End"), self.tr("End the lesson; what is set stays"))
        for button, act in (
            (self._back, store.back),
            (self._reveal, store.reveal),
            (self._next, store.next),
            (self._explore, store.leave),
            (self._resume, store.resume),
            (self._end, store.end),
        ):
            button.clicked.connect(act)
        for button in (self._reveal, self._next, self._resume):
            _rank(button, is_primary=True)

    def _build_body(self) -> None:
        self._goal = named(WrappedText(), "lesson.goal", self.tr("Goal"))
        self._caption = named(WrappedText(), "lesson.caption", self.tr("Caption"))
        for label in (self._goal, self._caption):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._question = QuestionView(self._theme)
        self._question.hands_changed.connect(self._store.add_hands)
        self._question.because.hide()
        inner = QWidget()
        inner.setAutoFillBackground(False)
        left = QVBoxLayout()
        left.setSpacing(self._theme.theme.sizes.gap_px // 2)
        left.addWidget(self._goal)
        left.addWidget(self._caption)
        left.addWidget(self._question.because)
        left.addStretch(1)
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(_COLUMN_GAPS * self._theme.theme.sizes.gap_px)
        columns.addLayout(left, _CAPTION)
        columns.addWidget(self._question, _QUESTION)
        self._body = QScrollArea()
        self._body.setObjectName("lesson.body")
        self._body.setAccessibleName(self.tr("Caption and question"))
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setWidgetResizable(True)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.viewport().setAutoFillBackground(False)
        self._body.setWidget(inner)
        inner.setAutoFillBackground(False)

    def _lay_out(self) -> None:
        gap = self._theme.theme.sizes.gap_px
        head = row_of(
            *(self._title, self._back, self._reveal, self._next, self._resume, self._explore, self._end), spacing=gap
        )
        head.setStretchFactor(self._title, 1)
        self._column.setContentsMargins(2 * gap, gap + _EDGE_PX, 2 * gap, gap)
        self._column.setSpacing(gap)
        self._column.addLayout(head)
        self._column.addWidget(self._body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _on_lesson_changed(self) -> None:
        self._announced = None
        self.redraw()  # before it can be seen for the first time
        self.setVisible(self._store.lesson is not None)
        self.mark_dirty()

    def _on_theme_changed(self) -> None:
        palette = self._goal.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.theme.colours.text_muted))
        self._goal.setPalette(palette)
        self.mark_dirty()


def _settle(widget: QWidget) -> None:
    """Let all layouts below know the texts of now: from the inside out, as each asks those within."""
    for part in (*reversed(widget.findChildren(QWidget)), widget):
        layout = part.layout()
        if layout is not None:
            layout.activate()


def _button(name: str, text: str, tip: str) -> QPushButton:
    button = named(QPushButton(text), name, text, tip)
    button.setAutoDefault(False)
    return button


def _rank(button: QPushButton, *, is_primary: bool) -> None:
    """The one button that leads on stands out."""
    rank = "primary" if is_primary else ""
    if button.property("rank") != rank:
        button.setProperty("rank", rank)
        button.style().unpolish(button)
        button.style().polish(button)
