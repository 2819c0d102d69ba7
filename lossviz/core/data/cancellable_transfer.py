"""A downloader for pooch that can be cancelled at once and gives up on a server that stalls.

pooch's own downloader sits in name look-up, connecting or a socket read and hears nothing meanwhile. So it runs in a
thread of its own that hands over what it receives; the caller's thread writes the file and never waits longer than
_POLL_SECONDS. A thread that is given up ends by itself when its socket times out.
"""

import threading
from collections.abc import Callable, Iterator
from http.client import HTTPException
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

import pooch

from lossviz.core.errors import QT_TRANSLATE_NOOP, Phrase

_POLL_SECONDS = 0.05
_CHUNK_BYTES = 1 << 13  # so small that a slow line, 1 kB/s, still shows a sign of life every 8 s


class DownloadCancelled(Exception):
    """The person who started the download has cancelled it."""


class TransferFailedError(Exception):
    """One server did not deliver one file. reason: in few words, e.g. "404 Not Found"."""

    def __init__(self, reason: Phrase) -> None:
        self.reason = reason
        super().__init__(reason)


class CancellableDownloader:
    """Called by pooch.retrieve with the address and the temporary file to fill."""

    def __init__(
        self,
        max_bytes: int,
        stall_seconds: float,
        is_cancelled: Callable[[], bool],
        on_bytes: Callable[[int], None],
    ) -> None:
        """max_bytes: no file is larger. on_bytes: told the number of bytes just written."""
        self._max_bytes = max_bytes
        self._stall_seconds = stall_seconds
        self._is_cancelled = is_cancelled
        self._on_bytes = on_bytes

    def __call__(self, url: str, output_file: str, _pooch: object) -> None:
        """Raises: DownloadCancelled; TransferFailedError; OSError if the file cannot be written."""
        inbox = _Inbox(self._max_bytes)
        receiver = threading.Thread(
            target=_receive, args=(url, inbox, self._stall_seconds), name="mnist-download", daemon=True
        )
        receiver.start()
        try:
            with Path(output_file).open("wb") as file:
                for chunk in self._chunks(inbox):
                    file.write(chunk)
                    self._on_bytes(len(chunk))
        finally:
            inbox.abandon()

    def _chunks(self, inbox: "_Inbox") -> Iterator[bytes]:
        last_sign_of_life = monotonic()
        while not self._is_cancelled():
            try:
                arrived = inbox.arrivals.get(timeout=_POLL_SECONDS)
            except Empty:
                if monotonic() - last_sign_of_life > self._stall_seconds:
                    raise TransferFailedError(_no_answer(self._stall_seconds)) from None
                continue
            if isinstance(arrived, _End):
                arrived.raise_if_failed()
                return
            last_sign_of_life = monotonic()
            yield arrived
        raise DownloadCancelled


class _End:
    """The last arrival. failure: in few words, or None if the server has sent everything."""

    def __init__(self, failure: Phrase | None) -> None:
        self.failure = failure

    def raise_if_failed(self) -> None:
        if self.failure is not None:
            raise TransferFailedError(self.failure)


class _AbandonedError(Exception):
    """Nobody waits for these bytes any more."""


class _Inbox:
    """What the receiving thread writes to as if to a file."""

    def __init__(self, max_bytes: int) -> None:
        self.arrivals: SimpleQueue[bytes | _End] = SimpleQueue()
        self.received_bytes = 0
        self._max_bytes = max_bytes
        self._is_abandoned = threading.Event()

    def abandon(self) -> None:
        self._is_abandoned.set()

    def write(self, chunk: bytes) -> int:
        self.received_bytes += len(chunk)
        if self._is_abandoned.is_set():
            raise _AbandonedError
        if self.received_bytes > self._max_bytes:
            raise TransferFailedError(Phrase(QT_TRANSLATE_NOOP("errors", "sent more than the whole file")))
        self.arrivals.put(chunk)
        return len(chunk)

    def flush(self) -> None:
        """Nothing is held back."""


def _receive(url: str, inbox: _Inbox, stall_seconds: float) -> None:
    failure: Phrase | None = Phrase(QT_TRANSLATE_NOOP("errors", "an unexpected error"))
    try:
        pooch.HTTPDownloader(chunk_size=_CHUNK_BYTES, timeout=stall_seconds + 1)(url, inbox, None)
        failure = None
    except _AbandonedError:
        pass
    except TransferFailedError as error:
        failure = error.reason
    except (OSError, ValueError, HTTPException) as error:  # requests' errors are OSErrors
        failure = _in_few_words(error, inbox.received_bytes)
    finally:
        inbox.arrivals.put(_End(failure))


def _in_few_words(error: Exception, received_bytes: int) -> Phrase:
    response = getattr(error, "response", None)
    if response is not None:
        return Phrase("{status} {answer}", {"status": response.status_code, "answer": response.reason})
    if not received_bytes:
        return Phrase(QT_TRANSLATE_NOOP("errors", "no connection"))
    return Phrase(QT_TRANSLATE_NOOP("errors", "cut off after {count:,} bytes"), {"count": received_bytes})


def _no_answer(seconds: float) -> Phrase:
    return Phrase(QT_TRANSLATE_NOOP("errors", "no answer for {seconds:g} s"), {"seconds": seconds})
