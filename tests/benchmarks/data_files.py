"""How long opening each data format takes, how much memory, and how soon a stalling download hears a cancel.

Run as `python -m tests.benchmarks.data_files`; needs the real MNIST in $LOSSVIZ_MNIST or ../shared/mnist.
"""

import gzip
import multiprocessing
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np

from lossviz.core.data.digits import Digits, LabelledImages
from lossviz.core.data.mnist_download import DownloadCancelled, download_mnist
from lossviz.core.data.mnist_files import load_digits
from tests.support.digit_files import training_set
from tests.support.http_server import loopback_server, stall_at_a_half, stall_before_answering
from tests.support.mnist_location import real_mnist

_CANCELS = 50


def main() -> None:
    source = real_mnist()
    digits = load_digits(source)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _report_loading("IDX, as found", source)
        _report_loading("npz", _npz(folder, digits))
        _report_loading("JSON, v/256", _course_json(folder, digits))
        for behaviour in (stall_before_answering, stall_at_a_half):
            with loopback_server({"train-images-idx3-ubyte.gz": bytes(1 << 16)}) as server:
                mirror = server.mirror("stalling", behaviour)
                latencies = [_cancel_latency_ms(folder / "cache", mirror, delay / 100) for delay in range(_CANCELS)]
            _write(f"cancel, {behaviour.__name__}: median {np.median(latencies):.0f} ms, most {max(latencies):.0f} ms")


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _report_loading(name: str, path: Path) -> None:
    """In a process of its own, so that its peak memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        seconds, peak_mb = pool.apply(_load_measured, (path,))
    _write(f"{name:<14} {seconds:6.2f} s   peak {peak_mb:4.0f} MB more than before, of which the digits are 55 MB")


def _load_measured(path: Path) -> tuple[float, float]:
    before_mb = _peak_mb()
    start = time.perf_counter()
    load_digits(path)
    return time.perf_counter() - start, _peak_mb() - before_mb


def _peak_mb() -> float:
    """Linux only: getrusage's figure includes that of the process which started this one."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmHWM")), float("nan"))


def _npz(folder: Path, digits: Digits) -> Path:
    training = training_set(digits)
    file = folder / "mnist.npz"
    np.savez_compressed(
        file,
        x_train=training.images_u8,
        y_train=training.labels.astype(np.uint8),
        x_test=digits.test.images_u8,
        y_test=digits.test.labels.astype(np.uint8),
    )
    return file


def _course_json(folder: Path, digits: Digits) -> Path:
    spellings = [repr(level / 256) for level in range(256)]
    sets = ", ".join(_set_text(part, spellings) for part in (digits.train, digits.validation, digits.test))
    file = folder / "mnist.json.gz"
    file.write_bytes(gzip.compress(f"[{sets}]".encode(), compresslevel=1))
    return file


def _set_text(part: LabelledImages, spellings: list[str]) -> str:
    rows = part.images_u8.reshape(len(part), -1).tolist()
    images = ", ".join(f"[{', '.join([spellings[level] for level in row])}]" for row in rows)
    return f"[[{images}], {part.labels.tolist()}]"


def _cancel_latency_ms(cache: Path, mirror: str, delay_seconds: float) -> float:
    is_cancelled = threading.Event()
    cancelled_at: list[float] = []

    def cancel() -> None:
        cancelled_at.append(time.perf_counter())
        is_cancelled.set()

    timer = threading.Timer(delay_seconds, cancel)
    timer.start()
    try:
        download_mnist(cache, lambda _: None, is_cancelled.is_set, [mirror])
    except DownloadCancelled:
        return (time.perf_counter() - cancelled_at[0]) * 1000
    finally:
        timer.join()
    raise AssertionError("a server that stalls cannot have delivered")


if __name__ == "__main__":
    os.environ.setdefault("NO_PROXY", "127.0.0.1")
    main()
