"""Which texts may hold TeX; a question that costs nothing, apart from what answers it in full."""

from __future__ import annotations

RUBBLE = ("\\", "$", "{", "}", "&", "~")
"""With one of these a text has to be looked through."""
RUBBLE_GATES = (*RUBBLE, "``", "textx", "--")
"""Without one of these a text is readable as it is."""


def may_be_rubble(text: str) -> bool:
    """Say whether a text may have to be changed to be readable."""
    for gate in RUBBLE_GATES:  # noqa: SIM110 (a generator costs more than it asks)
        if gate in text:
            return True
    return False
