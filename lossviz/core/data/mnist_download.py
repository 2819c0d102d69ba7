"""Downloads MNIST's four files into a folder, from the first mirror that delivers them."""

import errno
import hashlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

import pooch

from lossviz.core.data.cancellable_transfer import CancellableDownloader, DownloadCancelled, TransferFailedError
from lossviz.core.data.gzip_files import open_raw_or_gzip
from lossviz.core.data.mnist_mirrors import MIRRORS, MNIST_FILES, MnistFile
from lossviz.core.errors import QT_TRANSLATE_NOOP, LossvizError, Phrase
from lossviz.core.system_reasons import system_reason

__all__ = ["DownloadCancelled", "DownloadProgress", "download_mnist"]

STALL_SECONDS = 10.0
_PROGRESS_SECONDS = 0.05
_CHUNK_BYTES = 1 << 20
_DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True)
class DownloadProgress:
    """bytes_done and bytes_total: over all files, those already there included."""

    bytes_done: int
    bytes_total: int


def download_mnist(
    cache: Path,
    on_progress: Callable[[DownloadProgress], None],
    is_cancelled: Callable[[], bool],
    mirrors: Sequence[str] = MIRRORS,
    *,
    files: Sequence[MnistFile] = MNIST_FILES,
    stall_seconds: float = STALL_SECONDS,
) -> Path:
    """Complete the four files in the folder `cache`, which is made if need be, and return the folder.

    Files that are there and genuine stay; any other gets its name only once it is whole and its content verified, so
    that two programs may download into the same folder at once. Blocks; on_progress is called in the caller's thread,
    at most 20 times a second. mirrors: addresses of folders, tried in this order.
    Raises: DownloadCancelled within a tenth of a second of is_cancelled() being true, also while a server stalls;
    LossvizError if every mirror fails or the folder cannot be written.
    """
    # With no checksum of the .gz to compare, pooch recommends one on stderr.
    pooch.get_logger().setLevel(logging.WARNING)
    download = _Download(cache, _Progress(files, on_progress), is_cancelled, list(mirrors), stall_seconds)
    try:
        cache.mkdir(parents=True, exist_ok=True)
        for file in files:
            download.complete(file)
    except OSError as error:
        raise _disk_full_error(cache) if error.errno in _DISK_FULL else _unwritable_error(cache, error) from error
    return cache


class _Progress:
    """Adds up bytes over all files and passes them on, but not too often."""

    def __init__(self, files: Sequence[MnistFile], on_progress: Callable[[DownloadProgress], None]) -> None:
        self._total = sum(file.download_bytes for file in files)
        self._finished = 0
        self._current = 0
        self._on_progress = on_progress
        self._last_report = -_PROGRESS_SECONDS

    def restart_file(self) -> None:
        self._current = 0

    def add(self, byte_count: int) -> None:
        self._current += byte_count
        if monotonic() - self._last_report >= _PROGRESS_SECONDS:
            self._report()

    def finish_file(self, file: MnistFile) -> None:
        self._finished += file.download_bytes
        self._current = 0
        self._report()

    def _report(self) -> None:
        self._last_report = monotonic()
        self._on_progress(DownloadProgress(min(self._finished + self._current, self._total), self._total))


