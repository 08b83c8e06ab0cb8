"""What a link out of a paper leads to, and whether a reader may be sent there."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterator

from radar.net.addresses import is_public
from radar.papers.text.patterns import pattern
from radar.papers.text.web_links import host_of as host_of
from radar.papers.text.web_links import parts_of

_SITES = """
arxiv.org doi.org github.com gitlab.com codeberg.org bitbucket.org huggingface.co zenodo.org osf.io
aclanthology.org openreview.net biorxiv.org medrxiv.org semanticscholar.org acm.org ieee.org mlr.press
thecvf.com neurips.cc nips.cc aaai.org isca-archive.org usenix.org jmlr.org figshare.com kaggle.com
paperswithcode.com modelscope.cn softwareheritage.org dblp.org springer.com nature.com science.org
sciencedirect.com wiley.com pnas.org
"""
_WELL_KNOWN = frozenset(_SITES.split())
"""Sites of papers, code and data on which, and below which, no stranger has a name of his own."""
_PORTS = (None, 80, 443)
_CODE_AT = pattern(
    r"(?P<end>[.!?])"
    r"|(?P<link>(?<![\w+.-])[a-z][a-z0-9+.-]{0,15}://[^\s<>\"'(){}]+)"
    r"|\b(?:code|codebase|software|implementations?|scripts?|repository)\b",
    re.IGNORECASE,
)
"""Ends of sentences, links of any scheme and words for code; read in one pass: texts may be hostile."""
_WITHIN = 120
"""Characters of a sentence between a word for code and the link that it means."""
_LOCAL_ENDINGS = (".localhost", ".localdomain", ".local", ".internal", ".home.arpa")


def shown(url: str) -> str:
    """Return a link as it is written on screen: its host first, `https://` left out as the usual case.

    Where the text before the host could pass for another host, or the host is written in letters
    that could, the real host stands before the whole link.
    """
    parts = parts_of(url)
    host = host_of(url)
    if parts is None or not host:
        return url
    if "@" in parts.netloc or not parts.netloc.isascii():
        return f"{host} ({url})"
    return url[len("https://") :].removesuffix("/") if parts.scheme == "https" else url.removesuffix("/")


def refusal(url: str) -> str:
    """Return why a link is not opened, or an empty string where nothing speaks against it.

    Only http and https, and only hosts of the open network: a paper has no business with this
    machine or the network around it.
    """
    parts = parts_of(url)
    if parts is None:
        return "this is not a link"
    if parts.scheme not in ("http", "https"):
        return "only http and https links are opened"
    if "@" in parts.netloc:
        return "a link with a user name in it can pass for another site"
    host = host_of(url)
    if not host or any(character <= " " for character in url):
        return "this is not a link"
    if _is_local(host):
        return f"{host} lies on this machine or the network around it"
    return ""


def refused_code_link(*texts: str) -> str:
    """Return the first link that texts give for code and that is not opened; empty where there is none."""
    return next((link for text in texts for link in _code_links(text) if refusal(link)), "")


def is_well_known(url: str) -> bool:
    """Return whether a link leads to a site where papers, their code or data usually live.

    Pages that anybody can put up under a name of his own (github.io, hf.space) are not among them.
    """
    parts, host = parts_of(url), host_of(url).lower()
    # Browsers do not agree with Python on every letter that is written in another way.
    if parts is None or parts.port not in _PORTS or not parts.netloc.isascii():
        return False
    labels = host.split(".")
    return any(".".join(labels[start:]) in _WELL_KNOWN for start in range(len(labels) - 1))


def _code_links(text: str) -> Iterator[str]:
    """Return links in sentences of a word for code; also those that no reading of an abstract takes up."""
    word = -_WITHIN - 1
    for found in _CODE_AT.finditer(text):
        link = found["link"]
        if link and found.start() - word <= _WITHIN:
            yield link.rstrip(".,;:")
        # The dot behind a link belongs to it, and each word for code means one link.
        word = -_WITHIN - 1 if link or found["end"] else found.end()


def _is_local(host: str) -> bool:
    name = host.lower()
    # A name without a dot, such as localhost, is looked up around here first.
    if ("." not in name and ":" not in name) or name.endswith(_LOCAL_ENDINGS):
        return True
    address = _address(name)
    return address is not None and not is_public(address)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Read an address in any form that browsers take: dotted, one number, hexadecimal, IPv6."""
    try:
        if ":" in host:
            return ipaddress.IPv6Address(host.split("%")[0])
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except (OSError, ValueError):
        return None
