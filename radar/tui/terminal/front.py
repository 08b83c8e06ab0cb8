"""Whose the terminal is: that of this job, or of the shell that it stands behind."""

from __future__ import annotations

import os


def in_front(handle: int) -> bool:
    """Return whether this job may set the terminal of a handle; whoever sets it from behind is stopped.

    Where no shell has jobs, as without a terminal that controls the session, nobody stands in front.
    """
    try:
        return os.tcgetpgrp(handle) == os.getpgrp()
    except OSError:
        return True
