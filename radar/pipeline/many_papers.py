"""Acts on many papers: off the thread that asks, whole or not at all, and to be stopped before the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from radar.errors import LibraryBusy
from radar.library.database.failures import Interrupted
from radar.library.library import Library
from radar.library.marks.acts import Act
from radar.library.reader import LibraryReader
from radar.papers.reader.query import Mark
from radar.papers.reader.removal import Losses
from radar.pipeline.apart import do_apart
from radar.pipeline.course import Course

Answer = TypeVar("Answer")

_APART = 2_000
"""Papers from which on an act has a process of its own; fewer are done before that would have started."""
_LOOK_EVERY = 0.3
"""Seconds of waiting for another writer, after which it looks whether it is still wanted."""


class ManyPapers:
    """Marks, tags, removes and exports many papers, whole or not at all; any thread may ask and waits for it.

    Marks, tags and removals are one transaction. Other writers wait meanwhile, readers do not; where another
    writer is at work, it waits for that one.

    Args:
        path: the library.
        reader: the name under which acts are kept.
        apart: papers from which on an act has a process of its own.
    """

    def __init__(self, path: Path, reader: str, apart: int = _APART) -> None:
        self._path = path
        self._reader = reader
        self._apart = apart

    def mark(self, keys: Sequence[int], mark: Mark, on: bool, course: Course) -> Act:
        """Set a mark of papers, or take it from them.

        Raises:
            Stopped: nothing was changed.
        """
        if len(keys) < self._apart:
            return self._here(course, lambda library: library.mark(keys, mark, on, course.report))
        return self._act({"what": "mark", "mark": int(mark), "on": on}, keys, course)

    def tag(self, keys: Sequence[int], added: Sequence[str], removed: Sequence[str], course: Course) -> Act:
        """Give papers tags and take others from them; raises as `mark`."""
        if len(keys) < self._apart:
            return self._here(course, lambda library: library.tag(keys, added, removed, course.report))
        request = {"what": "tag", "added": list(added), "removed": list(removed)}
        return self._act(request, keys, course)

    def losses(self, keys: Sequence[int]) -> Losses:
        """Return how many of these papers are there, and what would be lost if they were removed."""
        with closing(LibraryReader.open(self._path)) as reader:
            return reader.losses(keys)

    def remove(self, keys: Sequence[int], what: str, course: Course) -> Act:
        """Remove papers, and keep aside what hung on them; raises as `mark`.

        Args:
            what: how they were chosen, for people.
        """
        if len(keys) < self._apart:
            return self._here(course, lambda library: library.remove(keys, what, course.report))
        return self._act({"what": "remove", "chosen": what}, keys, course)

    def undo(self, act: Act, course: Course) -> int | None:
        """Take an act back as far as nobody changed the same since, and return of how many papers that is.

        None where somebody else has done that already. Raises as `mark`.
        """
        if act.papers < self._apart:
            return self._here(course, lambda library: library.undo(act.number, course.report))
        answer = do_apart(self._request({"what": "undo", "number": act.number}), (), course)
        if answer is None or "foreseen" in answer:
            with closing(Library.open(self._path)) as library:
                library.tidy_log()
                if library.act(act.number) is not None:
                    course.check()
            # Where it foresaw nothing, somebody else was before it.
            taken = answer["foreseen"] if answer else None
        else:
            taken = answer["taken"]
        return None if taken is None else int(taken)

    def export(self, keys: Sequence[int], format: str, path: Path, *, force: bool, course: Course) -> int:
        """Write papers to a file that appears when it is whole, and return how many they are.

        Raises:
            Stopped: nothing was written.
            ExportError: the format is unknown, the file is there already (without `force`), or it cannot
                be written.
        """
        if len(keys) < self._apart:
            return self._written(keys, format, path, force, course)
        request = {"what": "export", "format": format, "path": str(path), "force": force}
        answer = do_apart(self._request(request), keys, course)
        if answer is None:
            course.check()
            return 0
        return int(answer["count"])

    def _written(self, keys: Sequence[int], format: str, path: Path, force: bool, course: Course) -> int:
        from radar.pipeline.exporting.export_file import write_export
        from radar.pipeline.exporting.reading import entries

        with closing(LibraryReader.open(self._path)) as reader:
            return write_export(entries(reader, keys, course.report), format, path, force=force)

    def _request(self, request: dict[str, Any]) -> dict[str, Any]:
        return {**request, "library": str(self._path.absolute()), "reader": self._reader}

    def _act(self, request: dict[str, Any], keys: Sequence[int], course: Course) -> Act:
        name = f"{self._reader} {uuid4().hex}"
        answer = do_apart({**self._request(request), "reader": name}, keys, course)
        with closing(Library.open(self._path)) as library:
            act = library.act_called(name)
            if answer is None:
                library.tidy_log()
                if act is None:
                    # Stopped in the moment after its commit, it would be done all the same.
                    course.check()
        return act or Act("nothing", 0, 0, course.started, self._reader)

    def _here(self, course: Course, work: Callable[[Library], Answer]) -> Answer:
        with closing(Library.open(self._path)) as library:
            library.reader = self._reader
            library.wait_for_others(_LOOK_EVERY)
            course.begin(library.stop)
            while True:
                try:
                    return work(library)
                except LibraryBusy:
                    course.check()
                except Interrupted:
                    course.check()
                    raise
