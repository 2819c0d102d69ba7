import gzip
import hashlib
import random
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from lossviz.core.data.mnist_download import DownloadCancelled, DownloadProgress, download_mnist
from lossviz.core.data.mnist_files import load_digits
from lossviz.core.data.mnist_mirrors import MIRRORS, MNIST_FILES, MnistFile
from lossviz.core.errors import LossvizError
from tests.support import http_server
from tests.support.digit_files import idx_contents, random_digits
from tests.support.http_server import Behaviour, LoopbackServer, loopback_server
from tests.support.mnist_location import real_mnist

DIGITS = random_digits(600, 300)
CONTENTS = {f"{name}.gz": content for name, content in idx_contents(DIGITS).items()}
SERVED = {name: gzip.compress(content, mtime=0) for name, content in CONTENTS.items()}
FILES = tuple(
    MnistFile(name, len(SERVED[name]), len(content), hashlib.sha256(content).hexdigest())
    for name, content in CONTENTS.items()
)
TOTAL_BYTES = sum(file.download_bytes for file in FILES)

# So short only where the test waits for it: on a busy machine a good server may take longer.
SHORT_STALL_SECONDS = 0.2
LONG_STALL_SECONDS = 60.0


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[LoopbackServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with loopback_server(SERVED) as running:
        yield running


def never() -> bool:
    return False


def ignore(_progress: DownloadProgress) -> None:
    pass


def download(
    cache: Path,
    *mirrors: str,
    on_progress: Callable[[DownloadProgress], None] = ignore,
    is_cancelled: Callable[[], bool] = never,
    stall_seconds: float = LONG_STALL_SECONDS,
) -> Path:
    return download_mnist(cache, on_progress, is_cancelled, mirrors, files=FILES, stall_seconds=stall_seconds)


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def assert_complete(cache: Path) -> None:
    assert names_in(cache) == sorted(SERVED)
    assert load_digits(cache).identity.sha256 == DIGITS.identity.sha256


def test_the_four_files_arrive_in_a_new_folder(server: LoopbackServer, tmp_path: Path) -> None:
    cache = tmp_path / "new" / "学生 1"
    assert download(cache, server.mirror("good", http_server.serve_whole)) == cache
    assert_complete(cache)


BAD_MIRRORS = [
    (http_server.cut_at_a_third, "cut off after"),
    (http_server.stall_before_answering, "no answer for 0.2 s"),
    (http_server.stall_at_a_half, "no answer for 0.2 s"),
    (http_server.answer_not_found, "404 Not Found"),
    (http_server.serve_web_page, "sent a web page instead"),
    (http_server.redirect_to_web_page, "sent a web page instead"),
    (http_server.serve_wrong_bytes, "sent a damaged or different file"),
    (http_server.serve_without_end, "sent more than the whole file"),
]


@pytest.mark.parametrize(("behaviour", "problem"), BAD_MIRRORS, ids=[mirror.__name__ for mirror, _ in BAD_MIRRORS])
def test_a_bad_mirror_is_named_and_leaves_nothing_behind(
    server: LoopbackServer, tmp_path: Path, behaviour: Behaviour, problem: str
) -> None:
    stall_seconds = SHORT_STALL_SECONDS if "no answer" in problem else LONG_STALL_SECONDS
    with pytest.raises(LossvizError, match=f"127.0.0.1:{server.server_port}: {problem}"):
        download(tmp_path, server.mirror("bad", behaviour), stall_seconds=stall_seconds)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(("behaviour", "problem"), BAD_MIRRORS, ids=[mirror.__name__ for mirror, _ in BAD_MIRRORS])
def test_after_a_bad_mirror_comes_the_next(
    server: LoopbackServer, tmp_path: Path, behaviour: Behaviour, problem: str
) -> None:
    stall_seconds = 5 * SHORT_STALL_SECONDS if "no answer" in problem else LONG_STALL_SECONDS
    mirrors = server.mirror("bad", behaviour), server.mirror("good", http_server.serve_whole)
    download(tmp_path, *mirrors, stall_seconds=stall_seconds)
    assert_complete(tmp_path)
    # What failed once is asked again only if the others fail too.
    assert [path.split("/")[1] for path in server.requested_paths].count("bad") == 1


def test_without_a_network_every_mirror_is_named(server: LoopbackServer, tmp_path: Path) -> None:
    server.server_close()
    dead = server.mirror("any", http_server.serve_whole)
    with pytest.raises(LossvizError, match=r"no connection; .*: no connection"):
        download(tmp_path, dead, dead)


def test_a_mirror_that_sends_the_file_decompressed_is_as_good(server: LoopbackServer, tmp_path: Path) -> None:
    download(tmp_path, server.mirror("decompressing", http_server.serve_decompressed_by_header))
    assert_complete(tmp_path)


def test_good_files_are_not_fetched_again_and_bad_ones_are(server: LoopbackServer, tmp_path: Path) -> None:
    good, bad, *_ = SERVED
    (tmp_path / good).write_bytes(gzip.compress(CONTENTS[good], compresslevel=1))
    (tmp_path / bad).write_bytes(SERVED[bad][:-1])
    kept = (tmp_path / good).read_bytes()
    download(tmp_path, server.mirror("good", http_server.serve_whole))
    assert sorted(path.split("/")[-1] for path in server.requested_paths) == sorted(set(SERVED) - {good})
    assert (tmp_path / good).read_bytes() == kept
    assert_complete(tmp_path)


def test_a_second_try_takes_up_where_the_first_failed(server: LoopbackServer, tmp_path: Path) -> None:
    last = list(SERVED)[-1]

    def lack_the_last(handler: http_server.Handler, content: bytes) -> None:
        answer = http_server.answer_not_found if handler.path.endswith(last) else http_server.serve_whole
        answer(handler, content)

    with pytest.raises(LossvizError, match=last):
        download(tmp_path, server.mirror("incomplete", lack_the_last))
    assert names_in(tmp_path) == sorted(set(SERVED) - {last})
    server.requested_paths.clear()
    download(tmp_path, server.mirror("good", http_server.serve_whole))
    assert server.requested_paths == [f"/good/{last}"]


@pytest.mark.parametrize("behaviour", [http_server.stall_before_answering, http_server.stall_at_a_half])
def test_a_cancel_is_heard_while_the_server_stalls(
    server: LoopbackServer, tmp_path: Path, behaviour: Behaviour
) -> None:
    with pytest.raises(DownloadCancelled):
        download(
            tmp_path,
            server.mirror("stalling", behaviour),
            is_cancelled=server.is_stalling.is_set,
        )
    assert not server.is_closing.is_set()  # the server still keeps us waiting
    assert names_in(tmp_path) == []


def test_a_cancel_half_way_leaves_only_whole_files(server: LoopbackServer, tmp_path: Path) -> None:
    shares: list[float] = []
    with pytest.raises(DownloadCancelled):
        download(
            tmp_path,
            server.mirror("good", http_server.serve_whole),
            on_progress=lambda progress: shares.append(progress.bytes_done / progress.bytes_total),
            is_cancelled=lambda: bool(shares) and shares[-1] >= 0.5,
        )
    assert shares[-1] < 1
    assert set(names_in(tmp_path)) < set(SERVED)


def test_a_cancel_before_the_start_asks_no_server(server: LoopbackServer, tmp_path: Path) -> None:
    with pytest.raises(DownloadCancelled):
        download(tmp_path, server.mirror("good", http_server.serve_whole), is_cancelled=lambda: True)
    assert names_in(tmp_path) == []


def test_progress_rises_to_all_bytes_of_all_files(server: LoopbackServer, tmp_path: Path) -> None:
    reports: list[DownloadProgress] = []
    download(tmp_path, server.mirror("good", http_server.serve_whole), on_progress=reports.append)
    done = [report.bytes_done for report in reports]
    assert done == sorted(done)
    assert reports[-1] == DownloadProgress(TOTAL_BYTES, TOTAL_BYTES)


def test_progress_is_not_reported_for_every_chunk(
    server: LoopbackServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lossviz.core.data.mnist_download.monotonic", lambda: 1.0)  # all happens at once
    reports: list[DownloadProgress] = []
    download(tmp_path, server.mirror("good", http_server.serve_whole), on_progress=reports.append)
    assert TOTAL_BYTES > 10 * 8192
    assert len(reports) == 1 + len(FILES)  # the first chunk and the end of each file


def test_progress_is_reported_in_the_callers_thread(server: LoopbackServer, tmp_path: Path) -> None:
    threads: set[threading.Thread] = set()
    download(
        tmp_path,
        server.mirror("good", http_server.serve_whole),
        on_progress=lambda _: threads.add(threading.current_thread()),
    )
    assert threads == {threading.current_thread()}


def test_two_downloads_into_one_folder_at_once_both_succeed(server: LoopbackServer, tmp_path: Path) -> None:
    both_have_begun = threading.Barrier(2, timeout=30)
    first = next(iter(SERVED))

    def serve_at_once(handler: http_server.Handler, content: bytes) -> None:
        if handler.path.endswith(first):
            both_have_begun.wait()
        http_server.serve_whole(handler, content)

    mirror = server.mirror("good", serve_at_once)
    with ThreadPoolExecutor(2) as pool:
        downloads = [pool.submit(download, tmp_path, mirror) for _ in range(2)]
    assert [each.result() for each in downloads] == [tmp_path, tmp_path]
    assert_complete(tmp_path)


def test_a_folder_that_cannot_be_made_is_an_error_for_people(server: LoopbackServer, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LossvizError, match="make the folder writable"):
        download(tmp_path / "file" / "cache", server.mirror("good", http_server.serve_whole))
    assert server.requested_paths == []


def test_a_full_disk_is_an_error_for_people_and_leaves_nothing(server: LoopbackServer, tmp_path: Path) -> None:
    with files_no_longer_than(10_000), pytest.raises(LossvizError, match="disk is full"):
        download(tmp_path, server.mirror("good", http_server.serve_whole))
    assert names_in(tmp_path) == []


@contextmanager
def files_no_longer_than(byte_count: int) -> Iterator[None]:
    """The system refuses to write more to any file, as it does when a quota is used up."""
    if sys.platform == "win32":
        pytest.skip("Windows has no limit on the length of files")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte_count, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_random_cuts_never_leave_a_damaged_file(server: LoopbackServer, tmp_path: Path) -> None:
    chance = random.Random(0)

    def cut_anywhere(handler: http_server.Handler, content: bytes) -> None:
        handler.send_head(200, len(content))
        handler.wfile.write(content[: chance.randrange(len(content))])

    for _ in range(20):
        with pytest.raises(LossvizError):
            download(tmp_path, server.mirror("cutting", cut_anywhere))
        assert names_in(tmp_path) == []


def test_the_mirrors_are_encrypted_and_differ() -> None:
    assert all(mirror.startswith("https://") and mirror.endswith("/") for mirror in MIRRORS)
    assert len({mirror.split("/")[2] for mirror in MIRRORS}) == len(MIRRORS)


def test_the_real_mnist_is_what_is_asked_for() -> None:
    for file in MNIST_FILES:
        stored = real_mnist() / file.name
        content = gzip.decompress(stored.read_bytes()) if stored.exists() else stored.with_suffix("").read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file.content_bytes, file.content_sha256)
