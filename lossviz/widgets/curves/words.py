"""What a curve plot says in words: its legend, its read-out, and its summary for screen readers."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from lossviz.core.per_cents import per_cent
from lossviz.widgets.curves.data import RunCurve
from lossviz.widgets.curves.legend import LegendEntry, LegendMarker
from lossviz.widgets.curves.style import CurveStyle
from lossviz.widgets.joints import listed_phrases, sentence
from lossviz.widgets.minus_signs import shown_number


def focused_run(runs: Sequence[RunCurve]) -> RunCurve | None:
    """The run that read-outs are about: the newest that is not a ghost, otherwise the newest."""
    current = [run for run in runs if not run.is_ghost]
    return next(reversed(current or runs), None)


class CurveWords(QObject):
    """Texts about runs. is_accuracy: the most is the best, and values are shares of 1 that are told in per cent."""

    def __init__(self, *, is_accuracy: bool) -> None:
        super().__init__()
        self._best = max if is_accuracy else min
        self._told = _told_share if is_accuracy else shown_number

    def legend(
        self, runs: Sequence[RunCurve], style: CurveStyle, window: int, hidden: Sequence[RunCurve] = ()
    ) -> list[LegendEntry]:
        """The entries of the current run, then one for every ghost, then one for every run that is hidden."""
        current = [entry for run in runs if not run.is_ghost for entry in self._current_entries(run, style, window)]
        ghosts = [self._ghost_entry(run, style) for run in runs if run.is_ghost]
        return [*current, *ghosts, *(replace(self._ghost_entry(run, style), is_hidden=True) for run in hidden)]

    def read_out(self, run: RunCurve, step: int, window: int) -> str:
        """The values of `run` at `step`, one a line."""
        lines = [self.tr("step {step}").format(step=step)]
        batch, mean, evaluation = run.batch_value(step), run.running_mean(step, window), run.nearest_evaluation(step)
        if batch is not None:
            lines.append(self.tr("batch: {value}").format(value=self._told(batch)))
        if window and mean is not None:
            lines.append(self._mean_text(min(window, step), mean))
        if evaluation is not None:
            text = self.tr("validation: {value} (step {step})")
            lines.append(text.format(value=self._told(evaluation[1]), step=evaluation[0]))
        return "\n".join(lines)

    def summary(self, runs: Sequence[RunCurve], window: int) -> str:
        """One sentence about the run in training, and the number of earlier runs."""
        run = focused_run(runs)
        if run is None or run.last_step == 0:
            return self.tr("No values yet.")
        ghosts = sum(other.is_ghost for other in runs if other is not run)
        parts = [self._batch_part(run, window), self._validation_part(run)]
        if ghosts:
            parts.append(self.tr("earlier runs shown: {count}").format(count=ghosts))
        return sentence(listed_phrases(parts))

    def _batch_part(self, run: RunCurve, window: int) -> str:
        if run.has_diverged:
            return self.tr("{name}: diverged at step {step}").format(name=run.name, step=run.finite_count + 1)
        last = run.batch_value(run.step_count)
        if last is None:
            return run.name
        part = self.tr("{name}: step {step}, last batch {value}")
        part = part.format(name=run.name, step=run.step_count, value=self._told(last))
        mean = run.running_mean(run.step_count, window)
        if not window or mean is None:
            return part
        return part + self.tr(", mean of the last {count} {value}").format(
            count=min(window, run.step_count), value=self._told(mean)
        )

    def _mean_text(self, count: int, mean: float) -> str:
        text = self.tr("mean of the last {count}: {value}")
        return text.format(count=count, value=self._told(mean))

    def _validation_part(self, run: RunCurve) -> str:
        steps, values = run.finite_evaluations()
        if not len(values):
            return ""
        value, step = self._best(zip(values.tolist(), steps.tolist(), strict=True), key=lambda pair: pair[0])
        return self.tr("best validation {value} at step {step}").format(value=self._told(value), step=step)

    def _current_entries(self, run: RunCurve, style: CurveStyle, window: int) -> list[LegendEntry]:
        entries = [self._train_entry(run, style, window)]
        if len(run.evaluation_steps):
            marker = LegendMarker(style.sample_marker_px, style.validation_colour(), style.background())
            entries.append(LegendEntry(self.tr("validation"), style.validation_pen(), marker, key=run.key))
        return entries

    def _train_entry(self, run: RunCurve, style: CurveStyle, window: int) -> LegendEntry:
        hints, marker = [], None
        if run.marks_every is not None:
            marker = LegendMarker(style.small_sample_marker_px, style.background(), style.run_colour(run))
            hints.append(self.tr("the rings stand every {count} steps").format(count=run.marks_every))
        if not window:
            name = self.tr("{name}: train").format(name=run.name)
            return LegendEntry(name, style.raw_pen(run, is_faint=False), marker, None, listed_phrases(hints), run.key)
        name = self.tr("{name}: mean of the last {count}").format(name=run.name, count=window)
        behind = style.raw_pen(run, is_faint=True)
        hints.insert(0, self.tr("the faint line is each batch"))
        return LegendEntry(name, style.mean_pen(run), marker, behind, listed_phrases(hints), run.key)

    def _ghost_entry(self, run: RunCurve, style: CurveStyle) -> LegendEntry:
        colour = style.run_colour(run)
        marker = LegendMarker(style.small_sample_marker_px, colour, colour) if len(run.evaluation_steps) else None
        return LegendEntry(run.name, style.mean_pen(run), marker, key=run.key)


def _told_share(share: float) -> str:
    return per_cent(share, 2)
