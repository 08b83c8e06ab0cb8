"""A real HTTP server on loopback that answers by script and remembers what arrived."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SELF_SIGNED = Path(__file__).with_name("self_signed.pem")
"""A key and a certificate made for these tests alone, for localhost, good until 2126."""


@dataclass(frozen=True)
class Arrived:
    """A request as it arrived; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Scripted:
    """One answer; `length` may promise more than there is, `hold` keeps silent until the end.

    With `drip` the body comes a space at a time, for ever. With `reset` the connection is torn down after
    the body, with `close` it is closed although nothing announced that, with `drop` it is closed without a
    word. With `chunked` the body comes in chunks, and with `cut` too the last of them never does; with
    `unmeasured` nothing says how long it is, and it ends with the connection.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    hold: bool = False
    drip: bool = False
    reset: bool = False
    close: bool = False
    drop: bool = False
    chunked: bool = False
    cut: bool = False
    unmeasured: bool = False


def json_answer(value: object, status: int = 200, **headers: str) -> Scripted:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Scripted(status, json.dumps(value).encode(), {"content-type": "application/json", **named})


Rule = Callable[[Arrived], Scripted]


class Loopback:
    """The server. Answers come from `rule`, or one after the other from `script`, the last one for ever.

    With `secure` it speaks TLS with a certificate that nobody vouches for.
    """

    def __init__(self, *script: Scripted, rule: Rule | None = None, secure: bool = False) -> None:
        self.arrived: list[Arrived] = []
        self.finished = threading.Event()
        self._script = list(script)
        self._rule = rule
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._scheme = "https" if secure else "http"
        if secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(SELF_SIGNED)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self.port}"

    def close(self) -> None:
        self.finished.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, request: Arrived) -> Scripted:
        with self._lock:
            self.arrived.append(request)
        if self._rule is not None:
            return self._rule(request)
        with self._lock:
            return self._script.pop(0) if len(self._script) > 1 else self._script[0]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        loopback = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def respond(self) -> None:
                size = int(self.headers.get("content-length", 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                scripted = loopback.answer(Arrived(self.command, self.path, headers, self.rfile.read(size)))
                with contextlib.suppress(OSError):
                    self._send(scripted)

            def _send(self, scripted: Scripted) -> None:
                if scripted.hold:
                    loopback.finished.wait(30)
                    return
                if scripted.drop:
                    self.close_connection = True
                    return
                self.send_response_only(scripted.status)
                for name, value in {"Date": self.date_time_string(), **scripted.headers}.items():
                    self.send_header(name, value)
                length = len(scripted.body) if scripted.length is None else scripted.length
                if scripted.chunked:
                    self.send_header("transfer-encoding", "chunked")
                elif not scripted.unmeasured:
                    self.send_header("content-length", str(length))
                self.end_headers()
                self.wfile.write(_in_chunks(scripted) if scripted.chunked else scripted.body)
                while scripted.drip and not loopback.finished.wait(0.01):
                    self.wfile.write(b" ")
                if scripted.reset:
                    # Closed without lingering, a socket sends a reset instead of an end.
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                early = length > len(scripted.body) or scripted.reset or scripted.close or scripted.cut
                if early or scripted.unmeasured:
                    self.close_connection = True

            do_GET = do_POST = respond

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        return Handler


def _in_chunks(scripted: Scripted) -> bytes:
    half = len(scripted.body) // 2
    parts = filter(None, (scripted.body[:half], scripted.body[half:]))
    chunks = [b"%x\r\n%b\r\n" % (len(part), part) for part in parts]
    return b"".join(chunks[:1]) if scripted.cut else b"".join((*chunks, b"0\r\n\r\n"))


@contextlib.contextmanager
def loopback(*script: Scripted, rule: Rule | None = None, secure: bool = False) -> Iterator[Loopback]:
    server = Loopback(*script, rule=rule, secure=secure)
    try:
        yield server
    finally:
        server.close()


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Waits:
    """Stands in for `asyncio.sleep`: remembers the waits and takes no time."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
