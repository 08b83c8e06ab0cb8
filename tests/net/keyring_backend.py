"""A keyring of the tests' own, chosen by PYTHON_KEYRING_BACKEND: it gives what a variable says."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend

BACKEND = "tests.net.keyring_backend.VariableKeyring"
"""What PYTHON_KEYRING_BACKEND is set to."""
ENTRY = "TEST_KEYRING_ENTRY"
"""The variable that holds the only entry, as SERVICE|USER|PASSWORD; the words LOCKED and SLOW are another."""


class VariableKeyring(KeyringBackend):
    """Holds one entry, is locked, or does not answer."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """Return the password of the entry, if it is asked for."""
        held = os.environ.get(ENTRY, "")
        if held == "LOCKED":
            raise RuntimeError("the password sk-of-somebody is wrong")
        if held == "SLOW":
            time.sleep(3)
        found = held.split("|")
        return found[2] if found[:2] == [service, username] else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing."""

    def delete_password(self, service: str, username: str) -> None:
        """Keep nothing."""


@contextmanager
def keyring_of_variables() -> Iterator[None]:
    """Let this process ask such a keyring meanwhile."""
    before = keyring.get_keyring()
    keyring.set_keyring(VariableKeyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)
