"""Paths as readers write them, and what lies there, for every Python alike."""

from __future__ import annotations

import errno
from pathlib import Path

_ABSENT = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)
"""What a file system says where nothing is, or a link that leads nowhere."""


def at_home(text: str) -> Path:
    """Return the path a text is; `~` is the home folder, and stays where a user does not exist."""
    try:
        return Path(text.replace("\0", "")).expanduser()
    except RuntimeError:
        return Path(text)


def is_there(path: Path) -> bool:
    """Say whether there is something at a path; `Path.exists` of Python 3.14 says no where it may not look.

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
