"""`radar digest --email`, through a real mail server on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from radar.cli import main
from radar.library.library import Library
from radar.papers.jobs.source_state import SourceState
from tests.cli.seeding import PAPERS, PROMISING, SORTING, seed, settings
from tests.net.mail_server import NAME, PASSWORD, USER, Taken, Ways, mail_server
from tests.pipeline.exporting.entries import HOSTILE, paper

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def ways() -> Ways:
    """How the server behaves; a test may change it."""
    return Ways("starttls")


@pytest.fixture
def server(ways: Ways, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Taken]:
    """A mail server that the settings name."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SNAIL_PASSWORD", PASSWORD)
    with mail_server(ways, tmp_path) as taken:
        lines = (
            f'mail_to = "{USER}"',
            f'mail_host = "{NAME}"',
            f"mail_port = {taken.port}",
            f'mail_user = "{USER}"',
            'mail_password_env = "SNAIL_PASSWORD"',
        )
        file = settings().config_file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines), encoding="utf-8")
        yield taken


def _mailed(capsys: Captured, *arguments: str, code: int = 0) -> tuple[str, str]:
    capsys.readouterr()
    assert main(["digest", "--email", *arguments]) == code
    captured = capsys.readouterr()
    assert PASSWORD not in captured.out + captured.err
    return captured.out, captured.err


def test_the_day_is_sent_once_and_an_empty_day_only_when_asked(capsys: Captured, server: Taken) -> None:
    seed([*PAPERS, *(paper(title, f"2511.1{number:04d}") for number, title in enumerate(HOSTILE))])
    out, _ = _mailed(capsys)
    assert out.startswith("11 new papers since ")
    assert out.endswith(f"Sent to {USER}\n")
    mail = message_from_bytes(server.raw, policy=default)
    text, page = mail.iter_parts()
    assert SORTING.title in text.get_content()
    assert "https://github.com/snail/sort" in page.get_content()
    out, _ = _mailed(capsys)
    assert out.startswith("Nothing new since ")
    assert out.endswith("No mail was sent.\n")
    assert len(server.mails) == 1
    _mailed(capsys, "--send-empty")
    assert len(server.mails) == 2


def test_an_address_on_the_command_line_goes_before_that_of_the_settings(
    capsys: Captured, server: Taken
) -> None:
    seed()
    _mailed(capsys, "bo@example.org")
    assert server.mails[0].rcpt_tos == ["bo@example.org"]
    _mailed(capsys)
    assert server.mails[1].rcpt_tos == [USER], "another mailbox has another memory"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"answer": "552 too large"}, "does not take the mail (552 too large); nothing was sent"),
        ({"refused": (USER,)}, "no such mailbox"),
        ({"cut_at": "DATA"}, "it may have been sent, or not"),
    ],
)
def test_a_mail_that_was_not_surely_taken_is_sent_again_whole(
    capsys: Captured, server: Taken, ways: Ways, change: dict[str, object], told: str
) -> None:
    seed([SORTING])
    good = Ways("starttls")
    for name, value in change.items():
        setattr(ways, name, value)
    _, errors = _mailed(capsys, code=3)
    assert told in errors
    for name in change:
        setattr(ways, name, getattr(good, name))
    seed([PROMISING])
    out, _ = _mailed(capsys)
    assert out.startswith("2 new papers since ")


def test_k2_a_refused_login_is_told_without_the_password_and_loses_nothing(
    capsys: Captured, server: Taken, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed()
    monkeypatch.setenv("SNAIL_PASSWORD", "wrong-marble")
    _, errors = _mailed(capsys, code=3)
    assert f"radar: mail: {NAME} refuses the login of {USER}" in errors
    assert "wrong-marble" not in errors
    monkeypatch.delenv("SNAIL_PASSWORD")
    _, errors = _mailed(capsys, code=2)
    assert "the environment variable SNAIL_PASSWORD" in errors
    monkeypatch.setenv("SNAIL_PASSWORD", PASSWORD)
    assert _mailed(capsys)[0].startswith("3 new papers")


def test_what_was_printed_is_mailed_all_the_same(capsys: Captured, server: Taken) -> None:
    seed()
    assert main(["digest", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["new"] == 3
    assert _mailed(capsys)[0].startswith("3 new papers")


def test_a_source_that_fails_is_told_though_no_mail_is_sent(capsys: Captured, server: Taken) -> None:
    seed()
    _mailed(capsys)
    library = Library.open(settings().library)
    library.note_source(SourceState("hf:daily", asked=datetime.now(UTC), error="it is in trouble"))
    library.close()
    out, errors = _mailed(capsys)
    assert out.endswith("No mail was sent.\n")
    assert "hf:daily could not be asked" in errors
    assert len(server.mails) == 1
