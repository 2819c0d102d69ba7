"""Runs as a folder for TensorBoard: below it a folder for each run, which TensorBoard shows under its name."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from lossviz.core.reports.event_records import scalars_record, text_record, version_record
from lossviz.core.reports.report_run import ReportRun
from lossviz.core.training.metric_log import Evaluation
from lossviz.core.whole_files import write_whole

_STEPS_AT_ONCE = 500
_LONGEST_NAME = 60
_UNFIT = re.compile(r"[^\w .,()+=-]+")  # for the name of a folder on one of the three systems

Pieces = Iterable[bytes]


def write_event_files(
    folder: Path,
    runs: Sequence[ReportRun],
    wall_time: float,
    watched: Callable[[Pieces], Pieces] = lambda pieces: pieces,
) -> list[Path]:
    """Write each run into a new folder of its name below `folder`; the paths of the files.

    wall_time: seconds since 1970; the files say that everything happened then, as a log knows no times.
    watched: sees the pieces of every file on their way.

    Raises: OSError if the folder cannot be written or the disk is full; the files before that one stay.
    """
    files = []
    for run in runs:
        place = _new_folder(folder, folder_name(run.name))
        file = place / f"events.out.tfevents.{int(wall_time)}.lossviz"
        try:
            write_whole(file, watched(event_pieces(run, wall_time)))
        finally:
            if not file.exists():
                place.rmdir()
        files.append(file)
    return files


def event_pieces(run: ReportRun, wall_time: float) -> Iterator[bytes]:
    """The content of a run's event file in pieces."""
    yield version_record(wall_time)
    yield text_record(wall_time, "settings", _settings_table(run))
    columns = run.log.columns()
    for start in range(0, len(columns.losses), _STEPS_AT_ONCE):
        stretch = slice(start, start + _STEPS_AT_ONCE)
        pairs = zip(columns.losses[stretch].tolist(), columns.accuracies[stretch].tolist(), strict=True)
        yield b"".join(
            scalars_record(wall_time, step, {"loss/batch": loss, "accuracy/batch": accuracy})
            for step, (loss, accuracy) in enumerate(pairs, start=start + 1)
        )
    for evaluation in run.log.evaluations:
        yield _evaluation_record(wall_time, evaluation, "validation")
    if run.test:
        yield _evaluation_record(wall_time, run.test, "test")


def folder_name(name: str) -> str:
    """`name` without what a folder's name cannot hold on some system."""
    kept = _UNFIT.sub("_", name).strip(" .")[:_LONGEST_NAME].rstrip(" .")
    return kept or "run"


def _new_folder(parent: Path, name: str) -> Path:
    count = 1
    while True:
        place = parent / (name if count == 1 else f"{name} ({count})")
        try:
            place.mkdir(parents=True)
        except FileExistsError:  # never into a folder with events: TensorBoard would join the two runs
            count += 1
        else:
            return place


def _evaluation_record(wall_time: float, evaluation: Evaluation, part: str) -> bytes:
    values = {f"loss/{part}": evaluation.loss, f"accuracy/{part}": evaluation.accuracy}
    return scalars_record(wall_time, evaluation.step, values)


def _settings_table(run: ReportRun) -> str:
    facts = {**run.settings.as_dict(), "data": run.data.name, **run.made_with}
    rows = [f"| {name} | {str(value).replace('|', '/')} |" for name, value in facts.items()]
    return "\n".join(["| setting | value |", "|---|---|", *rows])
