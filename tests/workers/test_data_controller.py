"""DataController: one set after another, and nothing is lost by one that fails."""

import gzip
import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lossviz.core.data.mnist_download import download_mnist
from lossviz.core.data.mnist_mirrors import MnistFile
from lossviz.core.data.mnist_search import candidates_in_order
from lossviz.core.errors import LossvizError
from lossviz.stores.data_store import DataStore
from lossviz.workers import data_controller
from lossviz.workers.data_controller import DataController
from tests.support import http_server
from tests.support.assembly import PATIENCE_MS
from tests.support.digit_files import idx_contents, random_digits, write_idx_folder, write_npz
from tests.support.http_server import Behaviour, LoopbackServer, loopback_server
from tests.support.tiny_runs import tiny_digits

OTHER = random_digits(60, 20)
SERVED = {f"{name}.gz": gzip.compress(content, mtime=0) for name, content in idx_contents(OTHER).items()}
FILES = tuple(
    MnistFile(f"{name}.gz", len(SERVED[f"{name}.gz"]), len(content), hashlib.sha256(content).hexdigest())
    for name, content in idx_contents(OTHER).items()
)


class DataRig:
    """A controller with empty caches in a folder; the built-in digits are the tiny ones."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self.download_folder = folder / "download"
        self.data = DataStore()
        self.controller = DataController(self.data, self.download_folder, folder / "built-in")
        self.chosen: list[Path] = []
        self.controller.folder_chosen.connect(self.chosen.append)

    @property
    def origin(self) -> str:
        """Where the digits in use come from."""
        return self.data.digits.identity.origin if self.data.digits else ""

    def until(self, condition: Callable[[], bool]) -> None:
        """Let frames go by until `condition` holds."""
        self._qtbot.waitUntil(lambda: bool(self.controller.collect() and False) or condition(), timeout=PATIENCE_MS)

    def until_fetched(self) -> None:
        """Wait until nothing is being fetched."""
        self.until(lambda: not self.controller.collect())
        assert self.data.fetching is None

    def search(self, argument: Path | None = None, variable: Path | None = None, last: Path | None = None) -> None:
        """Look in these places, as at the start of the window."""
        named, set_to, chosen = (str(place) if place else None for place in (argument, variable, last))
        self.controller.search(candidates_in_order(named, set_to, chosen, self.download_folder))
        self.until_fetched()


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DataRig]:
    monkeypatch.setattr(data_controller, "cached_built_in_digits", lambda _folder: tiny_digits())
    rig = DataRig(qtbot, tmp_path)
    yield rig
    assert rig.controller.shut_down()
    rig.until_fetched()


def sets_in(folder: Path, *names: str) -> list[Path]:
    return [write_idx_folder(folder / name, OTHER) for name in names]


def test_the_first_place_in_the_order_that_has_digits_is_used(rig: DataRig) -> None:
    argument, variable, last, cache = sets_in(rig.folder, "argument", "variable", "last", "download")
    rig.search(argument, variable, last)
    assert rig.origin == str(argument)
    rig.search(None, variable, last)
    assert rig.origin == str(variable)
    rig.search(None, None, last)
    assert rig.origin == str(last)
    rig.search()
    assert rig.origin == str(cache)
    assert rig.chosen == []


def test_where_no_place_has_digits_the_built_in_ones_are_used(rig: DataRig) -> None:
    rig.search()
    assert rig.data.digits is tiny_digits()
    assert rig.data.problem is None


def test_a_place_that_was_named_and_failed_is_told_of_and_the_search_goes_on(rig: DataRig) -> None:
    (variable,) = sets_in(rig.folder, "variable")
    rig.search(rig.folder / "no such folder", variable)
    assert rig.origin == str(variable)
    assert "no such folder" in str(rig.data.problem)
    assert not rig.controller.was_download


def test_a_folder_or_file_that_is_chosen_is_used_and_remembered(rig: DataRig) -> None:
    (folder,) = sets_in(rig.folder, "folder")
    file = write_npz(rig.folder / "mnist.npz", OTHER)
    for place in (folder, file):
        rig.controller.choose(place)
        assert rig.data.fetching is not None
        rig.until_fetched()
        assert rig.origin == str(place)
    assert rig.chosen == [folder, file]


def test_a_folder_without_digits_keeps_the_set_in_use_and_is_not_remembered(rig: DataRig) -> None:
    rig.search()
    rig.controller.choose(rig.folder)
    rig.until_fetched()
    assert rig.data.digits is tiny_digits()
    assert isinstance(rig.data.problem, LossvizError)
    assert rig.chosen == []


def test_the_next_success_takes_the_problem_away(rig: DataRig) -> None:
    rig.controller.choose(rig.folder)
    rig.until_fetched()
    rig.controller.use_built_in()
    rig.until_fetched()
    assert rig.data.problem is None
    assert rig.data.digits is tiny_digits()


def test_an_unexpected_error_is_a_problem_and_no_silence(
    rig: DataRig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_path: Path) -> None:
        raise ZeroDivisionError("broken reader")

    monkeypatch.setattr(data_controller, "load_digits", fail)
    rig.controller.choose(rig.folder)
    rig.until_fetched()
    assert "broken reader" in str(rig.data.problem)
    assert "broken reader" in caplog.text


def test_of_the_wishes_that_come_while_one_is_fulfilled_the_newest_is_next(rig: DataRig) -> None:
    first, second, third = sets_in(rig.folder, "first", "second", "third")
    origins: list[str] = []
    rig.data.digits_changed.connect(lambda: origins.append(rig.origin))
    for place in (first, second, third):
        rig.controller.choose(place)
    rig.until_fetched()
    assert origins == [str(first), str(third)]
    assert rig.chosen == [first, third]


def test_a_wish_after_one_that_fails_is_fulfilled(rig: DataRig) -> None:
    (folder,) = sets_in(rig.folder, "folder")
    rig.controller.choose(rig.folder / "nothing")
    rig.controller.choose(folder)
    rig.until_fetched()
    assert rig.origin == str(folder)
    assert rig.data.problem is None


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with loopback_server(SERVED) as running:
        yield running


def use_mirrors(monkeypatch: pytest.MonkeyPatch, server: LoopbackServer, behaviours: Sequence[Behaviour]) -> None:
    mirrors = [server.mirror(f"m{number}", behaviour) for number, behaviour in enumerate(behaviours)]
    monkeypatch.setattr(data_controller, "download_mnist", partial(download_mnist, mirrors=mirrors, files=FILES))


def test_a_download_shows_its_progress_and_is_used(
    rig: DataRig, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_mirrors(monkeypatch, server, [http_server.answer_not_found, http_server.serve_whole])
    shares: list[float | None] = []
    rig.data.fetching_changed.connect(lambda: shares.append(rig.data.fetching.share if rig.data.fetching else None))
    rig.controller.download()
    assert rig.controller.was_download
    rig.until_fetched()
    assert rig.origin == str(rig.download_folder)
    known = [share for share in shares if share is not None]
    assert known[0] == 0.0
    assert known == sorted(known)
    assert rig.chosen == []


def test_a_download_that_fails_everywhere_keeps_the_set_in_use(
    rig: DataRig, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.search()
    use_mirrors(monkeypatch, server, [http_server.answer_not_found, http_server.serve_web_page])
    rig.controller.download()
    rig.until_fetched()
    assert rig.data.digits is tiny_digits()
    assert "could not be downloaded" in str(rig.data.problem)


@pytest.mark.parametrize("behaviour", [http_server.stall_before_answering, http_server.stall_at_a_half])
def test_a_cancelled_download_is_no_problem_and_can_be_tried_again(
    rig: DataRig, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch, behaviour: Behaviour
) -> None:
    rig.search()
    use_mirrors(monkeypatch, server, [behaviour])
    rig.controller.download()
    rig.until(server.is_stalling.is_set)
    rig.controller.cancel()
    rig.until_fetched()
    assert rig.data.digits is tiny_digits()
    assert rig.data.problem is None
    use_mirrors(monkeypatch, server, [http_server.serve_whole])
    rig.controller.download()
    rig.until_fetched()
    assert rig.origin == str(rig.download_folder)


def test_what_a_download_left_is_not_taken_for_the_progress_of_the_next_wish(
    rig: DataRig, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    use_mirrors(monkeypatch, server, [http_server.serve_whole])
    rig.controller.download()
    qtbot.waitUntil(lambda: rig.data.fetching is None, timeout=PATIENCE_MS)  # no frame has taken its progress
    may_go_on = threading.Event()
    monkeypatch.setattr(data_controller, "cached_built_in_digits", lambda _: may_go_on.wait() and tiny_digits())
    rig.controller.use_built_in()
    rig.controller.collect()
    assert rig.data.fetching is not None
    assert rig.data.fetching.share is None
    may_go_on.set()
    rig.until_fetched()


def test_shutting_down_ends_a_stalled_download(
    rig: DataRig, server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_mirrors(monkeypatch, server, [http_server.stall_at_a_half])
    rig.controller.download()
    rig.controller.choose(rig.folder)
    rig.until(server.is_stalling.is_set)
    assert rig.controller.shut_down()
    rig.until_fetched()
    assert rig.data.problem is None, "a wish was taken up after the end"


def test_shutting_down_says_when_it_needs_more_time(rig: DataRig, monkeypatch: pytest.MonkeyPatch) -> None:
    may_end = threading.Event()
    monkeypatch.setattr(data_controller, "load_digits", lambda _path: may_end.wait() and OTHER)
    rig.controller.choose(rig.folder)
    assert not rig.controller.shut_down(patience_ms=10)
    may_end.set()
    assert rig.controller.shut_down()
