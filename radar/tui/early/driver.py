"""Textual's driver, which takes over a terminal that a first page stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from radar.tui.terminal.lasting_driver import LastingDriver

if TYPE_CHECKING:
    from radar.tui.early.terminal import EarlyTerminal

_OTHER_SCREEN = "\x1b[?1049h"


def driver_over(terminal: EarlyTerminal) -> type[LastingDriver]:
    """Return the driver that goes on where the first page stands, without a flicker."""

    class TakingOver(LastingDriver):
        """Leaves the other screen as it is the first time, and knows how the terminal was set before."""

        def write(self, data: str) -> None:
            if data == _OTHER_SCREEN and not terminal.taken:
                # Said again, it would clear what stands there.
                terminal.taken = True
            else:
                super().write(data)

        def start_application_mode(self) -> None:
            first = not terminal.taken
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if first and terminal.taken:
                self.attrs_before = terminal.attributes

    return TakingOver
