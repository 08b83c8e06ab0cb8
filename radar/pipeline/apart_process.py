"""The process of a long act: `python -m radar.pipeline.apart_process`, spoken to by `apart`."""

from __future__ import annotations

import json
import os
import signal
import sys
from array import array
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from radar.errors import RadarError
from radar.library.library import Library
from radar.library.marks.acts import Act
from radar.library.reader import LibraryReader
from radar.papers.reader.query import Mark

_NICE = 5
"""Keys go before it where there are too few processors."""
Request = dict[str, Any]


def main() -> int:
    """Do what standard input asks for, and return the exit code."""
    with suppress(OSError):
        os.nice(_NICE)
    request: Request = json.loads(sys.stdin.buffer.readline())
    keys = array("q")
    keys.frombytes(sys.stdin.buffer.read())
    try:
        _WORKS[request["what"]](request, keys)
    except RadarError as error:
        _say({"error": type(error).__name__, "message": error.message, "hint": error.hint})
    return 0


def _mark(request: Request, keys: array[int]) -> None:
    with closing(_library(request)) as library:
        act = library.mark(keys, Mark(request["mark"]), request["on"], _report)
        _say_act(act)
        library.tidy_log()


def _tag(request: Request, keys: array[int]) -> None:
    with closing(_library(request)) as library:
        act = library.tag(keys, request["added"], request["removed"], _report)
        _say_act(act)
        library.tidy_log()


def _remove(request: Request, keys: array[int]) -> None:
    with closing(_library(request)) as library:
        act = library.remove(keys, request["chosen"], _report)
        _say_act(act)
        library.tidy_log()


def _undo(request: Request, keys: array[int]) -> None:
    with closing(_library(request)) as library:
        _say({"taken": library.undo(request["number"], _report, lambda papers: _say({"foreseen": papers}))})
        library.tidy_log()


def _export(request: Request, keys: array[int]) -> None:
    from radar.pipeline.exporting.export_file import write_export
    from radar.pipeline.exporting.reading import entries

    # The file that is half written is taken away.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
    with closing(LibraryReader.open(Path(request["library"]))) as reader:
        written = entries(reader, keys, _report)
        count = write_export(written, request["format"], Path(request["path"]), force=request["force"])
    _say({"count": count})


_WORKS: dict[str, Callable[[Request, array[int]], None]] = {
    "mark": _mark,
    "tag": _tag,
    "remove": _remove,
    "undo": _undo,
    "export": _export,
}


def _library(request: Request) -> Library:
    library = Library.open(Path(request["library"]))
    library.reader = request["reader"]
    library.with_little_memory()
    return library


def _report(done: int, total: int) -> None:
    """Say how far it is; where nobody listens, the error of that ends the act."""
    _say({"done": done, "total": total})


def _say_act(act: Act) -> None:
    _say({"number": act.number})


def _say(answer: dict[str, object]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    sys.exit(main())
