"""A digest as a mail."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

import pytest

from radar.pipeline.digest import html_page, plain_text
from radar.pipeline.digest.contents import Digest, Section
from radar.pipeline.digest.message import message_of, subject_of
from tests.pipeline.digest.digests import MADE, NASTY, digest, full, hostile

FROM = "ada@example.org"
TO = ("ada@example.org", "bo@example.org")


def _sent(told: Digest, series: str = "") -> EmailMessage:
    found = message_from_bytes(message_of(told, FROM, TO, series).as_bytes(), policy=default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


def test_a_mail_holds_the_text_and_the_page_and_the_headers_of_a_program() -> None:
    mail = _sent(full())
    assert mail["From"] == "Radar <ada@example.org>"
    assert mail["To"] == "ada@example.org, bo@example.org"
    assert mail["Subject"] == f"Radar: 4 new papers, {MADE.astimezone().day} November"
    assert parsedate_to_datetime(mail["Date"]) == MADE
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@example.org>")
    assert mail["List-Id"] is None
    assert mail.get_content_type() == "multipart/alternative"
    text, page = mail.iter_parts()
    assert (text.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    assert text.get_content_charset() == page.get_content_charset() == "utf-8"
    assert text.get_content().replace("\r\n", "\n") == plain_text.render(full())
    assert page.get_content().replace("\r\n", "\n") == html_page.render(full())


@pytest.mark.parametrize("text", [*NASTY, "a\r\nBcc: eve@example.org\r\n\r\nbody", "\x00\x1b[31m"])
def test_nothing_of_a_paper_or_a_watch_becomes_a_header(text: str) -> None:
    mail = _sent(hostile(text))
    assert set(mail.keys()) == {
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress",
        "Content-Language", "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert "\n" not in mail["Subject"]
    assert len(list(mail.iter_parts())) == 2


def test_lines_are_short_and_ascii_on_the_wire() -> None:
    lines = message_of(hostile("深" * 500), FROM, TO).as_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 998
    assert all(line.isascii() for line in lines)


@pytest.mark.parametrize("address", ["ada@example.org\r\nBcc: eve@example.org", "a b@example.org", "ada"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError):
        message_of(full(), address, TO)
    with pytest.raises(ValueError):
        message_of(full(), FROM, (address,))


def test_a_digest_of_a_series_that_is_sent_again_is_the_same_mail() -> None:
    first, again = _sent(full(), "mail"), _sent(full(), "mail")
    assert first["Message-ID"] == again["Message-ID"]
    assert _sent(digest(since=MADE - timedelta(days=3)), "mail")["Message-ID"] != first["Message-ID"]
    assert _sent(full(), "other")["Message-ID"] != first["Message-ID"]
    assert _sent(full())["Message-ID"] != _sent(full())["Message-ID"]


def test_a_mail_shows_as_many_papers_as_mailboxes_do_not_cut_off_and_counts_the_rest() -> None:
    (one,) = digest().sections[0].papers
    large = digest(
        sections=tuple(Section(name, (one,) * 60, 70) for name in ("snails", "slugs")), watched=True
    )
    assert len(html_page.render(large)) > 102_000
    text, page = _sent(large).iter_parts()
    assert len(page.get_content().encode()) < 102_000
    shown = page.get_content().count("<h3")
    assert shown > 40
    assert page.get_content().count(f"and {70 - shown // 2} more") == 2
    assert text.get_content().count(f"and {70 - shown // 2} more") == 2


def test_the_subject_says_what_there_is() -> None:
    day = f"{MADE.astimezone().day} November"
    assert subject_of(digest()) == f"Radar: 1 new paper, {day}"
    assert subject_of(digest(sections=())) == f"Radar: nothing new, {day}"
    assert subject_of(digest(sections=(), updated_total=2)) == f"Radar: 2 updated, {day}"
    assert subject_of(digest(sections=(Section("snails", (), 3),))) == f"Radar: 3 new papers in snails, {day}"
    assert subject_of(digest(search="--code")) == f"Radar: 1 new paper for --code, {day}"
