"""Mail by SMTP: one message to a server of the reader, encrypted and to a server that proves who it is."""

from __future__ import annotations

import base64
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from enum import StrEnum

from radar.errors import MailError, Offline
from radar.net.addresses import is_loopback
from radar.papers.bases import Guarded
from radar.papers.text.safe_text import clean

STEP_SECONDS = 30.0
"""How long a server may take for one step before it counts as silent."""
_ALL_SECONDS = 180.0
"""And for everything, so that one that drips does not hold a digest for ever."""
# An address literal, as RFC 5321 4.1.4 asks of a client without a name that the other side could look up;
# smtplib would ask the network for the name of this machine, and tell it.
_OWN_NAME = "[127.0.0.1]"
_REPLY = 200
"""Characters of a server's words that are repeated."""
_LINE_BEGINS_WITH_DOT = re.compile(rb"^\.", re.MULTILINE)


class Security(StrEnum):
    """How a connection to a mail server is kept private."""

    STARTTLS = "starttls"
    """It begins in the open and is encrypted before anything is said that matters."""
    TLS = "tls"
    """Encrypted from the first byte."""
    NONE = "none"
    """Not at all: for a server on this machine only."""


USUAL_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}
"""RFC 6409 and RFC 8314 for submission; 25 for a server on this machine."""


class MailServer(Guarded):
    """The server that takes the reader's mail."""

    unshown = frozenset({"password"})

    host: str
    port: int
    security: Security
    user: str = ""
    """Empty for a server that asks for no login."""
    password: str = ""
    step_seconds: float = STEP_SECONDS
    all_seconds: float = _ALL_SECONDS


def send_mail(server: MailServer, message: EmailMessage, sender: str, recipients: Sequence[str]) -> None:
    """Hand a message to the server for all recipients, or for none.

    Raises:
        Offline: the server cannot be reached.
        MailError: it was not sent, and why; or, where the connection broke off after the whole of it had
            been handed over, that it may have been: `MailError.unsure`. The password is never repeated.
    """
    if server.security is Security.NONE and not is_this_machine(server.host):
        raise MailError(
            f"mail to {server.host} would go in the open, and so would the password",
            'mail_security = "none" is for a server on this machine: set "starttls" or "tls"',
        )
    content = _content(message)
    with _Conversation(server).open() as conversation:
        conversation.login()
        conversation.address(sender, recipients)
        conversation.hand_over(content)


def is_this_machine(host: str) -> bool:
    """Say whether a host, a name or a number, is this very machine."""
    return is_loopback(f"smtp://[{host}]" if ":" in host else f"smtp://{host}")


class _Plain(smtplib.SMTP):
    """Not yet connected, so that each step can fail by itself; smtplib's own connects as it is made."""

    def __init__(self, server: MailServer) -> None:
        super().__init__(timeout=server.step_seconds, local_hostname=_OWN_NAME)
        # The name that the certificate must hold.
        self._host = server.host


class _Encrypted(smtplib.SMTP_SSL):
    """The same, encrypted from the first byte."""

    def __init__(self, server: MailServer) -> None:
        context = ssl.create_default_context()
        super().__init__(timeout=server.step_seconds, local_hostname=_OWN_NAME, context=context)
        self._host = server.host


