"""Train two to four variants of one run together, and see which reads more digits right."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lossviz.core.errors import LossvizError
from lossviz.core.per_cents import per_cent, per_cent_range
from lossviz.core.reports.setting_words import memory_phrase
from lossviz.core.training.run_states import BUSY, RunState
from lossviz.core.training.variants import DIFFERENCES, FIELDS, MOST, Variant, differences
from lossviz.stores.comparison_facts import Faring, farings, progress, verdict_of
from lossviz.stores.comparison_store import MOST_SEEDS
from lossviz.stores.page_stores import ComparisonStores
from lossviz.widgets.comparison.comparison_controls import ComparisonButtons, ComparisonChoiceRow, ComparisonChoices
from lossviz.widgets.comparison.modest_box import ModestBox
from lossviz.widgets.comparison.opinion_bars import Opinion, OpinionBars
from lossviz.widgets.comparison.variant_curves import VariantCurve, VariantCurves
from lossviz.widgets.comparison.variant_looks import VariantLook, looks_of
from lossviz.widgets.comparison.variant_row import VariantRow
from lossviz.widgets.comparison.variant_table import VariantTable
from lossviz.widgets.comparison.variant_words import shared_text, variant_names
from lossviz.widgets.controls import named, plain_tip
from lossviz.widgets.frame_clock import FrameClock
from lossviz.widgets.joints import in_a_row, titled
from lossviz.widgets.messages.spoken_errors import spoken_error
from lossviz.widgets.messages.wrapped_text import WrappedText
from lossviz.widgets.panel import Panel
from lossviz.widgets.report_words import report_words
from lossviz.widgets.share_bar import ShareBar
from lossviz.widgets.tabs import as_high_as_the_front, tabs_of
from lossviz.widgets.theme import ThemeSource
from lossviz.widgets.type_size import by_type

_HIGH_PX = 640  # from here on the whole verdict leaves enough for the curves


class MnistComparePanel(Panel):
    """What differs, the variants and how they fare, the verdict, their curves, and what they say of the drawn digit."""

    start_pressed = Signal()
    pause_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self, clock: FrameClock, theme: ThemeSource, stores: ComparisonStores) -> None:
        super().__init__(clock)
        self._stores = stores
        self._comparison = stores.comparison
        self._refusal = ""
        self._build(theme)
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less of the verdict."""
        super().resizeEvent(event)
        self.mark_dirty()

    def redraw(self) -> None:
        """Show the plan, how it goes, and what came of it."""
        plan = self._comparison.plan
        chosen = self._chosen()
        self._choices.show_choices(chosen)
        self.buttons.show_choices(chosen)
        self.table.show_plan(plan.difference, plan.variants, self._rows(), is_locked=self._comparison.is_busy)
        self.table.show_spread(is_shown=plan.seeds > 1)
        self._shared.setText(self.tr("All: {settings}").format(settings=shared_text(plan.variants)))
        self._show_progress()
        self._note.setText(self._note_text())
        self._note.setVisible(bool(self._note.text()))
        self._show_verdict()
        if self._tabs.currentWidget() is self.curves:
            self._show_curves()
        else:
            self._show_opinions()

    def _build(self, theme: ThemeSource) -> None:
        self._choices = ComparisonChoiceRow("mnist.compare", MOST_SEEDS)
        self.table = VariantTable(theme, "mnist.compare")
        self.buttons = ComparisonButtons("mnist.compare")
        self._shared = named(WrappedText(), "mnist.compare_shared", self.tr("What all variants have in common"))
        self._shared.setProperty("rank", "small")
        self._note = named(WrappedText(), "mnist.compare_note", self.tr("Note"))
        self._bar = named(ShareBar(), "mnist.compare_progress", self.tr("Progress of the comparison"))
        self._verdict = named(WrappedText(), "mnist.compare_verdict", self.tr("What came of it"))
        self.curves = VariantCurves(theme, "mnist.compare_curves", MOST)
        self.bars = OpinionBars(theme, "mnist.compare_opinion", MOST)
        self._tabs = tabs_of("mnist.compare_tabs", (self.curves, self.tr("Curves")), (self.bars, self.tr("Your digit")))
        as_high_as_the_front(self._tabs)
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 6, 6, 0)
        column.setSpacing(6)
        above = (self._choices, self.table, self._shared, self.buttons, self._note, self._bar, self._verdict)
        for widget in above:
            column.addWidget(widget)
        column.addWidget(ModestBox(self._tabs), 1)
        scroll = named(QScrollArea(), "mnist.compare_scroll", self.tr("Comparison"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self._choices.difference_chosen.connect(self._on_difference_chosen)
        self._choices.scaling_chosen.connect(self._on_scaling_chosen)
        self._choices.seeds_chosen.connect(self._comparison.set_seeds)
        self.table.choice_changed.connect(self._on_choice_changed)
        self.table.removed.connect(self._on_removed)
        self.buttons.add_pressed.connect(self._on_add_pressed)
        self.buttons.start_pressed.connect(self.start_pressed)
        self.buttons.pause_pressed.connect(self.pause_pressed)
        self.buttons.stop_pressed.connect(self.stop_pressed)
        self._tabs.currentChanged.connect(self.mark_dirty)
        comparison, stores = self._comparison, self._stores
        for signal in (
            comparison.plan_changed,
            comparison.state_changed,
            comparison.records_changed,
            comparison.log_grown,
            comparison.results_changed,
            stores.opinions.opinions_changed,
            stores.training.state_changed,
            stores.training.settings_changed,
            stores.data.digits_changed,
            stores.digit.drawing_changed,
            stores.digit.pen_changed,
        ):
            signal.connect(self.mark_dirty)

    def _chosen(self) -> ComparisonChoices:
        plan, stores = self._comparison.plan, self._stores
        return ComparisonChoices(
            plan.difference,
            stores.training.settings.scaling,
            plan.seeds,
            self._comparison.state,
            can_start=stores.data.digits is not None and stores.training.state not in BUSY,
            can_add=bool(FIELDS[plan.difference]) and plan.difference != "double_softmax" and len(plan.variants) < MOST,
        )

    def _rows(self) -> list[VariantRow]:
        plan, begun = self._comparison.plan, self._comparison.begun
        is_of_plan = begun is not None and begun.variants == plan.variants
        known = farings(self._comparison) if is_of_plan else ()
        found = [*known, *[Faring(None, ())] * (len(plan.variants) - len(known))]
        names, looks = variant_names(plan.variants), looks_of(plan.variants)
        return [self._row(*row) for row in zip(names, looks, found, strict=True)]

    def _shown_variants(self) -> tuple[Variant, ...]:
        """What curves, opinions and verdict are about."""
        return (self._comparison.begun or self._comparison.plan).variants

    def _row(self, name: str, look: VariantLook, faring: Faring) -> VariantRow:
        tests = [accuracy for accuracy in faring.tests if accuracy is not None]
        none = self.tr("–")
        note = self.tr("Diverged at step {step}: its numbers left all bounds.").format(step=faring.diverged_at)
        return VariantRow(
            name,
            look,
            self.tr("diverged") if faring.diverged_at else _text(faring.validation) or none,
            _text(sum(tests) / len(tests)) if tests else none,
            per_cent_range(tests) if len(tests) > 1 else none,
            note if faring.diverged_at else "",
        )

    def _show_progress(self) -> None:
        state, now = self._comparison.state, progress(self._comparison)
        if state is RunState.STARTING:
            self._bar.show_share(None)
            return
        self._bar.show_share(now.share if now else 0.0)
        self._bar.setVisible(now is not None and (state in BUSY or now.share < 1.0))
        if now:
            text = self.tr("seed {seed} of {seeds} · epoch {epoch} of {epochs}")
            self._bar.setFormat(text.format(seed=now.seed, seeds=now.seeds, epoch=now.epoch, epochs=now.epochs))

    def _note_text(self) -> str:
        """What was refused or went wrong, or why nothing can be started."""
        if self._refusal:
            return self._refusal
        if self._comparison.problem:
            return spoken_error(self._comparison.problem)
        if self._comparison.is_busy:
            return self._memory_text()
        if self._stores.training.state in BUSY:
            return self.tr("A training run is in progress. Stop it, or wait for its end; then you can compare.")
        if self._comparison.begun is None:
            return self._question()
        return self._memory_text()

    def _memory_text(self) -> str:
        """Which variants got by with less memory, and how."""
        words = report_words()
        shown = zip(variant_names(self._shown_variants()), self._comparison.records, strict=False)
        return " · ".join(
            titled(name, memory_phrase(relief, words)) for name, record in shown for relief in record.log.memory_reliefs
        )

    def _question(self) -> str:
        if "network" in differences(self._comparison.plan.variants):
            return self.tr(
                "Which of these reads more digits right? All see the same batches. Guess first, then press Compare."
            )
        return self.tr(
            "Which of these reads more digits right? All see the same batches, and begin with the same weights in "
            "every layer of the same shape. Guess first, then press Compare."
        )

    def _show_verdict(self) -> None:
        """Where room is scarce its beginning: the curves below it are what is looked at."""
        sentences = self._verdict_sentences()
        whole, beginning = in_a_row(sentences), in_a_row(sentences[:1])
        is_low = self.height() < by_type(self, _HIGH_PX)
        self._verdict.setText(beginning if is_low else whole)
        self._verdict.setVisible(bool(whole))
        self._verdict.setToolTip(plain_tip(whole) if is_low else "")
        self._verdict.setAccessibleDescription(whole)

    def _verdict_sentences(self) -> list[str]:
        begun = self._comparison.begun
        found = verdict_of(self._comparison, variant_names(self._shown_variants()))
        sentences = [QCoreApplication.translate("verdicts", one.template).format(**dict(one.values)) for one in found]
        if sentences and begun is not None and begun.variants != self._comparison.plan.variants:
            sentences[0] = titled(self.tr("The last comparison"), sentences[0])
        return sentences

    def _show_curves(self) -> None:
        variants, records = self._shown_variants(), self._comparison.records
        shown = zip(variants, variant_names(variants), looks_of(variants), strict=True)
        curves = []
        for (variant, name, look), record in zip(shown, records, strict=False):
            columns, evaluations = record.log.columns(), record.log.evaluations
            curves.append(VariantCurve(variant.key, name, look, columns, evaluations))
        self.curves.show_curves(curves, max((record.leg.last_step for record in records), default=0))

    def _show_opinions(self) -> None:
        variants, opinions = self._shown_variants(), self._stores.opinions
        image = self._stores.digit.image_u8
        self.bars.show_opinions(
            [
                Opinion(name, look, opinions.answer(variant.key, image))
                for variant, name, look in zip(variants, variant_names(variants), looks_of(variants), strict=True)
            ]
        )

    def _on_difference_chosen(self, chosen: str) -> None:
        self._change(lambda: self._comparison.propose(next(one for one in DIFFERENCES if one == chosen)))

    def _on_scaling_chosen(self, scaling: str) -> None:
        training = self._stores.training
        training.set_settings(training.settings.changed(scaling=scaling))

    def _on_choice_changed(self, index: int, changes: dict[str, object]) -> None:
        self._change(lambda: self._comparison.change_variant(index, **changes))

    def _on_removed(self, index: int) -> None:
        self._change(lambda: self._comparison.remove_variant(index))

    def _on_add_pressed(self) -> None:
        self._change(self._comparison.add_variant)

    def _change(self, change: Callable[[], None]) -> None:
        """Change the plan; what cannot be is explained, and the plan stays."""
        self._refusal = ""
        try:
            change()
        except LossvizError as error:
            self._refusal = spoken_error(error)
        self.mark_dirty()


def _text(accuracy: float | None) -> str:
    return "" if accuracy is None else per_cent(accuracy, 2)
