"""A forwarder on loopback that counts the completions asked of the real server behind it."""

from __future__ import annotations

import contextlib
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class Counting(ThreadingHTTPServer):
    """Passes requests on, counts those for completions and keeps what was answered to them."""

    daemon_threads = True

    def __init__(self, base_url: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind = base_url.removesuffix("/v1")
        self.completions = 0
        self.answers: list[bytes] = []
        self.counted = threading.Lock()

    @property
    def base_url(self) -> str:
        """What a client is given."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: Counting

    def do_GET(self) -> None:
        """Pass it on."""
        self._forward(None)

    def do_POST(self) -> None:
        """Pass it on, counted."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        counts = urlsplit(self.path).path.endswith("/chat/completions")
        if counts:
            with self.server.counted:
                self.server.completions += 1
        self._forward(body, counts)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _forward(self, body: bytes | None, keep: bool = False) -> None:
        request = urllib.request.Request(
            self.server.behind + self.path, body, {"Content-Type": "application/json"}
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=120) as reply:
                status, answer = reply.status, reply.read()
        except urllib.error.HTTPError as error:
            with error:
                status, answer = error.code, error.read()
        if keep:
            with self.server.counted:
                self.server.answers.append(answer)
        with contextlib.suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)


@contextlib.contextmanager
def counting(base_url: str) -> Iterator[Counting]:
    """Run a forwarder to the server for the time of the block."""
    with Counting(base_url) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
