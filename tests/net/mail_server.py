"""A real mail server on loopback that takes mail, refuses it, falls silent or hangs up."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER = "ada@example.org"
PASSWORD = "snail-marble-7"
NAME = "localhost"


@dataclass(slots=True)
class Ways:
    """How the server behaves."""

    encrypted: str = ""
    """"starttls", "tls", or empty for a server that offers no encryption."""
    login: bool = True
    """Whether it wants a login."""
    refused: tuple[str, ...] = ()
    """Recipients that it refuses."""
    refused_sender: str = ""
    silent_at: str = ""
    """"MAIL" or "DATA": where it stops answering."""
    cut_at: str = ""
    """The same: where it hangs up."""
    answer: str = "250 taken"
    """What it says once it has a mail."""
    login_answer: str = ""
    """What it says to a wrong password."""


@dataclass(slots=True)
class Taken:
    """What the server got."""

    mails: list[Envelope] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def raw(self) -> bytes:
        """The text of the only mail."""
        (mail,) = self.mails
        content = mail.original_content
        assert content is not None
        return content


class _Handler:
    def __init__(self, ways: Ways, taken: Taken) -> None:
        self._ways = ways
        self._taken = taken

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == self._ways.refused_sender:
            return "553 5.1.8 not your address"
        await self._misbehave("MAIL", server)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self._ways.refused:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self._taken.mails.append(envelope)
        await self._misbehave("DATA", server)
        return self._ways.answer

    async def _misbehave(self, at: str, server: SMTP) -> None:
        if self._ways.cut_at == at:
            assert isinstance(server.transport, asyncio.WriteTransport)
            server.transport.abort()
        if at in (self._ways.silent_at, self._ways.cut_at):
            # Ended with the server, or as the other side hangs up.
            await asyncio.Event().wait()

    def authenticated(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self._taken.logins.append(data.login.decode())
        good = (data.login.decode(), data.password.decode()) == (USER, PASSWORD)
        refusal = self._ways.login_answer or "535 5.7.8 wrong user or password"
        return AuthResult(success=good, handled=False, message=None if good else refusal)


@contextmanager
def mail_server(ways: Ways, folder: Path) -> Iterator[Taken]:
    """Run a server and give what it gets; `folder` gets the certificate of its authority, `authority.pem`."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "authority.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(NAME).configure_cert(context)
    taken = Taken()
    handler = _Handler(ways, taken)
    more: dict[str, Any] = {"ident": "snail mail"}
    if ways.encrypted == "starttls":
        more |= {"tls_context": context, "require_starttls": True}
    if ways.login:
        more |= {"authenticator": handler.authenticated, "auth_require_tls": ways.encrypted == "starttls"}
    if ways.encrypted == "tls":
        more["ssl_context"] = context
    controller = _Controller(handler, hostname="127.0.0.1", port=0, **more)
    controller.start()
    try:
        taken.port = controller.bound_port
        yield taken
    finally:
        controller.stop()


class _Controller(Controller):
    """One that takes any free port."""

    @property
    def bound_port(self) -> int:
        assert isinstance(self.server, asyncio.Server)
        port: int = self.server.sockets[0].getsockname()[1]
        return port

    def _trigger_server(self) -> None:
        # The own one connects to the port it was given, which is 0.
        self.port = self.bound_port
        super()._trigger_server()  # type: ignore[no-untyped-call]
