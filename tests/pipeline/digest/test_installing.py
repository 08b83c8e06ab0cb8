"""What is entered so that a digest comes every morning."""

from __future__ import annotations

import configparser
import shlex
from pathlib import Path

from radar.papers.bases import replace
from radar.pipeline.digest.installing import (
    Installation,
    crontab_line,
    instructions,
    service_unit,
    timer_unit,
)

PLAIN = Installation(
    program=("/opt/radar/bin/radar",),
    options=("--library", "/home/ada/my papers/50%.sqlite3"),
    digest=("--watch", 'the "best" $HOME', "--email"),
    variables={"RADAR_CONFIG": "/home/ada/a b.toml"},
    secrets=("MAIL_PASSWORD",),
    environment_file=Path("/home/ada/.config/radar/environment"),
    units=Path("/home/ada/.config/systemd/user"),
)


def test_the_line_for_cron_runs_both_commands_with_their_words_whole() -> None:
    line = crontab_line(PLAIN)
    assert "\n" not in line
    assert line.startswith("0 7 * * * set -a; ")
    # cron takes \% for %, and hands the rest to a shell.
    shell = line.removeprefix("0 7 * * * ").replace("\\%", "%")
    assert "%" not in line.replace("\\%", "")
    refresh, send = shell.split("; ")[-2:]
    assert shlex.split(refresh) == [*PLAIN.program, "refresh", "--quiet", *PLAIN.options]
    assert shlex.split(send) == [*PLAIN.program, "digest", *PLAIN.options, *PLAIN.digest]


def test_the_service_goes_on_to_the_digest_though_a_source_fails() -> None:
    lines = service_unit(PLAIN).splitlines()
    starts = [line.removeprefix("ExecStart=") for line in lines if line.startswith("ExecStart=")]
    library = '"/home/ada/my papers/50%%.sqlite3"'
    assert starts == [
        f"-/opt/radar/bin/radar refresh --quiet --library {library}",
        f'/opt/radar/bin/radar digest --library {library} --watch "the \\"best\\" $$HOME" --email',
    ]
    assert "EnvironmentFile=-/home/ada/.config/radar/environment" in lines


def test_the_timer_makes_up_for_a_morning_on_which_the_machine_was_off() -> None:
    unit = configparser.ConfigParser()
    unit.read_string(timer_unit())
    assert unit["Timer"]["OnCalendar"] == "*-*-* 07:00"
    assert unit["Timer"]["Persistent"] == "true"
    assert unit["Install"]["WantedBy"] == "timers.target"


def test_the_environment_is_named_without_any_secret_and_undoing_is_told() -> None:
    text = instructions(PLAIN)
    assert text.startswith("# Nothing was written.")
    assert "RADAR_CONFIG='/home/ada/a b.toml'\nMAIL_PASSWORD=...\n" in text
    assert "chmod 600 /home/ada/.config/radar/environment" in text
    assert "systemctl --user disable --now radar-digest.timer && rm " in text
    assert "crontab -e, and take the line out" in text
    bare = instructions(replace(PLAIN, variables={}, secrets=()))
    assert "environment: none is needed" in bare
