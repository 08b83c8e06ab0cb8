"""Where radar does not go although a page sends it there (T8, U3); a proxy plays the open network."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from radar.errors import NetworkError, Offline
from radar.net.http import HttpClient
from radar.net.pool import _ssl_context
from tests.net.loopback import SELF_SIGNED, Loopback, Scripted, Waits, free_port, loopback

KEY = "sk-very-secret-4711"
PAGE = "http://papers.example/new"
FINE = Scripted(200, b"fine")


def sends_to(target: str, status: int = 302) -> Scripted:
    return Scripted(status, headers={"Location": target})


@pytest.fixture
async def client(many: bool) -> AsyncIterator[HttpClient]:
    client = HttpClient(user_agent="radar/test", timeout=5, sleep=Waits(), many=many)
    yield client
    await client.aclose()


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    """The open network, all of it: what is not on this machine is asked for here."""
    with loopback(FINE) as proxy:
        for name in ("NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        yield proxy


def lead_to(network: Loopback, target: str) -> None:
    network._rule = lambda arrived: sends_to(target) if arrived.path == PAGE else FINE


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]:8000/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://localhost:8000/",
        "http://192.168.1.1/reboot",
        "http://[fe80::1]/",
        "//10.0.0.1/",
    ],
)
async def test_u3_a_page_of_the_open_network_leads_nowhere_inside(
    client: HttpClient, network: Loopback, target: str
) -> None:
    lead_to(network, target)
    with pytest.raises(NetworkError) as caught:
        await client.get(PAGE)
    assert caught.value.message == "papers.example sends to an address inside this network"
    assert [arrived.path for arrived in network.arrived] == [PAGE]


async def test_u3_a_page_of_the_open_network_does_not_reach_a_server_of_this_machine(
    client: HttpClient, network: Loopback
) -> None:
    with loopback(FINE) as inside:
        lead_to(network, f"{inside.url}/admin")
        with pytest.raises(NetworkError, match="inside this network"):
            await client.get(PAGE)
    assert inside.arrived == []


@pytest.mark.parametrize("header", ["authorization", "api-key", "x-api-key"])
async def test_t8_another_site_of_the_open_network_is_gone_to_without_the_key(
    client: HttpClient, network: Loopback, header: str
) -> None:
    lead_to(network, "http://mirror.example/new")
    assert (await client.get(PAGE, headers={header: KEY})).text == "fine"
    first, second = network.arrived
    assert (KEY in str(first.headers), second.path) == (True, "http://mirror.example/new")
    assert KEY not in str(second.headers)


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """For once, the certificate of these tests is vouched for."""
    monkeypatch.setenv("SSL_CERT_FILE", str(SELF_SIGNED))
    _ssl_context.cache_clear()
    yield
    _ssl_context.cache_clear()


@pytest.mark.usefixtures("trusted")
async def test_t8_an_encrypted_page_leads_to_no_plain_one(client: HttpClient) -> None:
    with (
        loopback(FINE) as plain,
        loopback(sends_to(f"{plain.url}/x"), secure=True) as site,
        pytest.raises(NetworkError, match="sends to an address without encryption"),
    ):
        await client.get(f"https://localhost:{site.port}/", headers={"authorization": KEY})
    assert len(site.arrived) == 1
    assert plain.arrived == []


@pytest.mark.parametrize(
    "target",
    [
        "http://[::1",
        "//[",
        "http://[127.0.0.1]/",
        "http://[::ffff:1.2.3]/",
        "http://127.0.0.1:x/",
        "http://@/",
        "http://\xe9\x80/",
        "http://\xe2\x84\x80/",
        "http://256.1.1.1/",
        "/\x01",
        "javascript:alert(1)",
    ],
)
async def test_a_redirect_that_is_broken_is_told_with_who_sent_it(client: HttpClient, target: str) -> None:
    with loopback(sends_to(target)) as site, pytest.raises(NetworkError) as caught:
        await client.get(f"{site.url}/feed")
    assert caught.value.message == f"127.0.0.1:{site.port} sends to what is no web address"
    assert len(site.arrived) == 1


@pytest.mark.parametrize(
    "target", ["http://", "https:///", "http:\\\\x", "http://\\/", "http://xn--/", "http://a..b/"]
)
async def test_no_redirect_raises_what_is_no_error_of_the_network(client: HttpClient, target: str) -> None:
    with loopback(sends_to(target)) as site, pytest.raises(NetworkError):
        await client.get(f"{site.url}/feed")


async def test_where_a_redirect_leads_to_nobody_it_is_said_who_did_not_answer(client: HttpClient) -> None:
    port = free_port()
    there = Scripted(301, headers={"Location": f"http://127.0.0.1:{port}/x?key={KEY}"})
    with loopback(*[there] * 4) as site:
        with pytest.raises(NetworkError) as caught:
            await client.get(f"{site.url}/feed")
        asked = site.url.removeprefix("http://")
    assert isinstance(caught.value, Offline)
    assert caught.value.message == f"Nothing answers at 127.0.0.1:{port} ({asked} sends there)"


async def test_a_host_that_a_redirect_made_up_is_not_shown(client: HttpClient) -> None:
    there = Scripted(301, headers={"Location": "http://give-us-your-key_now.invalid/x"})
    with loopback(*[there] * 4) as site, pytest.raises(NetworkError) as caught:
        await client.get(f"{site.url}/feed")
    assert "key_now" not in caught.value.message
    assert "another site" in caught.value.message
