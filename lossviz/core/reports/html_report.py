"""Runs as one page that needs nothing else: results, plots, settings, and what they were made with.

The page has no scripts and asks nobody for anything; it is as readable on paper as on a screen.
"""

from collections.abc import Sequence
from html import escape

from lossviz.core.errors import QT_TRANSLATE_NOOP
from lossviz.core.per_cents import per_cent
from lossviz.core.reports.page_style import PAGE_STYLE
from lossviz.core.reports.report_plots import mean_window, plots_html
from lossviz.core.reports.report_run import ReportRun
from lossviz.core.reports.setting_words import FIELDS, ReportWords, memory_phrase
from lossviz.core.reports.svg_plot import line_sample_svg

_MADE_WITH = {
    "lossviz": "lossviz",
    "torch": "PyTorch",
    "numpy": "NumPy",
    "python": "Python",
    "device": QT_TRANSLATE_NOOP("reports", "device"),
}


def html_report(runs: Sequence[ReportRun], written_on: str, words: ReportWords | None = None) -> str:
    """A whole HTML document about `runs`, in their order. written_on: a date for the reader."""
    words = words or ReportWords()
    title = words.say(QT_TRANSLATE_NOOP("reports", "Training runs"))
    body = [
        f"<h1>{escape(title)}</h1>",
        f'<p class="small">{escape(_origin(written_on, words))}</p>',
        *(f"<p>{escape(sentence)}</p>" for sentence in _outcome(runs, words)),
        *_section(QT_TRANSLATE_NOOP("reports", "Results"), _results(runs, words), words),
        *_section(QT_TRANSLATE_NOOP("reports", "Curves"), [_how_to_read(runs, words), *plots_html(runs, words)], words),
        *_section(QT_TRANSLATE_NOOP("reports", "Settings"), _settings(runs, words), words),
        *_section(QT_TRANSLATE_NOOP("reports", "Made with"), _versions(runs, words), words),
    ]
    return "\n".join([_HEAD.format(title=escape(title), style=PAGE_STYLE), *body, "</main>\n</body>\n</html>\n"])


