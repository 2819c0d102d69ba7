"""RunExporter: orders are carried out one after the other, off the window's thread."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from lossviz.core.errors import LossvizError
from lossviz.core.reports.exports import ExportKind, ExportOrder, write_export
from lossviz.core.reports.setting_words import ReportWords
from lossviz.workers import run_exporter
from lossviz.workers.run_exporter import RunExporter
from tests.support.assembly import PATIENCE_MS
from tests.support.report_runs import report_run


@pytest.fixture
def exporter() -> Iterator[RunExporter]:
    exporter = RunExporter()
    yield exporter
    assert exporter.shut_down()


def order(path: Path, kind: ExportKind = "csv", steps: int = 20) -> ExportOrder:
    return ExportOrder(kind, path, [report_run(steps=steps)], ReportWords())


def test_orders_are_carried_out_one_after_the_other(exporter: RunExporter, tmp_path: Path, qtbot: QtBot) -> None:
    told: list[Path] = []
    exporter.exported.connect(told.append)
    orders: tuple[tuple[str, ExportKind], ...] = (("a.csv", "csv"), ("b.html", "html"), ("c.svg", "svg"))
    for name, kind in orders:
        exporter.export(order(tmp_path / name, kind))
    qtbot.waitUntil(lambda: len(told) == 3, timeout=PATIENCE_MS)
    assert told == [tmp_path / "a.csv", tmp_path / "b.html", tmp_path / "c.svg"]
    assert sorted(tmp_path.iterdir()) == told


def test_a_failure_is_told_and_the_next_order_is_carried_out(
    exporter: RunExporter, tmp_path: Path, qtbot: QtBot
) -> None:
    failed: list[LossvizError] = []
    exporter.failed.connect(failed.append)
    exporter.export(order(tmp_path / "no folder" / "a.csv"))
    with qtbot.waitSignal(exporter.exported, timeout=PATIENCE_MS):
        exporter.export(order(tmp_path / "b.csv"))
    (error,) = failed
    assert "no such file" in str(error)


def test_the_window_can_close_in_the_middle_of_an_export_and_nothing_is_left(
    exporter: RunExporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_when_cancelled(order: ExportOrder, is_cancelled: object) -> Path:
        assert callable(is_cancelled)
        while not is_cancelled():
            QThread.yieldCurrentThread()
        return write_export(order, is_cancelled)

    monkeypatch.setattr(run_exporter, "write_export", write_when_cancelled)
    exporter.export(order(tmp_path / "a.csv"))
    exporter.export(order(tmp_path / "b.csv"))
    assert exporter.shut_down()
    assert list(tmp_path.iterdir()) == []
