"""The end of a rescue: the new library takes the place of the damaged one, also after a kill amid that."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

STAMP = "%Y%m%d-%H%M%S"
"""How the name of a damaged file that is set aside tells when it was, in UTC."""
_OF_A_RESCUE = timedelta(hours=1)
"""A file set aside longer before the new one was whole made no room for that, however its clock went."""


def ready_file(path: Path) -> Path:
    """Return where the new library of a rescue lies from when it is whole until it has its place."""
    return path.with_name(f"{path.name}.rescued")


def finish_rescue(path: Path) -> bool:
    """Give a new library that is whole its place where that was made empty for it, and say whether it was.

    Of a rescue that was killed before that, the damaged file keeps its place; where the reader takes it away
    later on, what was saved once is not what they look for.
    What SQLite left beside the damaged file goes along with that, for it would be read into the new one.
    """
    if path.exists():
        return False
    path = path.resolve()  # where a link stands in its place, the link stays
    ready = ready_file(path)
    if not ready.exists() or (damaged := _made_room(path, ready)) is None:
        return False
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(f"{path.name}{ending}").rename(f"{damaged}{ending}")
    with suppress(FileNotFoundError):  # where another radar was faster
        ready.rename(path)
    return True


def _made_room(path: Path, ready: Path) -> Path | None:
    """Return the damaged file that was set aside for a new library; None where none was."""
    whole = datetime.fromtimestamp(ready.stat().st_mtime, UTC) - _OF_A_RESCUE
    asides = (one for one in path.parent.iterdir() if one.name.startswith(f"{path.name}.broken-"))
    since = (one for one in asides if one.name >= f"{path.name}.broken-{whole:{STAMP}}")
    return max((one for one in since if not one.name.endswith(("-wal", "-shm"))), default=None)
