"""What lies at a path, for every Python alike: `Path.exists` of 3.14 calls absent what may not be seen."""

from __future__ import annotations

import errno
from pathlib import Path

_ABSENT = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)
"""What a file system says where nothing is, or a link that leads nowhere."""


def is_there(path: Path) -> bool:
    """Say whether there is something at a path.

    Raises:
        OSError: it cannot be seen: a folder on the way may not be entered, or the name is too long.
    """
    try:
        path.stat()
    except ValueError:  # a name with a NUL, which no file has
        return False
    except OSError as error:
        if error.errno in _ABSENT:
            return False
        raise
    return True
