"""The settings of mail: checked when they are read, and told exactly where one is missing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from radar.errors import SettingsError
from radar.net.mail import Security
from radar.settings import Settings
from radar.settings.template import settings_template
from radar.wiring.mail import build_mailer, mail_lack

WHOLE = {
    "mail_to": "ada@example.org, bo@example.org",
    "mail_host": "smtp.example.org",
    "mail_user": "ada",
    "mail_password_env": "SNAIL_PASSWORD",
}


def _settings(tmp_path: Path, **values: object) -> Settings:
    lines = [
        f"{name} = {value if isinstance(value, int) else chr(34) + str(value) + chr(34)}"
        for name, value in values.items()
    ]
    file = tmp_path / "config.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return Settings.load({**os.environ, "RADAR_CONFIG": str(file)})


def test_the_settings_become_a_server_with_the_usual_port_and_the_password_of_the_environment(
    tmp_path: Path,
) -> None:
    mailer = build_mailer(_settings(tmp_path, **WHOLE), {"SNAIL_PASSWORD": "marble"})
    assert mailer.recipients == ("ada@example.org", "bo@example.org")
    assert mailer.sender == "ada@example.org"
    server = mailer.server
    assert (server.host, server.port, server.security) == ("smtp.example.org", 587, Security.STARTTLS)
    assert (server.user, server.password) == ("ada", "marble")
    assert "marble" not in repr(mailer)


@pytest.mark.parametrize(("security", "port"), [("starttls", 587), ("tls", 465)])
def test_each_security_has_its_usual_port_unless_one_is_set(tmp_path: Path, security: str, port: int) -> None:
    environ = {"SNAIL_PASSWORD": "marble"}
    found = build_mailer(_settings(tmp_path, **WHOLE, mail_security=security), environ)
    assert found.server.port == port
    other = build_mailer(_settings(tmp_path, **WHOLE, mail_security=security, mail_port=2525), environ)
    assert other.server.port == 2525


def test_exactly_the_lines_that_lack_are_named(tmp_path: Path) -> None:
    assert mail_lack(_settings(tmp_path)) == (
        'mail_to = "me@example.org"',
        'mail_host = "smtp.example.org"',
        'mail_user = "me@example.org"',
        'mail_password_env = "MAIL_PASSWORD"',
    )
    assert mail_lack(_settings(tmp_path, **{**WHOLE, "mail_password_env": ""})) == (
        'mail_password_env = "MAIL_PASSWORD"',
    )
    assert mail_lack(_settings(tmp_path, mail_to="a@b.org", mail_host="localhost")) == ()
    with pytest.raises(SettingsError, match="mail is not set up"):
        build_mailer(_settings(tmp_path), {})


def test_the_lines_that_are_named_are_settings_that_load(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("\n".join(mail_lack(_settings(tmp_path))), encoding="utf-8")
    settings = Settings.load({**os.environ, "RADAR_CONFIG": str(tmp_path / "config.toml")})
    assert mail_lack(settings) == ()
    assert not settings.mail_password_env.startswith("RADAR_"), "it would be taken for a setting"


def test_a_variable_that_is_not_set_is_told_by_name_only_where_it_looks_like_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="SNAIL_PASSWORD") as caught:
        build_mailer(_settings(tmp_path, **WHOLE), {})
    assert "cron" in caught.value.hint
    with pytest.raises(SettingsError) as hidden:
        build_mailer(_settings(tmp_path, **{**WHOLE, "mail_password_env": "hunter2"}), {})
    assert "hunter2" not in str(hidden.value)


def test_k6_mail_in_the_open_is_for_this_machine_only(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="is for a server on this machine"):
        build_mailer(_settings(tmp_path, **WHOLE, mail_security="none"), {"SNAIL_PASSWORD": "x"})
    here = _settings(tmp_path, mail_to="a@b.org", mail_host="127.0.0.1", mail_security="none")
    assert build_mailer(here, {}).server.port == 25


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mail_to", "ada"),
        ("mail_to", "ada@example.org; bo@example.org"),
        ("mail_to", "Ada <ada@example.org>"),
        ("mail_from", "a@b.org, c@d.org"),
        ("mail_host", "https://smtp.example.org"),
        ("mail_host", "smtp.example.org:587"),
        ("mail_security", "ssl"),
        ("mail_port", 70_000),
    ],
)
def test_what_cannot_be_meant_is_refused_when_it_is_read(tmp_path: Path, name: str, value: object) -> None:
    with pytest.raises(SettingsError, match=name):
        _settings(tmp_path, **{name: value})


def test_k2_a_password_in_the_settings_is_refused_and_not_repeated(tmp_path: Path) -> None:
    for name, value in (("mail_password", "snail-marble-7"), ("mail_password_env", "snail marble 7")):
        with pytest.raises(SettingsError) as caught:
            _settings(tmp_path, **{name: value})
        assert value not in str(caught.value)
        assert "mail_password_env" in caught.value.hint


def test_the_template_names_every_setting_of_mail() -> None:
    text = settings_template()
    assert all(f"# {name} = " in text for name in (*WHOLE, "mail_from", "mail_port", "mail_security"))
