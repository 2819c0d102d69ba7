"""The plots of a report: one of accuracy for all runs, one of loss for each kind of loss."""

from collections.abc import Sequence
from html import escape
from typing import Literal

import numpy as np

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.reports.plot_scale import scale_for
from lossviz.core.reports.report_run import ReportRun
from lossviz.core.reports.setting_words import ReportWords
from lossviz.core.reports.svg_plot import Plot, PlotLine, line_sample_svg, plot_svg, svg_document
from lossviz.core.training.metric_log import Column, Evaluation

POINTS = 400  # of a curve, which is 700 units wide
MOST_DOTS = 100
_STEPS_OF_MEAN = 20  # at least

Quantity = Literal["loss", "accuracy"]


def plots_html(runs: Sequence[ReportRun], words: ReportWords) -> list[str]:
    """The plots as figures with their keys."""
    return [_figure(plot) for plot in plots_of(runs, words)]


def curves_svg(runs: Sequence[ReportRun], words: ReportWords) -> str:
    """The plots as one SVG file."""
    return svg_document([(run.name, run.look) for run in runs], plots_of(runs, words))


def plots_of(runs: Sequence[ReportRun], words: ReportWords) -> list[Plot]:
    """Accuracy of all runs together; each kind of loss apart, as different losses measure different things."""
    title, values = QT_TRANSLATE_NOOP("reports", "Accuracy"), QT_TRANSLATE_NOOP("reports", "accuracy")
    plots = [_plot(runs, "accuracy", words.say(title), words.say(values), words)]
    for kind in dict.fromkeys(_loss_kind(run, words) for run in runs):
        title = words.say(QT_TRANSLATE_NOOP("reports", "Loss: {kind}")).format(kind=kind)
        same = [run for run in runs if _loss_kind(run, words) == kind]
        plots.append(_plot(same, "loss", title, words.say(QT_TRANSLATE_NOOP("reports", "loss")), words))
    return plots


def mean_window(step_count: int) -> int:
    """How many batches each point of a curve is the mean of."""
    return max(_STEPS_OF_MEAN, step_count // POINTS)


def _loss_kind(run: ReportRun, words: ReportWords) -> str:
    loss, averaging = words.value("loss", run.settings), words.value("averaging", run.settings)
    if averaging == "–":
        return loss
    return words.say(QT_TRANSLATE_NOOP("reports", "{loss}, {averaging}")).format(loss=loss, averaging=averaging)


def _figure(plot: Plot) -> str:
    key = "".join(f"<li>{line_sample_svg(line.look)} {escape(line.name)}</li>" for line in plot.lines)
    return f'<figure><h3>{escape(plot.title)}</h3><ul class="key">{key}</ul>\n{plot_svg(plot)}\n</figure>'


def _plot(runs: Sequence[ReportRun], quantity: Quantity, title: str, values: str, words: ReportWords) -> Plot:
    lines = [_line(run, quantity) for run in runs]
    last = max((max(line.steps.max(initial=0), line.dot_steps.max(initial=0)) for line in lines), default=0)
    curves, dots = [line.values for line in lines], [line.dot_values for line in lines]
    scale = scale_for(int(last), curves, dots, may_be_log=quantity == "loss")
    if scale.is_log:
        values = words.say(QT_TRANSLATE_NOOP("reports", "{values} (log scale)")).format(values=values)
    return Plot(title, words.say(QT_TRANSLATE_NOOP("reports", "step (batches)")), values, lines, scale)


def _line(run: ReportRun, quantity: Quantity) -> PlotLine:
    columns, evaluations = run.log.columns(), _spread(run.log.evaluations)
    sums = columns.loss_sums if quantity == "loss" else columns.accuracy_sums
    steps = _shown_steps(len(sums) - 1)
    measured = [evaluation.loss if quantity == "loss" else evaluation.accuracy for evaluation in evaluations]
    return PlotLine(
        run.name,
        steps.astype(np.float64),
        _means(sums, steps),
        np.array([evaluation.step for evaluation in evaluations], np.float64),
        np.array(measured, np.float64),
        run.look,
    )


def _spread(evaluations: Sequence[Evaluation]) -> list[Evaluation]:
    """All of them, or as many as can be told apart, with the first and the last."""
    count = len(evaluations)
    places = np.linspace(0, max(count - 1, 0), min(count, MOST_DOTS)).round().astype(np.int64).tolist()
    return [evaluations[place] for place in places]


def _shown_steps(count: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.unique(np.linspace(1, count, min(count, POINTS)).round().astype(np.int64)) if count else np.empty(0, int)


def _means(sums: Column, steps: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Column:
    begins = np.maximum(steps - mean_window(len(sums) - 1), 0)
    with np.errstate(invalid="ignore", over="ignore"):  # a run that diverged: those points are left out
        means: Column = (sums[steps] - sums[begins]) / (steps - begins)
    return means
