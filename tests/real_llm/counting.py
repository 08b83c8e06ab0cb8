"""A forwarder on loopback that counts the completions asked of the real server behind it.

It can also understand less than that server, as many endpoints do: what it does not take is refused.
"""

from __future__ import annotations

import contextlib
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

FORMATS = ("json_schema", "json_object", "text")
"""What the answer can be asked to be, from the strictest to none."""


class Counting(ThreadingHTTPServer):
    """Passes requests on, counts those for completions and keeps what was answered to them.

    Args:
        base_url: the real server.
        takes: the forms of answer that may be asked for.
    """

    daemon_threads = True

    def __init__(self, base_url: str, takes: Sequence[str] = FORMATS) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behind = base_url.removesuffix("/v1")
        self.completions = 0
        self.answers: list[bytes] = []
        self.takes = takes
        self.formats: list[str] = []
        """Which form each completion was asked in, refused ones among them."""
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
            asked = str((json.loads(body).get("response_format") or {}).get("type", "text"))
            with self.server.counted:
                self.server.formats.append(asked)
                self.server.completions += asked in self.server.takes
            if asked not in self.server.takes:
                self._answer(400, _refusal(asked))
                return
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
        self._answer(status, answer)

    def _answer(self, status: int, answer: bytes) -> None:
        with contextlib.suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)


def _refusal(asked: str) -> bytes:
    message = f"Invalid parameter: 'response_format' of type '{asked}' is not supported with this model."
    error = {"message": message, "type": "invalid_request_error", "param": "response_format", "code": None}
    return json.dumps({"error": error}).encode()


@contextlib.contextmanager
def counting(base_url: str, takes: Sequence[str] = FORMATS) -> Iterator[Counting]:
    """Run a forwarder to the server for the time of the block."""
    with Counting(base_url, takes) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
