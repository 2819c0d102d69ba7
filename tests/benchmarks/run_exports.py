"""How long a run of many steps takes to be exported: python -m tests.benchmarks.run_exports [steps]."""

import sys
import tempfile
import time
from pathlib import Path

from lossviz.core.reports.exports import ExportKind, ExportOrder, write_export
from lossviz.core.reports.setting_words import ReportWords
from tests.support.report_runs import report_run

KINDS: tuple[ExportKind, ...] = ("csv", "html", "svg", "events")


def main(steps: int) -> None:
    """Write each kind once and print its time and size."""
    runs = [report_run("run", steps)]
    sys.stdout.write(f"{steps:,} steps\n")
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            path = Path(folder) / kind
            start = time.perf_counter()
            write_export(ExportOrder(kind, path, runs, ReportWords()))
            seconds = time.perf_counter() - start
            files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
            megabytes = sum(file.stat().st_size for file in files) / 1e6
            sys.stdout.write(f"{kind:8}{seconds:8.2f} s{megabytes:8.2f} MB\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
