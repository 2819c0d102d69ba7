"""Is a smaller loss always better? Guess first, then see."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from lossviz.core.polynomial.question import Change, DegreeStep, degree_step
from lossviz.stores.polynomial_store import PolynomialStore
from lossviz.widgets.controls import named, push_button, row_of
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.joints import in_a_row
from lossviz.widgets.panel import Panel
from lossviz.widgets.plots.line_plot import LinePlot
from lossviz.widgets.plots.picture import PlotPicture, Rule
from lossviz.widgets.polynomial.error_curves import (
    DEGREE_RANGE,
    ErrorNames,
    error_curves,
    error_dots,
    error_range,
    error_text,
)
from lossviz.widgets.theme import ThemeSource


class OverfitQuestionPanel(Panel):
    """The held-out error stays hidden until somebody has said what it does."""

    asking_changed = Signal(bool)  # whether it is to be hidden elsewhere as well

    def __init__(self, clock: FrameClock, theme: ThemeSource, store: PolynomialStore) -> None:
        super().__init__(clock)
        self._store = store
        self._guess: Change | None = None
        self._asked: tuple[int, int] | None = None  # the two degrees that the guess was about
        self._answers: dict[Change, QPushButton] = {}
        self.plot = named(LinePlot(theme), "overfit.question_plot", self.tr("Training error against the degree"))
        self._build()
        store.data_changed.connect(self.mark_dirty)
        store.model_changed.connect(self.mark_dirty)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the question is asked."""
        super().showEvent(event)
        self.asking_changed.emit(self._guess is None)

    def hideEvent(self, event: QHideEvent) -> None:
        """It can be looked up again."""
        super().hideEvent(event)
        self.asking_changed.emit(False)

    def redraw(self) -> None:
        """Ask, or tell."""
        step = degree_step(self._store.facts, self._store.degree)
        is_open = step is not None and self._guess is None
        for button in self._answers.values():
            button.setEnabled(is_open)
        self._again.setEnabled(self._guess is not None)
        if step is None:
            self._text.setText(
                self.tr(
                    "No point is held out, so nothing can be said about new points. "
                    "Lower the training share above, and the question can be asked."
                )
            )
        else:
            self._text.setText(self._question(step) if self._guess is None else self._answer(step, self._guess))
        self._show_plot(step)

    def _show_plot(self, step: DegreeStep | None) -> None:
        facts, is_told = self._store.facts, self._guess is not None
        names = ErrorNames(self.tr("training error"), self.tr("held-out error"))
        curves = error_curves(facts, names, is_log=False, shows_held_out=is_told)
        degrees = () if step is None else (step.lower, step.higher)
        text = self.tr("degree {degree}")
        self.plot.set_titles(self.tr("degree of the polynomial"), self.tr("mean squared error"))
        self.plot.show_plot(
            PlotPicture(
                curves=curves,
                dots=error_dots(curves),
                rules=tuple(
                    Rule(degree, text.format(degree=degree), "text_muted", is_vertical=True) for degree in degrees
                ),
                x_range=DEGREE_RANGE,
                y_range=error_range(facts, is_log=False),
            )
        )

    def _question(self, step: DegreeStep) -> str:
        text = self.tr(
            "From degree {lower} to {higher} the training error {train}. "
            "What does the error on the held-out points do, which the fit has never seen?"
        )
        return text.format(lower=step.lower, higher=step.higher, train=self._told(step.train_change, step.train))

    def _answer(self, step: DegreeStep, guess: Change) -> str:
        text = self.tr("From degree {lower} to {higher} the training error {train}, the held-out error {held_out}.")
        told = text.format(
            lower=step.lower,
            higher=step.higher,
            train=self._told(step.train_change, step.train),
            held_out=self._told(step.held_out_change, step.held_out),
        )
        lessons = {
            "rises": self.tr("So no: what the higher degree gains on its own points, it has learned from their noise."),
            "falls": self.tr("Here the smaller training error is the better one: the lower degree is too stiff."),
            "same": self.tr("Here the higher degree does new points neither harm nor good."),
        }
        verdict = ""
        if self._asked == (step.lower, step.higher):
            is_right = guess == step.held_out_change
            verdict = self.tr("You were right.") if is_right else self.tr("Your answer was “{answer}”.")
            verdict = verdict.format(answer=self._answers[guess].text())
        return in_a_row((told, verdict, lessons[step.held_out_change]))

    def _told(self, change: Change, errors: tuple[float, float]) -> str:
        texts = {
            "falls": self.tr("falls from {before} to {after}"),
            "same": self.tr("hardly changes, from {before} to {after}"),
            "rises": self.tr("rises from {before} to {after}"),
        }
        before, after = map(error_text, errors)
        return texts[change].format(before=before, after=after)

    def _build(self) -> None:
        title = named(QLabel(self.tr("Is a smaller loss always better?")), "overfit.question", self.tr("The question"))
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self._text = named(QLabel(), "overfit.question_text", self.tr("The question and its answer in numbers"))
        self._text.setWordWrap(True)
        texts: dict[Change, str] = {
            "falls": self.tr("It falls as well"),
            "same": self.tr("It hardly changes"),
            "rises": self.tr("It rises"),
        }
        for key, text in texts.items():
            button = named(QPushButton(text), f"overfit.answer_{key}", text)
            button.clicked.connect(lambda _checked, key=key: self._on_guess(key))
            self._answers[key] = button
        tip = self.tr("Hide the held-out error again")
        self._again = push_button("overfit.ask_again", self.tr("Ask again"), tip)
        self._again.clicked.connect(lambda _checked: self._on_guess(None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self._text)
        column.addLayout(row_of(*self._answers.values(), None, self._again))
        column.addWidget(self.plot, 1)

    def _on_guess(self, guess: Change | None) -> None:
        step = degree_step(self._store.facts, self._store.degree)
        self._guess = guess
        self._asked = (step.lower, step.higher) if step is not None and guess is not None else None
        self.asking_changed.emit(guess is None)
        self.mark_dirty()
