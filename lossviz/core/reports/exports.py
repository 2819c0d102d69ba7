"""What can be made of runs, and its way into a file."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError
from lossviz.core.reports.event_files import write_event_files
from lossviz.core.reports.html_report import html_report
from lossviz.core.reports.metrics_csv import runs_csv
from lossviz.core.reports.report_plots import curves_svg
from lossviz.core.reports.report_run import ReportRun
from lossviz.core.reports.setting_words import ReportWords
from lossviz.core.system_reasons import system_reason
from lossviz.core.whole_files import write_whole

ExportKind = Literal["csv", "html", "svg", "events"]

Pieces = Iterable[bytes]


@dataclass(frozen=True, eq=False)
class ExportOrder:
    """path: of the file, or for "events" of the folder in which every run gets one of its own."""

    kind: ExportKind
    path: Path
    runs: Sequence[ReportRun]
    words: ReportWords


class ExportCancelled(Exception):
    """Somebody wants the export no longer; nothing of its present file is left."""


def write_export(order: ExportOrder, is_cancelled: Callable[[], bool] = lambda: False) -> Path:
    """Do it and return the path that it was written to; what was there before stays until the new file is whole.

    Raises: LossvizError if it cannot be written, ExportCancelled as soon as `is_cancelled` says so.
    """

    def watched(pieces: Pieces) -> Iterator[bytes]:
        for piece in pieces:
            if is_cancelled():
                raise ExportCancelled
            yield piece

    try:
        if order.kind == "events":
            write_event_files(order.path, order.runs, time.time(), watched)
        else:
            write_whole(order.path, watched(_pieces(order)))
    except OSError as error:
        raise _not_written(order.path, error) from error
    return order.path


def _pieces(order: ExportOrder) -> Pieces:
    if order.kind == "csv":
        return runs_csv(order.runs)
    if order.kind == "svg":
        return (curves_svg(order.runs, order.words).encode(),)
    return (html_report(order.runs, time.strftime("%Y-%m-%d %H:%M"), order.words).encode(),)


def _not_written(path: Path, error: OSError) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "The runs could not be written to {path}."),
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Nothing was changed there. Choose another folder or free some space."),
        path=path,
        reason=system_reason(error),
    )
