"""The end of a rescue: the new library takes the place of the damaged one, also after a kill amid that."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def ready_file(path: Path) -> Path:
    """Return where the new library of a rescue lies from when it is whole until it has its place."""
    return path.with_name(f"{path.name}.rescued")


def finish_rescue(path: Path) -> bool:
    """Give a new library that is whole its place, where that is empty, and say whether it was so.

    What SQLite left beside the damaged file goes along with that, for it would be read into the new one.
    """
    if path.exists():
        return False
    path = path.resolve()  # where a link stands in its place, the link stays
    ready = ready_file(path)
    if not ready.exists():
        return False
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(f"{path.name}{ending}").rename(f"{_damaged(path)}{ending}")
    with suppress(FileNotFoundError):  # where another radar was faster
        ready.rename(path)
    return True


def _damaged(path: Path) -> Path:
    """Return the damaged file that was set aside last."""
    asides = (one for one in path.parent.iterdir() if one.name.startswith(f"{path.name}.broken-"))
    files = sorted(one for one in asides if not one.name.endswith(("-wal", "-shm")))
    return files[-1] if files else path.with_name(f"{path.name}.broken")