class _Conversation:
    """One connection, step by step, so that each failure says what it means for the mail."""

    def __init__(self, server: MailServer) -> None:
        self._server = server
        self._after = ""
        self._handed_over = False
        self._out_of_time = False
        self._smtp: smtplib.SMTP | None = None

    @contextmanager
    def open(self) -> Iterator[_Conversation]:
        watch = threading.Timer(self._server.all_seconds, self._give_up)
        watch.daemon = True
        try:
            watch.start()
            smtp = self._connected()
            self._greet(smtp)
            yield self
            # The mail is on its way: how the other side says goodbye changes nothing.
            with suppress(OSError, smtplib.SMTPException):
                smtp.quit()
        except smtplib.SMTPResponseException as error:
            raise self._refused("does not go on", error.smtp_code, error.smtp_error) from None
        except (OSError, smtplib.SMTPException) as error:
            raise self._failed(error) from error
        finally:
            watch.cancel()
            if self._smtp is not None:
                self._smtp.close()

    def login(self) -> None:
        if not self._server.user:
            return
        smtp = self._connection
        if not smtp.has_extn("auth"):
            raise MailError(
                f"{self._server.host} takes no login", "Leave mail_user and mail_password_env out"
            )
        try:
            smtp.login(self._server.user, self._server.password)
        except smtplib.SMTPAuthenticationError as error:
            said = self._said(error.smtp_error)
            raise MailError(
                f"{self._server.host} refuses the login of {clean(self._server.user)} ({said})",
                "Check mail_user and the variable that mail_password_env names; many services want a "
                "password made for one program, an app password",
            ) from None
        except UnicodeEncodeError:
            raise MailError(
                f"the login for {self._server.host} cannot be sent: it holds letters beyond ASCII",
                "Use a password of plain letters, such as an app password",
            ) from None
        except smtplib.SMTPNotSupportedError:
            raise MailError(f"{self._server.host} and radar know no common way to log in") from None

    def address(self, sender: str, recipients: Sequence[str]) -> None:
        """Name sender and recipients; where one is refused, nobody is sent anything."""
        smtp = self._connection
        self._after = "it was told the sender"
        code, reply = smtp.mail(sender)
        if code != 250:
            raise self._refused(f"refuses {sender} as sender", code, reply, "Check mail_from")
        self._after = "it was told the recipients"
        for recipient in recipients:
            code, reply = smtp.rcpt(recipient)
            if code not in (250, 251):
                raise self._refused(f"refuses to send to {recipient}", code, reply, "Check the address")

    def hand_over(self, content: bytes) -> None:
        """Send the message and wait for the word that it is taken."""
        smtp = self._connection
        self._after = "it took the recipients"
        code, reply = smtp.docmd("DATA")
        if code != 354:
            raise self._refused("does not take the mail", code, reply)
        self._after = "it began to take the mail"
        smtp.send(content[:-1])
        # Without its last byte the mail has no end; with it, the other side may have taken it.
        self._handed_over = True
        smtp.send(content[-1:])
        code, reply = smtp.getreply()
        if code != 250:
            self._handed_over = code < 0
            raise self._refused("does not take the mail", code, reply)

    def _connected(self) -> smtplib.SMTP:
        server = self._server
        self._smtp = _Encrypted(server) if server.security is Security.TLS else _Plain(server)
        code, reply = self._smtp.connect(server.host, server.port)
        self._after = "it took the connection"
        if code != 220:
            raise self._refused("takes no mail now", code, reply)
        return self._smtp

    def _greet(self, smtp: smtplib.SMTP) -> None:
        self._after = "it was greeted"
        smtp.ehlo_or_helo_if_needed()
        if self._server.security is not Security.STARTTLS:
            return
        if not smtp.has_extn("starttls"):
            raise MailError(
                f"{self._server.host} offers no encryption on port {self._server.port}; nothing was sent",
                'Check mail_port; a server that is encrypted from the start takes mail_security = "tls"',
            )
        self._after = "it agreed to encrypt"
        smtp.starttls(context=ssl.create_default_context())
        smtp.ehlo()

    @property
    def _connection(self) -> smtplib.SMTP:
        if self._smtp is None:
            raise MailError("there is no connection")
        return self._smtp

    def _give_up(self) -> None:
        self._out_of_time = True
        connection = self._smtp.sock if self._smtp is not None else None
        if connection is not None:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _refused(self, what: str, code: int, reply: bytes | str, hint: str = "") -> MailError | Offline:
        if code < 0:
            return self._failed(smtplib.SMTPServerDisconnected())
        later = "Try again later" if 400 <= code < 500 else ""
        return MailError(
            f"{self._server.host} {what} ({code} {self._said(reply)}); nothing was sent", hint or later
        )

    def _failed(self, error: Exception) -> MailError | Offline:
        host, port = self._server.host, self._server.port
        if isinstance(error, MailError):
            return error
        if self._handed_over:
            return MailError(
                f"the connection to {host} ended before it said that it had taken the mail: "
                "it may have been sent, or not",
                "Look into the mailbox; the next digest holds the same papers again",
                unsure=True,
            )
        if isinstance(error, ssl.SSLCertVerificationError):
            reason = clean(error.verify_message).rstrip(".") or "not trusted"
            return MailError(
                f"The certificate of {host} is not accepted ({reason}); nothing was sent",
                "If it is your own, name its authority with SSL_CERT_FILE",
            )
        if isinstance(error, ssl.SSLError):
            return MailError(
                f"No secure connection to {host}, port {port}, came about; nothing was sent",
                'Check mail_port and mail_security: "starttls" is usual on 587, "tls" on 465',
            )
        if not self._after:
            return self._unreached(error)
        if self._out_of_time or any(isinstance(one, TimeoutError) for one in (error, error.__context__)):
            return MailError(
                f"{host}, port {port}, was silent for too long after {self._after}; nothing was sent",
                "Try again later",
            )
        return MailError(
            f"The connection to {host} broke off after {self._after}; nothing was sent", "Try again later"
        )

    def _unreached(self, error: Exception) -> MailError | Offline:
        host, port = self._server.host, self._server.port
        if isinstance(error, socket.gaierror):
            return Offline(f"No machine called {host} can be found", "Check mail_host and the network")
        if isinstance(error, ConnectionRefusedError):
            return Offline(f"Nothing answers at {host}, port {port}", "Check mail_host and mail_port")
        if isinstance(error, smtplib.SMTPException | TimeoutError):
            return MailError(
                f"{host}, port {port}, does not greet as a mail server does; nothing was sent",
                'Check mail_port and mail_security: "starttls" is usual on 587, "tls" on 465',
            )
        return Offline(f"{host}, port {port}, cannot be reached", "Check mail_host and the network")

    def _said(self, reply: bytes | str) -> str:
        """Return what a server said, without the password, in whichever form it repeats it."""
        text = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
        server = self._server
        for form in _forms(server.user, server.password):
            text = text.replace(form, "(hidden)")
        return clean(text)[:_REPLY]


def _forms(user: str, password: str) -> Iterator[str]:
    if not password:
        return
    yield password
    for plain in (password, f"\0{user}\0{password}"):
        yield base64.b64encode(plain.encode()).decode("ascii")


def _content(message: EmailMessage) -> bytes:
    """Return a message as it goes over the wire, with the line that ends it."""
    text = message.as_bytes()
    text = re.sub(rb"\r\n|\r|\n", b"\r\n", text)
    return _LINE_BEGINS_WITH_DOT.sub(b"..", text).removesuffix(b"\r\n") + b"\r\n.\r\n"