# The policy keeps a browser from fetching or running anything, whatever a name in the page may look like.
_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>"""


def _origin(written_on: str, words: ReportWords) -> str:
    return words.say(QT_TRANSLATE_NOOP("reports", "Written by lossviz on {date}.")).format(date=written_on)


def _outcome(runs: Sequence[ReportRun], words: ReportWords) -> list[str]:
    tested = [(run.test.accuracy, run.name) for run in runs if run.test]
    if len(tested) < 2:
        return []
    best, worst = max(tested), min(tested)
    text = words.say(
        QT_TRANSLATE_NOOP(
            "reports",
            "Of the {count} runs that reached their end, “{best}” reads most test digits right ({highest}) and "
            "“{worst}” fewest ({lowest}).",
        )
    )
    shares = {"highest": per_cent(best[0], 2), "lowest": per_cent(worst[0], 2)}
    return [text.format(count=len(tested), best=best[1], worst=worst[1], **shares)]


def _how_to_read(runs: Sequence[ReportRun], words: ReportWords) -> str:
    longest = max((len(run.log) for run in runs), default=0)
    text = words.say(
        QT_TRANSLATE_NOOP(
            "reports",
            "Lines: the batches that were trained on, each point the mean of the last {count}. Dots: the whole "
            "validation part. Different losses are not comparable by their numbers, so each has its own axis; "
            "accuracy is comparable.",
        )
    )
    return f'<p class="small">{escape(text.format(count=mean_window(longest)))}</p>'


def _section(title: str, parts: Sequence[str], words: ReportWords) -> list[str]:
    return ["<section>", f"<h2>{escape(words.say(title))}</h2>", *parts, "</section>"]


def _results(runs: Sequence[ReportRun], words: ReportWords) -> list[str]:
    heads = (
        QT_TRANSLATE_NOOP("reports", "Run"),
        QT_TRANSLATE_NOOP("reports", "Steps"),
        QT_TRANSLATE_NOOP("reports", "Best validation accuracy"),
        QT_TRANSLATE_NOOP("reports", "… at step"),
        QT_TRANSLATE_NOOP("reports", "Test accuracy"),
        QT_TRANSLATE_NOOP("reports", "Test loss"),
    )
    rows = []
    for run in runs:
        cells = "".join(f'<td class="number">{escape(cell)}</td>' for cell in _result_cells(run, words))
        name = f"{line_sample_svg(run.look)} {escape(run.name)}"
        rows.append(f'<tr><th scope="row">{name}</th>{cells}</tr>')
    return _table([words.say(head) for head in heads], rows)


def _result_cells(run: ReportRun, words: ReportWords) -> list[str]:
    steps = f"{len(run.log):,}"
    if run.has_diverged:
        steps = words.say(QT_TRANSLATE_NOOP("reports", "{steps}, diverged")).format(steps=steps)
    best = (per_cent(run.best.accuracy, 2), f"{run.best.step:,}") if run.best else ("–", "–")
    test = (per_cent(run.test.accuracy, 2), f"{run.test.loss:.4f}") if run.test else ("–", "–")
    return [steps, *best, *test]


def _settings(runs: Sequence[ReportRun], words: ReportWords) -> list[str]:
    rows = [
        _row_of_values(words.caption(field), [words.value(field, run.settings) for run in runs]) for field in FIELDS
    ]
    rows.append(
        _row_of_values(words.say(QT_TRANSLATE_NOOP("reports", "data")), [words.data(run.data.name) for run in runs])
    )
    if any(run.log.rate_changes for run in runs):
        caption = words.say(QT_TRANSLATE_NOOP("reports", "learning rate changed"))
        rows.append(_row_of_values(caption, [_rate_changes(run, words) for run in runs]))
    if any(run.log.memory_reliefs for run in runs):
        caption = words.say(QT_TRANSLATE_NOOP("reports", "memory"))
        rows.append(_row_of_values(caption, [_memory_reliefs(run, words) for run in runs]))
    heads = [words.say(QT_TRANSLATE_NOOP("reports", "Setting")), *(run.name for run in runs)]
    if len(runs) < 2:
        return _table(heads, rows)
    note = words.say(QT_TRANSLATE_NOOP("reports", "Rows in which the runs differ are marked."))
    return [f'<p class="small">{escape(note)}</p>', *_table(heads, rows)]


def _rate_changes(run: ReportRun, words: ReportWords) -> str:
    text = words.say(QT_TRANSLATE_NOOP("reports", "{rate} after step {step}"))
    changes = [text.format(rate=f"{change.learning_rate:g}", step=change.step) for change in run.log.rate_changes]
    return "; ".join(changes) or "–"


def _memory_reliefs(run: ReportRun, words: ReportWords) -> str:
    return "; ".join(memory_phrase(relief, words) for relief in run.log.memory_reliefs) or "–"


def _versions(runs: Sequence[ReportRun], words: ReportWords) -> list[str]:
    rows = [
        _row_of_values(words.say(caption), [run.made_with.get(name, "–") for run in runs])
        for name, caption in _MADE_WITH.items()
    ]
    rows.append(_row_of_values("SHA-256", [run.data.sha256[:12] or "–" for run in runs]))
    note = words.say(QT_TRANSLATE_NOOP("reports", "The SHA-256 tells the data apart: equal data, equal beginnings."))
    heads = [words.say(QT_TRANSLATE_NOOP("reports", "Part")), *(run.name for run in runs)]
    return [*_table(heads, rows), f'<p class="small">{escape(note)}</p>']


def _row_of_values(caption: str, values: Sequence[str]) -> str:
    cells = "".join(f"<td>{escape(value)}</td>" for value in values)
    mark = ' class="differs"' if len(set(values)) > 1 else ""
    return f'<tr{mark}><th scope="row">{escape(caption)}</th>{cells}</tr>'


def _table(heads: Sequence[str], rows: Sequence[str]) -> list[str]:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    return [f'<div class="wide"><table>\n<thead><tr>{head}</tr></thead>', "<tbody>", *rows, "</tbody></table></div>"]