class _Download:
    def __init__(
        self,
        cache: Path,
        progress: _Progress,
        is_cancelled: Callable[[], bool],
        mirrors: list[str],
        stall_seconds: float,
    ) -> None:
        self._cache = cache
        self._progress = progress
        self._is_cancelled = is_cancelled
        self._mirrors = mirrors  # the one that worked last comes first
        self._stall_seconds = stall_seconds

    def complete(self, file: MnistFile) -> None:
        """Raises: DownloadCancelled; LossvizError if every mirror fails; OSError if the folder cannot be written."""
        place = self._cache / file.name
        if not self._is_genuine(place, file):
            place.unlink(missing_ok=True)
            self._fetch_from_any_mirror(file)
        self._progress.finish_file(file)

    def _fetch_from_any_mirror(self, file: MnistFile) -> None:
        problems: list[Phrase] = []
        for mirror in tuple(self._mirrors):
            try:
                self._fetch(file, mirror)
                return
            except TransferFailedError as failure:
                problems.append(_of_server(mirror, failure.reason))
                self._mirrors.remove(mirror)
                self._mirrors.append(mirror)
        raise _every_mirror_failed_error(file, problems)

    def _fetch(self, file: MnistFile, mirror: str) -> None:
        self._progress.restart_file()
        receive = CancellableDownloader(
            max_bytes=file.content_bytes + _CHUNK_BYTES,  # a server may send it decompressed
            stall_seconds=self._stall_seconds,
            is_cancelled=self._is_cancelled,
            on_bytes=self._progress.add,
        )

        def receive_and_verify(url: str, temporary_file: str, pooch_instance: object) -> None:
            receive(url, temporary_file, pooch_instance)
            if not self._is_genuine(Path(temporary_file), file):
                raise TransferFailedError(_what_else(Path(temporary_file)))

        address = f"{mirror.rstrip('/')}/{file.name}"
        pooch.retrieve(address, None, fname=file.name, path=self._cache, downloader=receive_and_verify)

    def _is_genuine(self, place: Path, file: MnistFile) -> bool:
        """Raises: DownloadCancelled."""
        digest = hashlib.sha256()
        bytes_left = file.content_bytes + 1
        try:
            with open_raw_or_gzip(place) as stream:
                while bytes_left and (chunk := stream.read(min(_CHUNK_BYTES, bytes_left))):
                    bytes_left -= len(chunk)
                    digest.update(chunk)
                    if self._is_cancelled():
                        raise DownloadCancelled
        except LossvizError:
            return False
        return digest.hexdigest() == file.content_sha256


def _of_server(mirror: str, reason: Phrase) -> Phrase:
    template = QT_TRANSLATE_NOOP("errors", "{server}: {reason}")
    return Phrase(template, {"server": urlsplit(mirror).netloc, "reason": reason})


def _both(before: Phrase, after: Phrase) -> Phrase:
    return Phrase(QT_TRANSLATE_NOOP("errors", "{before}; {after}"), {"before": before, "after": after})


def _what_else(file: Path) -> Phrase:
    """In few words, what a server sent in place of the file."""
    with file.open("rb") as stream:
        begins_with = stream.read(64).lstrip()
    if begins_with.startswith(b"<"):
        return Phrase(QT_TRANSLATE_NOOP("errors", "sent a web page instead"))
    return Phrase(QT_TRANSLATE_NOOP("errors", "sent a damaged or different file"))


def _every_mirror_failed_error(file: MnistFile, problems: Sequence[Phrase]) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "MNIST could not be downloaded."),
        QT_TRANSLATE_NOOP("errors", "No server delivered {file} ({problems})."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Please check the network and try again; what has arrived is kept. Or copy MNIST's four files from another "
            "computer and choose their folder.",
        ),
        file=file.name,
        problems=reduce(_both, problems),
    )


def _disk_full_error(cache: Path) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "MNIST could not be saved in {folder}."),
        QT_TRANSLATE_NOOP("errors", "The disk is full, or your share of it is."),
        QT_TRANSLATE_NOOP("errors", "Please free 12 MB there and try again."),
        folder=cache,
    )


def _unwritable_error(cache: Path, error: OSError) -> LossvizError:
    return LossvizError(
        QT_TRANSLATE_NOOP("errors", "MNIST could not be saved in {folder}."),
        QT_TRANSLATE_NOOP("errors", "The system says: {reason}."),
        QT_TRANSLATE_NOOP("errors", "Please make the folder writable, or choose a folder that has MNIST already."),
        folder=cache,
        reason=system_reason(error),
    )
