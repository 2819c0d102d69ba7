"""A real HTTP server on loopback that serves files, well or badly."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WEB_PAGE = b"<!DOCTYPE html>\n<html><body>Please sign in to use this network</body></html>"


class Handler(BaseHTTPRequestHandler):
    """One request. A behaviour answers it with the methods below."""

    server: "LoopbackServer"

    def do_GET(self) -> None:
        self.server.requested_paths.append(self.path)
        mirror, _, name = self.path.lstrip("/").partition("/")
        with suppress(ConnectionError):  # a client that cancels hangs up
            self.server.behaviours[mirror](self, self.server.files.get(name, b""))

    def log_message(self, format: str, *args: object) -> None:
        """Be silent."""

    def send_head(self, status: int, byte_count: int, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(byte_count))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def stall(self) -> None:
        """Hold the line without a word until the server closes."""
        self.wfile.flush()
        self.server.is_stalling.set()
        self.server.is_closing.wait()


Behaviour = Callable[[Handler, bytes], None]


class LoopbackServer(ThreadingHTTPServer):
    """behaviours: how each mirror, the first part of a path, answers. files: content by name."""

    daemon_threads = False  # server_close() waits for them

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files = files
        self.behaviours: dict[str, Behaviour] = {}
        self.requested_paths: list[str] = []
        self.is_stalling = threading.Event()
        self.is_closing = threading.Event()

    def mirror(self, name: str, behaviour: Behaviour) -> str:
        """The address of a mirror that answers like `behaviour`."""
        self.behaviours[name] = behaviour
        return f"http://127.0.0.1:{self.server_port}/{name}/"


@contextmanager
def loopback_server(files: dict[str, bytes]) -> Iterator[LoopbackServer]:
    with LoopbackServer(files) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.is_closing.set()
            server.shutdown()
            thread.join()


def serve_whole(handler: Handler, content: bytes) -> None:
    handler.send_head(200, len(content))
    handler.wfile.write(content)


def cut_at_a_third(handler: Handler, content: bytes) -> None:
    handler.send_head(200, len(content))
    handler.wfile.write(content[: len(content) // 3])


def stall_before_answering(handler: Handler, _content: bytes) -> None:
    handler.stall()


def stall_at_a_half(handler: Handler, content: bytes) -> None:
    handler.send_head(200, len(content))
    handler.wfile.write(content[: len(content) // 2])
    handler.stall()


def answer_not_found(handler: Handler, _content: bytes) -> None:
    handler.send_error(404)


def serve_web_page(handler: Handler, _content: bytes) -> None:
    handler.send_head(200, len(WEB_PAGE))
    handler.wfile.write(WEB_PAGE)


def redirect_to_web_page(handler: Handler, _content: bytes) -> None:
    handler.server.behaviours["sign-in"] = serve_web_page
    handler.send_head(302, 0, Location="/sign-in/")


def serve_wrong_bytes(handler: Handler, content: bytes) -> None:
    serve_whole(handler, content[:-20] + bytes(byte ^ 1 for byte in content[-20:]))


def serve_without_end(handler: Handler, content: bytes) -> None:
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.is_closing.is_set():
        handler.wfile.write(content or bytes(1 << 16))


def serve_decompressed_by_header(handler: Handler, content: bytes) -> None:
    """As some stores do with .gz files: the client decompresses what it receives."""
    handler.send_head(200, len(content), **{"Content-Encoding": "gzip"})
    handler.wfile.write(content)
