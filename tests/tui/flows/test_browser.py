import shlex
import sys
import threading
import time
from pathlib import Path
from urllib.parse import unquote

import pytest

from radar.tui.flows.browser import browser_command, open_link, open_or_copy
from radar.tui.flows.clipboard import Clipboard
from radar.tui.flows.step import Say, Work

URL = "https://github.com/pebbles/pebbler?a=1&b=$(touch%20x);c"
HARMLESS = "https://github.com/pebbles/pebbler?a=1%26b=%24%28touch%20x%29%3Bc"
"""The same link without a sign that a shell would read, for a command with a blank in one of its words."""
WRITE = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(' '.join(sys.argv[2:]))"


def writer(target: Path, *rest: str) -> str:
    return shlex.join((sys.executable, "-c", WRITE, str(target), *rest))


def wait_for_text(path: Path) -> str:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if path.exists() and (text := path.read_text()):
            for thread in threading.enumerate():
                if thread.name == "browser":
                    thread.join(20)
            return text
        threading.Event().wait(0.01)
    raise AssertionError(f"{path} was not written")


def test_u1_the_link_is_the_last_argument_and_no_shell_reads_it(tmp_path: Path) -> None:
    assert open_link(URL, writer(tmp_path / "called")) == f"Opening {URL.removeprefix('https://')}"
    assert wait_for_text(tmp_path / "called") == HARMLESS


def test_u1_the_link_stands_where_the_command_wants_it(tmp_path: Path) -> None:
    open_link(URL, writer(tmp_path / "called", "--new", "%s", "--quiet"))
    assert wait_for_text(tmp_path / "called") == f"--new {HARMLESS} --quiet"


def test_what_the_browser_says_does_not_reach_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    noisy = "import sys; print('noise'); print('noise', file=sys.stderr); " + WRITE
    open_link(URL, shlex.join((sys.executable, "-c", noisy, str(tmp_path / "called"))))
    wait_for_text(tmp_path / "called")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "http://127.0.0.1:8080/", "https://a.b@c.d/"]
)
def test_u1_a_link_that_is_refused_starts_nothing(url: str, tmp_path: Path) -> None:
    assert open_link(url, str(tmp_path / "not there")).startswith("Not opened: ")
    assert "cannot be started" not in open_link(url, str(tmp_path / "not there"))


def test_without_a_browser_the_link_is_copied() -> None:
    handed: list[str] = []
    clipboard = Clipboard(handed.append, lambda: (("cat",),))
    step = open_or_copy(URL, clipboard, find=tuple)
    assert isinstance(step, Work)
    said = step.run()
    assert said is not None
    assert said.text.startswith("No browser here; copied github.com/")
    assert handed == [URL]


def test_a_link_that_is_refused_or_has_a_browser_is_not_copied(tmp_path: Path) -> None:
    handed: list[str] = []
    clipboard = Clipboard(handed.append, tuple)
    assert isinstance(refused := open_or_copy("javascript:alert(1)", clipboard, find=tuple), Say)
    assert refused.text.startswith("Not opened: ")
    opened = open_or_copy(URL, clipboard, writer(tmp_path / "called"), find=tuple)
    assert opened == Say(f"Opening {URL.removeprefix('https://')}")
    assert wait_for_text(tmp_path / "called") == HARMLESS
    assert handed == []


def test_without_a_browser_and_clipboard_the_link_is_told() -> None:
    assert open_link(URL, find=tuple).startswith("No browser here; the link is github.com/pebbles")


def test_a_browser_that_cannot_be_started_is_named() -> None:
    line = open_link(URL, "/nowhere/browser --new")
    assert line.startswith("Not opened: /nowhere/browser cannot be started; the link is github.com/")


def test_a_command_that_cannot_be_read_is_named() -> None:
    assert open_link(URL, "browser 'open") == "Not opened: the browser command cannot be read: browser 'open"


def on_path(*names: str) -> "dict[str, str]":
    return {name: f"/usr/bin/{name}" for name in names}


@pytest.mark.parametrize(
    ("environment", "platform", "programs", "command"),
    [
        ({"DISPLAY": ":0"}, "linux", ("xdg-open", "firefox"), ("xdg-open",)),
        ({"WAYLAND_DISPLAY": "w"}, "linux", ("firefox",), ("firefox",)),
        ({}, "linux", ("xdg-open", "firefox", "w3m"), ()),
        ({}, "linux", ("wslview",), ("wslview",)),
        ({}, "darwin", (), ("open",)),
        ({"BROWSER": "my-open --tab"}, "linux", ("my-open",), ("my-open", "--tab")),
        ({"BROWSER": "gone:other %s &", "DISPLAY": ":0"}, "linux", ("other",), ("other", "%s")),
        ({"BROWSER": "w3m", "DISPLAY": ":0"}, "linux", ("w3m", "xdg-open"), ("xdg-open",)),
        ({"BROWSER": "/usr/bin/lynx"}, "linux", ("/usr/bin/lynx",), ()),
        ({"BROWSER": "'odd"}, "linux", (), ()),
        ({"BROWSER": "%s"}, "linux", ("firefox",), ()),
        ({"BROWSER": "my-open; touch x"}, "linux", ("my-open",), ()),
        ({"BROWSER": "my-open $(touch x)"}, "linux", ("my-open",), ("my-open", "$(touch", "x)")),
    ],
)
def test_u1_the_browser_is_one_with_a_window_of_its_own(
    environment: dict[str, str], platform: str, programs: tuple[str, ...], command: tuple[str, ...]
) -> None:
    assert browser_command(environment, platform, on_path(*programs).get) == command


