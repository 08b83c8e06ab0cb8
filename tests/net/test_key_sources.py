"""Keys from a command or the keyring: fetched once, within a time, and nothing that was said is repeated."""

from __future__ import annotations

import asyncio
import io
import os
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from pathlib import Path

import pytest

from radar.errors import KeyRefused
from radar.net.key_sources import (
    CommandKey,
    KeyringKey,
    KeySource,
    command_key,
    fetched_keys,
    first_word,
    keyring_key,
)
from radar.pipeline.worker_log import redacted_output
from tests.net.keyring_backend import ENTRY, keyring_of_variables
from tests.pipeline.fakes import wait_for

SECRET = "sk-very-secret-4711"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A program without a line yet; `_write` gives it some."""
    return tmp_path / "give-key"


@pytest.fixture
def own_keyring() -> Iterator[None]:
    with keyring_of_variables():
        yield


def _write(script: Path, *lines: str) -> str:
    script.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
    script.chmod(0o700)
    return str(script)


def _refused(source: KeySource) -> str:
    with pytest.raises(KeyRefused) as refused:
        source.fetch()
    said = str(refused.value)
    assert SECRET not in said
    assert "sk-" not in said
    return said


def test_the_first_line_of_a_command_is_the_key(script: Path) -> None:
    command = _write(script, f"echo ' {SECRET} '", "echo login: me", "echo noise >&2")
    assert CommandKey(command).fetch() == SECRET


def test_a_command_gets_its_arguments_as_they_are_and_no_shell(script: Path, tmp_path: Path) -> None:
    command = _write(script, 'printf "%s|" "$@"')
    assert CommandKey(f"{command} 'two words' $HOME; touch {tmp_path}/made").fetch() == (
        f"two words|$HOME;|touch|{tmp_path}/made|"
    )
    assert not (tmp_path / "made").exists()


def test_a_command_is_run_once_and_the_key_is_kept(script: Path, tmp_path: Path) -> None:
    command = _write(script, f"echo run >> {tmp_path}/runs", f"echo {SECRET}")
    source = command_key(command)
    assert not (tmp_path / "runs").exists()
    assert [source.fetch(), command_key(command).fetch()] == [SECRET, SECRET]
    assert (tmp_path / "runs").read_text(encoding="utf-8") == "run\n"


async def test_many_who_need_the_key_at_once_run_the_command_once(script: Path, tmp_path: Path) -> None:
    source = CommandKey(_write(script, f"echo run >> {tmp_path}/runs", f"echo {SECRET}"))
    assert set(await asyncio.gather(*(source.key() for _ in range(8)))) == {SECRET}
    assert (tmp_path / "runs").read_text(encoding="utf-8") == "run\n"


def test_a_command_has_no_input_to_wait_for(script: Path) -> None:
    command = _write(script, "read answer", f'echo "{SECRET}$answer"')
    before, (reading, writing) = os.dup(0), os.pipe()
    os.write(writing, b"typed ahead\n")
    os.dup2(reading, 0)
    try:
        assert CommandKey(command).fetch() == SECRET
    finally:
        os.dup2(before, 0)
        for each in (before, reading, writing):
            os.close(each)


def test_k2_a_command_that_fails_is_named_by_its_first_word_with_its_exit_code(script: Path) -> None:
    command = _write(script, f"echo {SECRET}", f"echo {SECRET} >&2", "exit 3")
    said = _refused(CommandKey(f"{command} --for groq"))
    assert "the key_command `give-key` failed (exit code 3)" in said
    assert "--for" not in said
    assert "by hand" in said


def test_a_command_that_is_not_there_is_said_to_be_missing() -> None:
    said = _refused(CommandKey("no-such-program-4711 show"))
    assert "the key_command `no-such-program-4711` is not there" in said


def test_a_command_that_is_no_program_is_said_not_to_start(script: Path) -> None:
    script.write_bytes(b"\x00\x01 no program")
    script.chmod(0o700)
    assert "could not be started" in _refused(CommandKey(str(script)))


def test_a_command_that_writes_nothing_is_said_to(script: Path) -> None:
    assert "wrote no key" in _refused(CommandKey(_write(script, "echo; echo second")))


def test_k1_a_first_line_that_is_too_long_is_no_key(script: Path) -> None:
    said = _refused(CommandKey(_write(script, "head -c 9000 /dev/zero | tr '\\0' a")))
    assert "longer than 4,096 bytes" in said


def test_what_follows_the_first_line_may_be_long(script: Path) -> None:
    command = _write(script, f"echo {SECRET}", "head -c 900000 /dev/zero | tr '\\0' a")
    assert CommandKey(command).fetch() == SECRET


def test_a_command_that_does_not_end_is_ended_with_what_it_started(script: Path, tmp_path: Path) -> None:
    command = _write(script, f"echo {SECRET}", f"sleep 60 & echo $! > {tmp_path}/child", "wait")
    assert "did not end within 0.5 s" in _refused(CommandKey(command, seconds=0.5))
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    wait_for(lambda: not _runs(child), "the end of what the command started")


async def test_a_cancel_does_not_wait_for_the_command(script: Path, tmp_path: Path) -> None:
    command = _write(
        script, f"echo $$ > {tmp_path}/pid.new", f"mv {tmp_path}/pid.new {tmp_path}/pid", "sleep 60"
    )
    asking = asyncio.create_task(CommandKey(command, seconds=600).key())
    await asyncio.to_thread(wait_for, (tmp_path / "pid").exists, "the start of the command")
    asking.cancel()
    with suppress(asyncio.CancelledError):
        await asking
    assert asking.cancelled()
    process = int((tmp_path / "pid").read_text(encoding="utf-8"))
    await asyncio.to_thread(wait_for, lambda: not _runs(process), "the end of the command")


def test_a_failure_is_not_kept_for_a_keyring_may_be_unlocked_meanwhile(script: Path) -> None:
    source = CommandKey(_write(script, "exit 1"))
    _refused(source)
    _write(script, f"echo {SECRET}")
    assert source.fetch() == SECRET


@pytest.mark.usefixtures("own_keyring")
def test_the_keyring_gives_a_key_by_service_and_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENTRY, f"https://api.example/v1|me|{SECRET}")
    assert KeyringKey("https://api.example/v1/me").fetch() == SECRET


@pytest.mark.usefixtures("own_keyring")
def test_an_entry_that_the_keyring_lacks_comes_with_the_command_that_makes_it() -> None:
    said = _refused(KeyringKey("my groq/me"))
    assert "the keyring has no key my groq/me" in said
    assert "keyring set 'my groq' me" in said


@pytest.mark.usefixtures("own_keyring")
def test_k2_what_a_locked_keyring_says_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENTRY, "LOCKED")
    said = _refused(KeyringKey("groq/me"))
    assert "the keyring does not give the key groq/me (RuntimeError)" in said
    assert "unlocked" in said


@pytest.mark.usefixtures("own_keyring")
async def test_a_keyring_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENTRY, "SLOW")
    with pytest.raises(KeyRefused, match=r"did not give the key groq/me within 0\.1 s") as refused:
        await KeyringKey("groq/me", seconds=0.1).key()
    assert "locked" in refused.value.hint


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert 'pip install "research-radar[keyring]"' in _refused(KeyringKey("groq/me"))


def test_one_entry_has_one_source() -> None:
    assert keyring_key("groq/me") is keyring_key("groq/me")
    assert keyring_key("groq/me") is not keyring_key("groq/you")


def test_k2_a_key_that_is_fetched_while_the_worker_runs_is_kept_out_of_its_log(script: Path) -> None:
    key = f"sk-late-{time.monotonic_ns()}"
    source = CommandKey(_write(script, f"echo {key}"))
    log = io.StringIO()
    with redirect_stderr(log), redacted_output(fetched_keys):
        source.fetch()
        print(f"trouble with {key} at hand", file=sys.stderr)
    assert "trouble with *** at hand" in log.getvalue()
    assert key not in log.getvalue()


def test_k2_what_a_terminal_would_act_on_is_kept_out_of_the_log_of_the_worker() -> None:
    log = io.StringIO()
    with redirect_stderr(log), redacted_output(lambda: ()):
        print("an abstract said \x1b]0;evil\x07\nand more", file=sys.stderr)
    assert "an abstract said  ]0;evil \nand more\n" in log.getvalue()


def test_k2_a_source_does_not_show_its_key(script: Path) -> None:
    source = CommandKey(_write(script, f"echo {SECRET}"))
    key = source.fetch()
    assert SECRET not in f"{source!r} {key!r} {vars(source)!r}"


def test_of_a_command_only_the_name_of_its_program_is_shown() -> None:
    assert first_word("/opt/bin/pass show groq") == "`pass`"


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    # One that nobody has waited for is still listed.
    return state.rpartition(")")[2].split()[0] != "Z"
