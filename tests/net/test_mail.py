"""Mail handed to a real server on loopback, and every way in which it may not take it."""

from __future__ import annotations

import base64
import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path

import pytest

from radar.errors import MailError, NetworkError, Offline
from radar.net.mail import MailServer, Security, send_mail
from radar.papers.bases import replace
from tests.net.mail_server import NAME, PASSWORD, USER, Taken, Ways, mail_server

FROM = "ada@example.org"
TO = ("ada@example.org", "bo@example.org")


@pytest.fixture(autouse=True)
def _authority(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))


def _message(text: str = "Snails sort marbles.\n") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = FROM, ", ".join(TO), "Snails"
    message.set_content(text)
    return message


def _server(taken: Taken, security: Security, **more: object) -> MailServer:
    made = MailServer(NAME, taken.port, security, USER, PASSWORD, step_seconds=20)
    return replace(made, **more)  # type: ignore[arg-type]


def _send(taken: Taken, security: Security = Security.STARTTLS, **more: object) -> None:
    send_mail(_server(taken, security, **more), _message(), FROM, TO)


def _refusal(taken: Taken, security: Security = Security.STARTTLS, **more: object) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        _send(taken, security, **more)
    assert PASSWORD not in f"{caught.value} {caught.value!r} {caught.value.__cause__!r}"
    return caught.value


@pytest.fixture
def starttls(tmp_path: Path) -> Iterator[Taken]:
    with mail_server(Ways("starttls"), tmp_path) as taken:
        yield taken


def test_a_mail_is_sent_over_a_connection_that_is_encrypted_on_the_way(starttls: Taken) -> None:
    _send(starttls)
    (mail,) = starttls.mails
    assert (mail.mail_from, tuple(mail.rcpt_tos)) == (FROM, TO)
    assert starttls.logins == [USER]
    assert message_from_bytes(starttls.raw, policy=default)["Subject"] == "Snails"


def test_a_mail_is_sent_over_a_connection_that_is_encrypted_from_the_start(tmp_path: Path) -> None:
    with mail_server(Ways("tls", login=False), tmp_path) as taken:
        _send(taken, Security.TLS, user="", password="")
        assert len(taken.mails) == 1


def test_a_server_on_this_machine_may_go_without_encryption_and_login(tmp_path: Path) -> None:
    with mail_server(Ways(login=False), tmp_path) as taken:
        _send(taken, Security.NONE, user="", password="")
        assert len(taken.mails) == 1
        assert taken.logins == []


def test_lines_that_begin_with_a_dot_arrive_as_they_were(tmp_path: Path) -> None:
    text = ".\n..two\nmiddle\n.end\n"
    with mail_server(Ways(login=False), tmp_path) as taken:
        server = _server(taken, Security.NONE, user="", password="")
        send_mail(server, _message(text), FROM, TO)
        got = message_from_bytes(taken.raw, policy=default)
    assert isinstance(got, EmailMessage)
    assert got.get_content().replace("\r\n", "\n") == text


def test_nothing_goes_in_the_open_to_another_machine() -> None:
    server = MailServer("mail.example.org", 25, Security.NONE, USER, PASSWORD)
    with pytest.raises(MailError, match="in the open"):
        send_mail(server, _message(), FROM, TO)


def test_k6_a_server_that_offers_no_encryption_gets_neither_password_nor_mail(tmp_path: Path) -> None:
    with mail_server(Ways(), tmp_path) as taken:
        error = _refusal(taken)
        assert "offers no encryption" in error.message
        assert taken.logins == []
        assert taken.mails == []


