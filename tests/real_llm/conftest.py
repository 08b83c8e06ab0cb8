"""The real server, where there is one."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

import pytest

from tests.real_llm.running import Running, running

Start = Callable[..., AbstractContextManager[Running]]


@dataclass(frozen=True)
class RealServer:
    """A server that answers, and the name of its model."""

    base_url: str
    model: str


@pytest.fixture(scope="session")
def real_server() -> RealServer:
    """The server of `python -m tests.real_llm.run`; the test is skipped where there is none."""
    base_url = os.environ.get("RADAR_TEST_BASE_URL", "")
    if not base_url:
        pytest.skip("no real model server: run with `python -m tests.real_llm.run -- ...`")
    return RealServer(base_url, os.environ.get("RADAR_TEST_MODEL", ""))


@pytest.fixture(scope="session")
def start_server() -> Start:
    """Starts another server, with options of its own."""
    python, model_file = (os.environ.get(f"RADAR_TEST_LLM_{name}", "") for name in ("PYTHON", "FILE"))
    if not python or not model_file:
        pytest.skip("no model file to start a server with")
    return lambda *options: running(python, model_file, "--alias", "smollm2", *options)