@pytest.mark.parametrize(
    "command",
    [
        "sh -c 'cat %s'",
        "sh -c",
        "/bin/bash -lc 'firefox %s &'",
        "env sh -c 'firefox \"%s\"'",
        "busybox sh -c 'firefox %s'",
        "cmd.exe /c 'start %s'",
        "pwsh -Command 'start %s'",
    ],
)
def test_u1_no_shell_is_given_the_link_as_a_part_of_its_script(command: str) -> None:
    said = open_link(URL, command)
    assert said.startswith("Not opened: ")
    assert "would read the link as a command" in said


def test_u1_a_script_that_gets_the_link_as_an_argument_is_the_readers_own(tmp_path: Path) -> None:
    target = tmp_path / "called"
    script = f'printf "%b" "$1" > {shlex.quote(str(target))}'
    open_link(URL, shlex.join(("sh", "-c", script, "opener", "%s")))
    assert wait_for_text(target) == HARMLESS
    assert not (tmp_path / "x").exists()


def program(path: Path, code: str) -> str:
    """A program of this name that runs this code."""
    path.write_text(f"#!{sys.executable}\nimport os, pathlib, sys\n{code}\n")
    path.chmod(0o700)
    return str(path)


def browser(path: Path, called: Path) -> str:
    """A browser that writes down what it was called with."""
    return program(path, f"pathlib.Path({str(called)!r}).write_text(' '.join(sys.argv[1:]))")


@pytest.mark.parametrize("around", ["{} %s; true", "{} '%s'"])
@pytest.mark.parametrize(
    "end",
    [
        "$(touch${IFS}PWNED)",
        "`touch${IFS}PWNED`",
        ";touch${IFS}PWNED",
        "|touch${IFS}PWNED",
        "&touch${IFS}PWNED",
        "';touch${IFS}PWNED;'",
        '";touch${IFS}PWNED;"',
        "x>PWNED",
        "<(touch${IFS}PWNED)",
        "{x,y}*\\!^(a)",
        "\u00a0\u2028x",
    ],
)
def test_u1_a_link_runs_nothing_where_the_command_hands_it_to_a_shell(
    end: str, around: str, tmp_path: Path
) -> None:
    pwned, called = tmp_path / "pwned", tmp_path / "called"
    url = f"https://arxiv.org/abs/1?a=1&b={end.replace('PWNED', str(pwned))}"
    # As tmux new-session does.
    handing_on = program(tmp_path / "multiplexer", "os.system(sys.argv[-1])")
    line = around.format(browser(tmp_path / "browser", called))
    assert open_link(url, shlex.join((handing_on, "new-session", line))).startswith("Opening ")
    got = wait_for_text(called)
    assert unquote(got) == url
    assert not set(got) & set("$`'\"\\;|(){}<>*!^& \u00a0\u2028")
    assert not pwned.exists()


def test_u1_a_link_runs_nothing_by_the_way_of_the_variable_either(tmp_path: Path) -> None:
    pwned, called = tmp_path / "pwned", tmp_path / "called"
    handing_on = program(tmp_path / "multiplexer", "os.system(sys.argv[-1])")
    command = shlex.join((handing_on, f"{browser(tmp_path / 'browser', called)} %s; true"))
    url = f"https://arxiv.org/$(touch${{IFS}}{pwned})"
    open_link(url, find=lambda: browser_command({"BROWSER": command}, "linux", lambda name: name))
    assert unquote(wait_for_text(called)) == url
    assert not pwned.exists()


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("", "&"),
        ("%s", "&"),
        ("--new %s", "&"),
        ("--url=%s", "%26"),
        ("--title 'My papers' %s", "%26"),
        ("/usr/bin/tmux %s", "%26"),
        ("ssh desk firefox", "%26"),
    ],
)
def test_the_parts_of_a_query_stay_apart_where_no_shell_should_come_to_read_them(
    words: str, sign: str, tmp_path: Path
) -> None:
    called, folder = tmp_path / "called", tmp_path / "Program Files"
    folder.mkdir()
    open_link("https://arxiv.org/?a=1&b=2", f"{shlex.quote(browser(folder / 'browser', called))} {words}")
    assert wait_for_text(called).endswith(f"https://arxiv.org/?a=1{sign}b=2")


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("ftp://shore.example/tool", "ftp://shore.example/tool"),
        ("ftp://shore.example/\x1b]0;owned\x07\u202etool", "ftp://shore.example/tool"),
        (f"ftp://shore.example/{'t' * 100}", f"ftp://shore.example/{'t' * 60}..."),
    ],
)
def test_a_link_that_is_not_opened_is_named_so_that_a_terminal_only_shows_it(url: str, named: str) -> None:
    assert open_link(url) == f"Not opened: only http and https links are opened; the link is {named}"
