"""What holds for every test: folders of its own, no settings from outside, no network but loopback."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

_EVAL_DATA = os.environ.get("RADAR_EVAL_DATA", "")
_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
_FROM_OUTSIDE = ("RADAR_", "OPENAI_", "NO_COLOR", "FORCE_COLOR", "TEXTUAL", "COLUMNS", "LINES")
_CLIPBOARDS = ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "WSL_", "SSH_")
"""By these a test would write to the clipboard of whoever runs it."""
_KEPT = ("RADAR_TEST_", "RADAR_EVAL_DATA")


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith(_FROM_OUTSIDE + _CLIPBOARDS) and not name.startswith(_KEPT):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    # A screen of the whole program would ask the network by a worker, whose process no test holds back.
    monkeypatch.setenv("RADAR_REFRESH_HOURS", "0")
    for name in _FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Clocks that are nine hours ahead of UTC."""
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "UTC-09:00")
        time.tzset()
        yield
    time.tzset()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Set the tests themselves aside: else each look through memory passes them all again."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their argument: ids made of data differ between the processes that run the tests."""
    return argname if isinstance(val, bytes) else None


def _refuse_what_lies_beyond_loopback(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise OSError(f"tests do not go beyond loopback: {address[0]}")


sys.addaudithook(_refuse_what_lies_beyond_loopback)


@pytest.fixture(scope="session")
def eval_data() -> Iterator[Path]:
    """The folder with real data, `data/` and `labels/` in it; the test is skipped where there is none."""
    if not _EVAL_DATA:
        pytest.skip("RADAR_EVAL_DATA is not set")
    yield Path(_EVAL_DATA)
