"""Two boxes of balls: a ball is drawn, which box does it come from?"""

import math

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout

from lossviz.core.likelihood.boxes import Boxes, Judgement, judge
from lossviz.core.likelihood.draws import MOST_DRAWS, SEED_RANGE
from lossviz.core.likelihood.small_numbers import chance_text, power_text
from lossviz.stores.boxes_store import BallSource, BoxesStore
from lossviz.widgets.controls import (
    caption,
    caption_for,
    fill_combo,
    named,
    push_button,
    row_of,
    show_choice,
    show_value,
)
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.joints import in_a_row
from lossviz.widgets.likelihood.ball_boxes import BOX_COLOURS, BallBoxes, BallBoxesPicture
from lossviz.widgets.likelihood.belief_bars import BeliefBars, BeliefRow
from lossviz.widgets.likelihood.box_fields import BoxFields
from lossviz.widgets.likelihood.state_note import StateNote
from lossviz.widgets.number_boxes import CountBox, NumberBox
from lossviz.widgets.panel import Panel
from lossviz.widgets.theme import ThemeSource

DRAW_COUNTS = (1, 10, 100)


class LossesBoxesPanel(Panel):
    """Draw balls, see what they say about either box: prior times likelihood gives the posterior."""

    def __init__(self, clock: FrameClock, theme: ThemeSource, balls: BoxesStore) -> None:
        super().__init__(clock)
        self._balls = balls
        self.boxes = named(BallBoxes(theme), "losses.boxes", self.tr("The boxes and the drawn balls"))
        self.beliefs = named(
            BeliefBars(theme, BOX_COLOURS), "losses.posterior", self.tr("Prior, likelihood and posterior of each box")
        )
        self._note = named(StateNote(), "losses.boxes_note", self.tr("What the balls say"))
        self._build(theme)
        for signal in (balls.boxes_changed, balls.balls_changed):
            signal.connect(self.mark_dirty)

    def redraw(self) -> None:
        """Judge the boxes by the balls on the table."""
        balls = self._balls
        boxes, judgement = balls.boxes, judge(balls.boxes, balls.whites, balls.blues)
        first, second = ((box.whites, box.blues) for box in boxes.both)
        source = balls.source_index if balls.is_revealed else None
        self.boxes.show_picture(BallBoxesPicture((first, second), balls.is_blue, source))
        self.beliefs.show_rows(self._rows(boxes, judgement))
        self._note.show_state(self._meaning(boxes, judgement))
        self._show_controls()

    def _rows(self, boxes: Boxes, judgement: Judgement) -> tuple[BeliefRow, BeliefRow, BeliefRow]:
        """The likelihoods' bars are drawn to the larger one: after many draws both are tiny."""
        first, second = judgement.log_likelihoods
        largest = max(first, second)
        shares = (0.0, 0.0) if largest == -math.inf else (math.exp(first - largest), math.exp(second - largest))
        posteriors, logs = judgement.posteriors, judgement.log_posteriors
        texts = (chance_text(*logs), chance_text(*logs[::-1])) if logs else ("–", "–")
        prior_texts = (f"{boxes.priors[0]:.4g}", f"{boxes.priors[1]:.4g}")
        return (
            BeliefRow(self.tr("prior"), boxes.priors, prior_texts),
            BeliefRow(self.tr("× likelihood"), shares, (power_text(first), power_text(second))),
            BeliefRow(self.tr("→ posterior"), posteriors or (0.0, 0.0), texts, is_answer=True),
        )

    def _meaning(self, boxes: Boxes, judgement: Judgement) -> str:
        """The first of these that holds."""
        balls = self._balls
        if judgement.log_posteriors is None:
            return self._impossible(judgement)
        if boxes.is_settled:
            text = self.tr(
                "The prior leaves only box {number}, so no ball can ever change the posterior: 0 times any likelihood"
                " stays 0. Choose a prior between 0 and 1 to let the balls speak."
            )
            return text.format(number=1 if boxes.prior_first else 2)
        if not len(balls.is_blue):
            return self.tr(
                "The seed has picked a box by the prior. Before a ball is drawn all that is known is the prior."
            )
        if -math.inf in judgement.log_likelihoods:
            text = self.tr("Box {number} cannot give these balls: it holds none of a colour that was drawn.")
            return text.format(number=1 + judgement.log_likelihoods.index(-math.inf))
        return self._odds(judgement)

    def _odds(self, judgement: Judgement) -> str:
        first, second = judgement.log_likelihoods
        if first == second:
            return self.tr("These balls are as likely from either box: the posterior is the prior.")
        text = self.tr("These balls are {times} times as likely from box {number}.")
        ratio = abs(first - second)
        shown = f"{math.exp(ratio):.4g}" if ratio < math.log(1e6) else self._power_of_ten(ratio)
        sentence = text.format(times=shown, number=1 if first > second else 2)
        return in_a_row((sentence, self._range(judgement)))

    def _range(self, judgement: Judgement) -> str:
        """What becomes of the likelihoods as plain doubles."""
        lost = [index + 1 for index, fit in enumerate(judgement.log_likelihoods) if math.exp(fit) == 0.0]
        if not lost:
            return self.tr("Posterior ∝ prior × likelihood.")
        if len(lost) == len(judgement.log_likelihoods):
            return self.tr("As float64 both likelihoods are 0 and tell nothing: here they are kept as logarithms.")
        text = self.tr("As float64 the likelihood of box {number} is 0: here it is kept as its logarithm.")
        return text.format(number=lost[0])

    def _impossible(self, judgement: Judgement) -> str:
        if max(judgement.log_likelihoods) > -math.inf:
            return self.tr(
                "These balls cannot come from the only box that the prior allows, so there is no posterior."
                " Choose a prior between 0 and 1."
            )
        return self.tr(
            "Neither box can give these balls: each lacks a colour that was drawn, so there is no posterior."
            " Put a ball of that colour into a box, or put the drawn balls back."
        )

    @staticmethod
    def _power_of_ten(log_value: float) -> str:
        return power_text(-log_value).replace("⁻", "")

    def _show_controls(self) -> None:
        balls = self._balls
        for fields, box in zip(self._fields, balls.boxes.both, strict=True):
            fields.show_contents(box.whites, box.blues)
        show_value(self._prior, balls.boxes.prior_first)
        show_value(self._seed, balls.seed)
        show_choice(self._source, balls.source)
        self._reveal.setEnabled(not balls.is_revealed and len(balls.is_blue) > 0)
        has_balls, has_room = len(balls.is_blue) > 0, len(balls.is_blue) < MOST_DRAWS
        for button in (self._clear, self._take_back):
            button.setEnabled(has_balls)
        for button in (*self._draws, *self._puts):
            button.setEnabled(has_room)
        self._seed.setEnabled(balls.source == "hidden" or has_room)

    def _build(self, theme: ThemeSource) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._build_draws())
        column.addLayout(self._build_source())
        column.addWidget(self.boxes, 1)
        column.addLayout(self._build_contents(theme))
        column.addWidget(self.beliefs)
        column.addWidget(self._note)

    def _build_draws(self) -> QHBoxLayout:
        self._draws = [self._draw_button(count) for count in DRAW_COUNTS]
        self._puts = [
            push_button("losses.put_white", self.tr("+ white"), self.tr("Let a white ball come next")),
            push_button("losses.put_blue", self.tr("+ blue"), self.tr("Let a blue ball come next")),
        ]
        for button, is_blue in zip(self._puts, (False, True), strict=True):
            button.clicked.connect(lambda _checked, is_blue=is_blue: self._put(is_blue))
        self._take_back = push_button("losses.take_back", self.tr("Undo last"), self.tr("Put the last ball back"))
        self._take_back.clicked.connect(self._balls.take_back)
        self._clear = push_button("losses.clear_balls", self.tr("Put back"), self.tr("Put all balls back"))
        self._clear.clicked.connect(self._balls.clear)
        return row_of(
            *(caption(self.tr("Draw")), *self._draws, *self._puts, self._take_back, self._clear, None), spacing=6
        )

    def _draw_button(self, count: int) -> QPushButton:
        tip = self.tr("Draw this many balls, each put back before the next: {count}").format(count=count)
        button = push_button(f"losses.draw_{count}", str(count), tip)
        button.clicked.connect(lambda: self._note.attempt(lambda: self._balls.draw(count)))
        return button

    def _build_source(self) -> QHBoxLayout:
        tip = self.tr("Where the balls come from; another choice puts them back")
        self._source = named(QComboBox(), "losses.ball_source", self.tr("Box to draw from"), tip)
        sources: list[tuple[str, BallSource]] = [
            (self.tr("a hidden box"), "hidden"),
            (self.tr("box 1"), "first"),
            (self.tr("box 2"), "second"),
        ]
        fill_combo(self._source, sources)
        self._source.activated.connect(lambda index: self._balls.set_source(self._source.itemData(index)))
        tip = self.tr("Picks the hidden box and all balls: the same seed gives the same ones")
        self._seed = named(CountBox(*SEED_RANGE), "losses.ball_seed", self.tr("Seed of the draws"), tip)
        self._seed.valueChanged.connect(lambda seed: self._note.attempt(lambda: self._balls.set_seed(seed)))
        following = push_button(
            "losses.next_ball_seed", self.tr("Next"), self.tr("Put all balls back and take the next seed")
        )
        following.clicked.connect(self._balls.next_seed)
        self._reveal = push_button(
            "losses.reveal", self.tr("Reveal the box"), self.tr("Show which box the balls come from")
        )
        self._reveal.clicked.connect(self._balls.reveal)
        return row_of(
            *(caption_for(self._source, self.tr("From")), self._source),
            *(caption_for(self._seed, self.tr("Seed")), self._seed, following, self._reveal, None),
            spacing=6,
        )

    def _build_contents(self, theme: ThemeSource) -> QHBoxLayout:
        titles = (self.tr("Box 1"), self.tr("Box 2"))
        self._fields = [BoxFields(theme, f"losses.box_{number}", title) for number, title in enumerate(titles, start=1)]
        for index, fields in enumerate(self._fields):
            fields.contents_changed.connect(lambda whites, blues, index=index: self._fill(index, whites, blues))
        tip = self.tr("How probable box 1 is before a ball is drawn; box 2 has the rest")
        self._prior = named(NumberBox(0.0, 1.0), "losses.prior", self.tr("Prior of box 1"), tip)
        self._prior.setSingleStep(0.05)
        self._prior.valueChanged.connect(lambda prior: self._note.attempt(lambda: self._balls.set_prior(prior)))
        self._prior.refused.connect(self._note.refuse_number)
        left, right = self._fields
        prior = (caption_for(self._prior, self.tr("Prior 1")), self._prior)
        return row_of(left, None, *prior, None, right, spacing=4)

    def _put(self, is_blue: bool) -> None:
        self._note.attempt(lambda: self._balls.put_ball(is_blue))

    def _fill(self, index: int, whites: int, blues: int) -> None:
        """A refused content gives way to the last good one."""
        self._note.attempt(lambda: self._balls.set_box(index, whites, blues))
        self.mark_dirty()
