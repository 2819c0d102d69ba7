"""Finds, loads and downloads data sets on a thread, and hands them to the data store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from lossviz.core.built_in.stroke_digit_cache import cached_built_in_digits
from lossviz.core.data.digits import Digits
from lossviz.core.data.mnist_download import DownloadCancelled, DownloadProgress, download_mnist
from lossviz.core.data.mnist_files import load_digits
from lossviz.core.data.mnist_search import Candidate, find_digits
from lossviz.core.errors import LossvizError
from lossviz.core.latest_value import LatestValue
from lossviz.stores.data_store import DataStore, Fetching
from lossviz.workers.task_runner import TaskRunner


@dataclass(frozen=True, eq=False)
class _Loaded:
    digits: Digits | None  # None if the download was cancelled
    problems: tuple[LossvizError, ...] = ()


@dataclass(frozen=True, eq=False)
class _Wish:
    """chosen: the place that the digits are to come from, where a person named one."""

    work: Callable[[], _Loaded]
    fetching: Fetching
    chosen: Path | None = None


class DataController(QObject):
    """One thing at a time: of the wishes that come meanwhile the newest is taken up next. Lives in the window's thread.

    download_folder, built_in_folder: caches of this user.
    """

    folder_chosen = Signal(object)  # Path, once digits were loaded from it

    def __init__(self, data: DataStore, download_folder: Path, built_in_folder: Path) -> None:
        super().__init__()
        self._data = data
        self._download_folder = download_folder
        self._built_in_folder = built_in_folder
        self._wish: _Wish | None = None
        self._next_wish: _Wish | None = None
        self._progress: LatestValue[DownloadProgress] = LatestValue()
        self._tasks = TaskRunner()
        self._tasks.done.connect(self._on_done)
        self._tasks.failed.connect(self._on_failed)

    @property
    def was_download(self) -> bool:
        """Whether the last wish was to download."""
        return self._wish is not None and self._wish.fetching.is_download

    def search(self, candidates: Sequence[Candidate]) -> None:
        """Use the digits in the first place that has any, else the built-in ones."""
        self._fetch(_Wish(lambda: self._found(candidates), Fetching(is_download=False, share=None)))

    def choose(self, path: Path) -> None:
        """Use the digits in `path`, a folder or a file."""
        self._fetch(_Wish(lambda: _Loaded(load_digits(path)), Fetching(is_download=False, share=None), path))

    def use_built_in(self) -> None:
        """Use the built-in digits."""
        self._fetch(_Wish(lambda: _Loaded(self._built_in()), Fetching(is_download=False, share=None)))

    def download(self) -> None:
        """Fetch MNIST from the first mirror that works, and use it."""
        self._fetch(_Wish(self._downloaded, Fetching(is_download=True, share=0.0)))

    def cancel(self) -> None:
        """Give the download up; the data in use stay."""
        self._tasks.cancel()

    def collect(self) -> bool:
        """Pull the progress of a download; called once a frame. True while something is being fetched."""
        progress, fetching = self._progress.take(), self._data.fetching
        if progress and fetching:
            self._data.set_fetching(replace(fetching, share=progress.bytes_done / progress.bytes_total))
        return self._tasks.is_busy

    def shut_down(self, patience_ms: int = 3000) -> bool:
        """Cancel and wait for the thread; True if it has ended."""
        self._next_wish = None
        return self._tasks.shut_down(patience_ms)

    def _fetch(self, wish: _Wish) -> None:
        if self._tasks.is_busy:
            self._next_wish = wish
            return
        self._wish = wish
        self._progress.take()  # what an earlier download may have left
        with self._data.editing():
            self._data.set_problem(None)
            self._data.set_fetching(wish.fetching)
        self._tasks.start(wish.work)

    def _found(self, candidates: Sequence[Candidate]) -> _Loaded:
        result = find_digits(candidates)
        digits = result.digits or self._built_in()
        return _Loaded(digits, tuple(problem.error for problem in result.problems))

    def _built_in(self) -> Digits:
        return cached_built_in_digits(self._built_in_folder)

    def _downloaded(self) -> _Loaded:
        try:
            folder = download_mnist(self._download_folder, self._progress.put, self._tasks.is_cancelled)
        except DownloadCancelled:
            return _Loaded(None)
        return _Loaded(load_digits(folder))

    @Slot(object)
    def _on_done(self, loaded: _Loaded) -> None:
        self._data.set_fetching(None)
        with self._data.editing():
            if loaded.digits:
                self._data.set_digits(loaded.digits)
            if loaded.problems:
                self._data.set_problem(loaded.problems[0])
        if self._wish and self._wish.chosen:
            self.folder_chosen.emit(self._wish.chosen)
        self._fetch_next()

    @Slot(object)
    def _on_failed(self, error: LossvizError) -> None:
        self._data.set_fetching(None)
        self._data.set_problem(error)
        self._fetch_next()

    def _fetch_next(self) -> None:
        wish, self._next_wish = self._next_wish, None
        if wish:
            self._fetch(wish)
