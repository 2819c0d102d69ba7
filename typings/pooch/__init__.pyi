import logging
from collections.abc import Callable
from os import PathLike
from typing import Protocol

class _ByteSink(Protocol):
    def write(self, chunk: bytes, /) -> int: ...
    def flush(self) -> None: ...

def retrieve(
    url: str,
    known_hash: str | None,
    fname: str | None = None,
    path: str | PathLike[str] | None = None,
    *,
    downloader: Callable[[str, str, object], None] | None = None,
) -> str: ...
def get_logger() -> logging.Logger: ...

class HTTPDownloader:
    def __init__(self, progressbar: bool = False, chunk_size: int = 1024, *, timeout: float = ...) -> None: ...
    def __call__(self, url: str, output_file: str | _ByteSink, pooch: object) -> None: ...
