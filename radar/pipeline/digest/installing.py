"""What a reader enters so that a digest comes every morning; nothing is entered for them."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from radar.papers.bases import Value

NAME = "radar-digest"
"""Of the systemd units."""


class Installation(Value):
    """This radar, as another program starts it."""

    program: tuple[str, ...]
    """The words that start it, the first an absolute path."""
    options: tuple[str, ...]
    """Options of every command: which settings file, which library."""
    digest: tuple[str, ...]
    """The words of the digest: which papers, and to whom."""
    variables: Mapping[str, str]
    """Variables that it runs with here and that a service would not have; none of them a secret."""
    secrets: tuple[str, ...]
    """Names of the variables that hold secrets it needs."""
    environment_file: Path
    """The file that is to hold both."""
    units: Path
    """The folder of the reader's own systemd units."""

    @property
    def refresh(self) -> tuple[str, ...]:
        """The command that brings the papers."""
        return (*self.program, "refresh", "--quiet", *self.options)

    @property
    def send(self) -> tuple[str, ...]:
        """The command that sends the digest."""
        return (*self.program, "digest", *self.options, *self.digest)


def instructions(installation: Installation) -> str:
    """Return what to enter for a digest at seven every morning, by cron or by systemd, and how to undo it."""
    service, timer = (installation.units / f"{NAME}.{kind}" for kind in ("service", "timer"))
    return (
        "\n\n".join(
            (
                "# Nothing was written. Choose one of the two ways: cron, or systemd.",
                _environment(installation),
                "# --- cron: enter this line with crontab -e\n" + crontab_line(installation),
                f"# --- systemd: put this into {service}\n{service_unit(installation)}",
                f"# and this into {timer}\n{timer_unit()}",
                "# then start it, and see when it comes next:\n"
                f"systemctl --user daemon-reload && systemctl --user enable --now {NAME}.timer\n"
                f"systemctl --user list-timers {NAME}.timer\n"
                "# so that it also comes while you are not logged in:\n"
                "loginctl enable-linger",
                "# --- to undo it\n"
                "# cron: crontab -e, and take the line out\n"
                f"# systemd: systemctl --user disable --now {NAME}.timer && "
                f"rm {shlex.quote(str(service))} {shlex.quote(str(timer))}",
            )
        )
        + "\n"
    )


def crontab_line(installation: Installation) -> str:
    """Return the line for crontab: the digest is sent though a source fails, which it then tells."""
    file = shlex.quote(str(installation.environment_file))
    load = f"set -a; [ ! -e {file} ] || . {file}; set +a; "
    commands = f"{shlex.join(installation.refresh)}; {shlex.join(installation.send)}"
    # cron takes a % for the end of the command.
    return "0 7 * * * " + (load + commands).replace("%", "\\%")


def service_unit(installation: Installation) -> str:
    """Return the systemd service; the minus lets it go on to the digest though a source fails."""
    return (
        "[Unit]\n"
        "Description=radar: new papers, and the digest of the day by mail\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        f"EnvironmentFile=-{_path(installation.environment_file)}\n"
        f"ExecStart=-{_command(installation.refresh)}\n"
        f"ExecStart={_command(installation.send)}"
    )


def timer_unit() -> str:
    """Return the systemd timer; a morning on which the machine was off is made up for."""
    return (
        "[Unit]\n"
        "Description=radar: the digest of the day, every morning\n"
        "\n"
        "[Timer]\n"
        "OnCalendar=*-*-* 07:00\n"
        "RandomizedDelaySec=10min\n"
        "Persistent=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target"
    )


def _environment(installation: Installation) -> str:
    lines = [f"{name}={shlex.quote(value)}" for name, value in installation.variables.items()]
    lines += [f"{name}=..." for name in installation.secrets]
    file = installation.environment_file
    if not lines:
        return f"# --- environment: none is needed; what you put into {file} is used, as NAME=value"
    return (
        f"# --- environment: cron and systemd do not have your shell's. Put this into {file},\n"
        f"# which only you should read: chmod 600 {shlex.quote(str(file))}\n" + "\n".join(lines)
    )


def _command(words: Sequence[str]) -> str:
    return " ".join(map(_word, words))


def _word(word: str) -> str:
    """Return a word as systemd.service(5) reads it: % and $ doubled, quoted where it needs to be."""
    word = word.replace("%", "%%").replace("$", "$$")
    if all(letter.isalnum() or letter in "/._-=:,@+%$" for letter in word) and word:
        return word
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _path(path: Path) -> str:
    return str(path).replace("%", "%%")