def test_t11_a_certificate_that_nobody_vouches_for_gets_neither_password_nor_mail(
    starttls: Taken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    error = _refusal(starttls)
    assert "certificate of localhost is not accepted" in error.message
    assert "SSL_CERT_FILE" in error.hint
    assert starttls.logins == []


def test_a_certificate_of_another_name_is_not_accepted(starttls: Taken) -> None:
    assert "certificate of 127.0.0.1 is not accepted" in _refusal(starttls, host="127.0.0.1").message
    assert starttls.logins == []


def test_k2_a_refused_login_says_whose_and_not_the_password(starttls: Taken) -> None:
    error = _refusal(starttls, password="wrong")
    assert f"refuses the login of {USER}" in error.message
    assert "mail_password_env" in error.hint
    assert starttls.mails == []


def test_k2_a_server_that_repeats_the_password_is_not_repeated(tmp_path: Path) -> None:
    wrong = "snail-marble-8"
    coded = base64.b64encode(f"\0{USER}\0{wrong}".encode()).decode()
    with mail_server(Ways("starttls", login_answer=f"535 no {wrong} {coded}"), tmp_path) as taken:
        error = _refusal(taken, password=wrong)
    assert "refuses the login" in error.message
    assert wrong not in str(error)
    assert coded not in str(error)


def test_a_password_that_no_server_understands_is_told_without_it(starttls: Taken) -> None:
    error = _refusal(starttls, password="Schneckenpaß")
    assert "beyond ASCII" in error.message
    assert "Schneckenpaß" not in str(error)


def test_the_password_is_in_no_representation_of_the_server() -> None:
    assert PASSWORD not in repr(MailServer(NAME, 25, Security.NONE, USER, PASSWORD))


def test_a_server_without_login_says_so(tmp_path: Path) -> None:
    with mail_server(Ways(login=False), tmp_path) as taken:
        assert "takes no login" in _refusal(taken, Security.NONE).message


def test_one_refused_recipient_means_that_nobody_is_sent_anything(tmp_path: Path) -> None:
    with mail_server(Ways("starttls", refused=(TO[1],)), tmp_path) as taken:
        error = _refusal(taken)
        assert f"refuses to send to {TO[1]} (550 5.1.1 no such mailbox); nothing was sent" in error.message
        assert taken.mails == []


def test_a_refused_sender_is_named(tmp_path: Path) -> None:
    with mail_server(Ways("starttls", refused_sender=FROM), tmp_path) as taken:
        error = _refusal(taken)
        assert f"refuses {FROM} as sender" in error.message
        assert "mail_from" in error.hint


def test_a_mail_that_is_refused_in_the_end_was_not_sent(tmp_path: Path) -> None:
    with mail_server(Ways("starttls", answer="552 too \x1b[31mlarge"), tmp_path) as taken:
        error = _refusal(taken)
    assert isinstance(error, MailError)
    assert "does not take the mail (552 too large); nothing was sent" in error.message
    assert not error.unsure


def test_a_connection_cut_before_the_mail_means_that_nothing_was_sent(tmp_path: Path) -> None:
    with mail_server(Ways("starttls", cut_at="MAIL"), tmp_path) as taken:
        error = _refusal(taken)
    assert isinstance(error, MailError)
    assert "broke off after" in error.message
    assert "nothing was sent" in error.message
    assert not error.unsure


@pytest.mark.parametrize("way", ["cut_at", "silent_at"])
def test_no_word_after_the_whole_mail_means_that_it_may_have_been_sent(tmp_path: Path, way: str) -> None:
    ways = Ways("starttls")
    setattr(ways, way, "DATA")
    with mail_server(ways, tmp_path) as taken:
        error = _refusal(taken, step_seconds=1)
        assert isinstance(error, MailError)
        assert error.unsure
        assert "may have been sent, or not" in error.message
        assert len(taken.mails) == 1


def test_t6_a_server_that_falls_silent_is_left(tmp_path: Path) -> None:
    with mail_server(Ways("starttls", silent_at="MAIL"), tmp_path) as taken:
        error = _refusal(taken, step_seconds=1)
    assert "was silent for too long" in error.message
    assert "nothing was sent" in error.message


def test_t6_a_server_is_left_that_takes_too_long_for_everything(tmp_path: Path) -> None:
    with mail_server(Ways("starttls", silent_at="MAIL"), tmp_path) as taken:
        assert "was silent for too long" in _refusal(taken, all_seconds=1).message


def test_what_does_not_greet_is_no_mail_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        taken = Taken(port=listening.getsockname()[1])
        assert "does not greet" in _refusal(taken, step_seconds=0.2).message
        assert "does not greet" in _refusal(taken, Security.NONE, step_seconds=0.2).message


def test_a_plain_server_is_told_from_an_encrypted_one(tmp_path: Path) -> None:
    with mail_server(Ways(), tmp_path) as taken:
        error = _refusal(taken, Security.TLS)
    assert "No secure connection" in error.message
    assert "mail_security" in error.hint


def test_a_port_where_nothing_answers_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(Offline, match="Nothing answers"):
        send_mail(MailServer(NAME, port, Security.STARTTLS), _message(), FROM, TO)
