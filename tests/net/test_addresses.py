"""Which machine an address names."""

from __future__ import annotations

import pytest

from radar.errors import NetworkError
from radar.net.addresses import host_of, is_internal, is_loopback, origin_of


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://a.example/path?key=secret", "a.example"),
        ("http://me:secret@a.example:8080/", "a.example:8080"),
        ("http://[::1]:8000/v1", "[::1]:8000"),
        ("nonsense secret", "that address"),
        ("http://[secret", "that address"),
        ("http://a.example:secret/", "that address"),
    ],
)
def test_only_the_host_of_an_address_is_shown(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:1/",
        "http://LOCALHOST./",
        "http://a.localhost/",
        "http://127.0.0.1/",
        "http://127.8.9.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
    ],
)
def test_addresses_of_this_machine_are_known(url: str) -> None:
    assert is_loopback(url)
    assert is_internal(url)


@pytest.mark.parametrize(
    "url", ["http://localhost.example/", "http://127.0.0.1.example/", "http://128.0.0.1/", "nonsense"]
)
def test_other_addresses_are_not_this_machine(url: str) -> None:
    assert not is_loopback(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://10.1.2.3/",
        "http://169.254.169.254/latest",
        "http://192.168.1.1/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://[fe80::1%25eth0]/",
        "http://[fd00::1]/",
        "http://0177.0.0.1/",
        "http://0x7f.1/",
        "http://0/",
        "http://017700000001/",
        "http://１２７.0.0.1/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://[::]/",
        "http://[::1%25lo]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:7f00:1::]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
    ],
)
def test_u3_addresses_inside_a_network_are_known(url: str) -> None:
    assert is_internal(url)


_PUBLIC = ("https://[2606:4700::1111]/", "https://[64:ff9b::8.8.8.8]/", "https://[2002:808:808::]/")


@pytest.mark.parametrize("url", ["https://arxiv.org/", "https://8.8.8.8/", "https://3com.example/", *_PUBLIC])
def test_u3_public_addresses_are_not_internal(url: str) -> None:
    assert not is_internal(url)


def test_an_origin_is_scheme_host_and_port() -> None:
    assert origin_of("https://A.Example/x") == ("https", "a.example", 443)
    assert origin_of("http://a.example:81") == ("http", "a.example", 81)
    with pytest.raises(NetworkError):
        origin_of("ftp://a.example")
