"""A digest as a mail: plain text for whoever wants that, and the page beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from hashlib import sha256

from radar.papers.bases import replace
from radar.papers.text.plurals import plural
from radar.papers.text.safe_text import clean
from radar.pipeline.digest import html_page, plain_text, wording
from radar.pipeline.digest.contents import Digest

_NAME = "Radar"
_LARGEST = 100_000
"""Bytes of a page: Gmail cuts what is longer than 102 kB off."""
_ADDRESS = re.compile(r"[^\s<>(),;:\"\\\[\]@]+@[A-Za-z0-9.-]+")
_WIRE = SMTP.clone(cte_type="7bit", raise_on_defect=False)
"""Lines end as on the wire, and no server between need understand more than ASCII."""


def message_of(digest: Digest, sender: str, recipients: Sequence[str], series: str = "") -> EmailMessage:
    """Return the mail: text and HTML of the same digest, in UTF-8.

    Args:
        sender: an address.
        recipients: addresses.
        series: what digests of the same question to the same place have in common. A digest of a series
            that has to be sent again is then the same mail, of which mailboxes show one.

    Raises:
        ValueError: an address is none; nothing of a paper gets into a header.
    """
    digest = _fitting(digest)
    message = EmailMessage(policy=_WIRE)
    local, domain = _parts(sender)
    message["From"] = Address(_NAME, local, domain)
    message["To"] = [Address("", *_parts(one)) for one in recipients]
    message["Subject"] = subject_of(digest)
    message["Date"] = format_datetime(digest.made.astimezone())
    message["Message-ID"] = _identity(digest, recipients, series, domain)
    # RFC 3834: so that no absence note answers a program.
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(plain_text.render(digest), charset="utf-8", cte="quoted-printable")
    message.add_alternative(html_page.render(digest), subtype="html", charset="utf-8", cte="quoted-printable")
    message["Content-Language"] = "en"
    return message


def subject_of(digest: Digest) -> str:
    """Return what the mail is about, without a word of any paper: "Radar: 23 new papers, 26 November"."""
    made = digest.made.astimezone()
    if digest.empty:
        found = "nothing new"
    elif digest.total:
        found = plural(digest.total, "new paper")
    else:
        found = f"{digest.updated_total:,} updated"
    about = f" for {clean(digest.search)[:60]}" if digest.search else ""
    names = [section.name for section in digest.sections if section.name]
    watch = f" in {clean(names[0])}" if not about and len(digest.sections) == 1 and names else ""
    return f"Radar: {found}{about or watch}, {made.day} {made:%B}"


def _fitting(digest: Digest) -> Digest:
    """Return the digest with as many papers of each section as a mail can show; how many more is told."""
    most = max((len(section.papers) for section in digest.sections), default=0)
    shown = digest
    while most > 1 and len(html_page.render(shown).encode()) > _LARGEST:
        most = most * 9 // 10
        shown = replace(
            digest,
            sections=tuple(replace(section, papers=section.papers[:most]) for section in digest.sections),
            updated=digest.updated[:most],
        )
    return shown


def _identity(digest: Digest, recipients: Sequence[str], series: str, domain: str) -> str:
    if not series:
        return make_msgid(domain=domain)
    parts = (series, ",".join(recipients), digest.since.isoformat(), digest.until.isoformat())
    told = wording.counted(digest)
    return f"<radar.{sha256('|'.join((*parts, told)).encode()).hexdigest()[:32]}@{domain}>"


def _parts(address: str) -> tuple[str, str]:
    if not _ADDRESS.fullmatch(address):
        raise ValueError("that is no mail address")
    local, _, domain = address.rpartition("@")
    return local, domain
