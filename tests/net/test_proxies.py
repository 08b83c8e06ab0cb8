"""What is said where the environment names a proxy that is not there."""

from __future__ import annotations

import pytest

from radar.errors import Offline
from radar.net.http import HttpClient
from tests.net.loopback import Waits, free_port


@pytest.mark.parametrize("past", ["", "radar.invalid"])
async def test_a_proxy_that_is_not_there_is_blamed_and_not_the_site(
    many: bool, monkeypatch: pytest.MonkeyPatch, past: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("NO_PROXY", past)
    client = HttpClient(user_agent="radar/test", sleep=Waits(), many=many)
    with pytest.raises(Offline) as caught:
        await client.get("http://radar.invalid/")
    await client.aclose()
    error = caught.value
    blamed = error.message == "The proxy on the way to radar.invalid cannot be reached"
    assert (blamed, "ALL_PROXY" in error.hint) == (not past, not past)
