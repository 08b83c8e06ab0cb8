"""Mail, put together from the settings; the password comes out of the environment when it is needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import EmailMessage

from radar.errors import SettingsError
from radar.net.mail import USUAL_PORTS, MailServer, Security, is_this_machine, send_mail
from radar.papers.bases import Value
from radar.settings import Settings

_LIKE_A_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
_EXAMPLES: Mapping[str, str] = {
    "mail_to": 'mail_to = "me@example.org"',
    "mail_host": 'mail_host = "smtp.example.org"',
    "mail_user": 'mail_user = "me@example.org"',
    "mail_password_env": 'mail_password_env = "MAIL_PASSWORD"',
}


class Mailer(Value):
    """Sends mail as the settings say."""

    server: MailServer
    sender: str
    recipients: tuple[str, ...]

    def send(self, message: EmailMessage) -> None:
        """Send a message to all recipients or to none; raises MailError or Offline."""
        send_mail(self.server, message, self.sender, self.recipients)

    @property
    def line(self) -> str:
        """How mail goes out, without the password: "to ada@example.org by smtp.example.org, port 587"."""
        server = self.server
        how = "no encryption" if server.security is Security.NONE else server.security.value
        login = "with a login" if server.user else "without a login"
        return f"to {', '.join(self.recipients)} by {server.host}, port {server.port}, {how}, {login}"


def mail_begun(settings: Settings) -> bool:
    """Return whether anything of mail is set, so that somebody means to have digests mailed."""
    names = ("mail_to", "mail_from", "mail_host", "mail_port", "mail_user", "mail_password_env")
    return any(getattr(settings, name) for name in names)


def mail_lack(settings: Settings) -> tuple[str, ...]:
    """Return the lines that the settings lack for mail to be sent, as examples; none where nothing lacks."""
    missing = [name for name in ("mail_to", "mail_host") if not getattr(settings, name)]
    if "mail_host" in missing:
        # Whoever sets mail up needs these as well, but for a server that asks for no login.
        missing += [name for name in ("mail_user", "mail_password_env") if not getattr(settings, name)]
    elif settings.mail_user and not settings.mail_password_env:
        missing.append("mail_password_env")
    return tuple(_EXAMPLES[name] for name in missing)


def build_mailer(settings: Settings, environ: Mapping[str, str]) -> Mailer:
    """Put together what sends mail.

    Raises:
        SettingsError: something is not set, or the mail would go in the open.
    """
    lack = mail_lack(settings)
    if lack:
        raise SettingsError("mail is not set up", f"Add to {settings.config_file}: {'; '.join(lack)}")
    security = Security(settings.mail_security)
    if security is Security.NONE and not is_this_machine(settings.mail_host):
        raise SettingsError(
            f'mail_security = "none" is for a server on this machine, not for {settings.mail_host}',
            'Set mail_security = "starttls", or "tls" for port 465',
        )
    server = MailServer(
        settings.mail_host,
        settings.mail_port or USUAL_PORTS[security],
        security,
        settings.mail_user,
        _password(settings, environ),
    )
    recipients = _addresses(settings.mail_to)
    return Mailer(server, settings.mail_from or recipients[0], recipients)


def _addresses(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))


def _password(settings: Settings, environ: Mapping[str, str]) -> str:
    name = settings.mail_password_env
    if not settings.mail_user:
        return ""
    password = environ.get(name, "")
    if not password:
        # A name that does not look like one may be the password itself.
        known = _LIKE_A_VARIABLE.fullmatch(name)
        shown = f"{name}, which mail_password_env names," if known else "that mail_password_env names"
        raise SettingsError(
            f"the environment variable {shown} is not set",
            "Set it to the password of mail_user; cron and systemd need it as well: "
            "radar digest --install tells how",
        )
    return password
