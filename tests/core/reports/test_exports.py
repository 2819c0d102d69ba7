"""Exports: whole or not at all, and failures in words."""

import itertools
from pathlib import Path

import pytest

from lossviz.core.errors import LossvizError
from lossviz.core.reports.exports import ExportCancelled, ExportKind, ExportOrder, write_export
from lossviz.core.reports.setting_words import ReportWords
from tests.support.report_runs import report_run

BEGINNINGS: dict[ExportKind, bytes] = {"csv": b"run,step,", "html": b"<!DOCTYPE html>", "svg": b"<svg xmlns="}


def order(kind: ExportKind, path: Path, steps: int = 30) -> ExportOrder:
    return ExportOrder(kind, path, [report_run(steps=steps), report_run("two", steps=steps)], ReportWords())


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_a_file_of_every_kind_is_written(kind: ExportKind, tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert write_export(order(kind, path)) == path
    assert path.read_bytes().startswith(BEGINNINGS[kind])


def test_event_files_stand_in_a_folder_for_each_run(tmp_path: Path) -> None:
    write_export(order("events", tmp_path / "logs"))
    assert sorted(path.name for path in (tmp_path / "logs").iterdir()) == ["Run 1", "two"]


@pytest.mark.parametrize("kind", ["csv", "html", "svg", "events"])
def test_a_place_that_cannot_be_written_is_told_in_words(kind: ExportKind, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LossvizError, match="a part of the path is a file"):
        write_export(order(kind, tmp_path / "file" / "below"))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("kind", ["csv", "events"])
def test_what_is_cancelled_on_the_way_leaves_nothing(kind: ExportKind, tmp_path: Path) -> None:
    asked = itertools.count()
    with pytest.raises(ExportCancelled):
        write_export(order(kind, tmp_path / "place", steps=3000), lambda: next(asked) >= 2)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
