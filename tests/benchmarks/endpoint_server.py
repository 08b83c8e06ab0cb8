"""An endpoint for measurements: answers every chat completion alike after a fixed delay.

Run as `python -m tests.benchmarks.endpoint_server DELAY`: it prints its port, then serves until it is
killed. It reads just enough of HTTP to be ten times as quick as what is measured.
"""

from __future__ import annotations

import asyncio
import json
import sys

_ANSWER = json.dumps(
    {
        "takeaway": "The approach raises accuracy on the tasks that were studied.",
        "results_sentence": 3,
        "code_sentence": 0,
    }
)
BODY = json.dumps(
    {
        "id": "x",
        "object": "chat.completion",
        "model": "bench",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": _ANSWER}}
        ],
        "usage": {"prompt_tokens": 400, "completion_tokens": 40},
    }
).encode()
_REPLY = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(BODY) + BODY


class Answering(asyncio.Protocol):
    """One connection; a request is answered when its delay is over."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._held = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._held += data
        while (end := self._held.find(b"\r\n\r\n")) >= 0:
            size = 0
            for line in self._held[:end].split(b"\r\n"):
                if line[:15].lower() == b"content-length:":
                    size = int(line[15:])
            if len(self._held) < end + 4 + size:
                return
            self._held = self._held[end + 4 + size :]
            asyncio.get_running_loop().call_later(self._delay, self._answer)

    def _answer(self) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(_REPLY)


async def serve(delay: float) -> None:
    """Serve without end."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Answering(delay), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
