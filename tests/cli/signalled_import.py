"""Radar, signalled amid the import of one module by something that keeps every error to itself."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec
from types import ModuleType

from radar.cli.entry import main

_NUMBER, _IMPORTED = int(os.environ["SIGNAL"]), os.environ["IMPORTED"]


class _Signalling:
    """Finds no module, and sends the signal to this process as it looks for the one."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return nothing, as a finder that does not know the module does."""
        if name == _IMPORTED:
            # As the callbacks of weak references do with any error, for one.
            with suppress(BaseException):
                signal.raise_signal(_NUMBER)
        return None


sys.meta_path.insert(0, _Signalling())
sys.exit(main())
