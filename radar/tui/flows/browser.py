"""Handing a link to the reader's browser.

Python's own `webbrowser` is not used: it asks xdg-settings while the caller waits, lets the browser
write into the terminal, and without a display starts a text browser over the screen.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from radar.papers.text.patterns import pattern
from radar.papers.text.safe_text import clean
from radar.tui.detail.weblinks import host_of, refusal, shown
from radar.tui.flows.step import Say

if TYPE_CHECKING:
    from radar.tui.flows.clipboard import Clipboard
    from radar.tui.flows.step import Step

_SHOWN = 80
_NONE_HERE = "No browser here; "
_DESKTOP = (
    ("xdg-open",),
    ("gio", "open"),
    ("x-www-browser",),
    ("firefox",),
    ("chromium",),
    ("google-chrome",),
)
_WITHOUT_DISPLAY = (("wslview",), ("termux-open-url",))
_SHELLS = frozenset(
    ("sh", "bash", "dash", "zsh", "ksh", "fish", "csh", "tcsh", "busybox", "cmd", "powershell", "pwsh")
)
_SCRIPT = pattern(r"-{1,2}\w*c\w*$|/[ck]$", re.IGNORECASE)
"""The option behind which a shell takes a script."""
_READ_BY_SHELLS = pattern(r"""[$`'"\\;|(){}<>*!^\s&]""")
"""Signs of a link that mean something to a shell; browsers and sites take %24 for $ and so on."""
_READ_BUT_FOR_AND = pattern(r"""[$`'"\\;|(){}<>*!^\s]""")
"""Without the sign that parts a query, which stays as it is where no shell should come to read it."""
_JOINING = frozenset({"ssh", "autossh", "mosh", "tmux", "screen", "watch", "su", "eval"})
"""Programs that make one line for a shell of the words they are given."""
_IN_TERMINAL = frozenset({"lynx", "w3m", "links", "links2", "elinks", "www-browser", "browsh"})


def open_link(
    url: str,
    command: str = "",
    find: Callable[[], tuple[str, ...]] | None = None,
) -> str:
    """Open a link in the browser, without waiting for it, and return what happened as one line.

    Args:
        url: http or https, on the open network; anything else is refused.
        command: the reader's own browser command, with `%s` where the link goes, or at its end.
        find: returns the browser command where the reader gave none; empty for no browser.
    """
    reason = refusal(url)
    if reason:
        return f"Not opened: {_named(reason, url)}"
    try:
        words = tuple(shlex.split(command)) if command else (find or browser_command)()
    except ValueError:
        return f"Not opened: the browser command cannot be read: {command}"
    if not words:
        return f"{_NONE_HERE}the link is {shown(url)}"
    link = _harmless(url, words)
    call = _with_link(words, link)
    if _read_by_a_shell(call, link):
        return f"Not opened: {words[0]} would read the link as a command; name the browser itself"
    try:
        _start(call)
    except OSError:
        return f"Not opened: {words[0]} cannot be started; the link is {shown(url)}"
    return f"Opening {shown(url)}"


def open_or_copy(
    url: str,
    clipboard: Clipboard,
    command: str = "",
    find: Callable[[], tuple[str, ...]] | None = None,
) -> Step:
    """Open a link as `open_link` does, or take it to the clipboard where there is no browser."""
    if refusal(url) or command or (find or browser_command)():
        return Say(open_link(url, command, find))
    return clipboard.copy(url, shown(url), before=_NONE_HERE)


def browser_command(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> tuple[str, ...]:
    """Return the command that opens a link in a window of its own, or nothing where there is none.

    `BROWSER` comes first, unless it names a browser that needs the terminal for itself.
    """
    for given in environment.get("BROWSER", "").split(os.pathsep):
        words = _words(given)
        if words and which(words[0]) and PurePath(words[0]).name not in _IN_TERMINAL:
            return words
    if platform == "darwin":
        return ("open",)
    display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    known = (*_DESKTOP, *_WITHOUT_DISPLAY) if display else _WITHOUT_DISPLAY
    return next((words for words in known if which(words[0])), ())


def _words(command: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(command.strip().removesuffix("&")))
    except ValueError:
        return ()


def _harmless(url: str, words: Sequence[str]) -> str:
    """Return a link in which nothing is left that a shell would run, should the command hand it to one."""
    alone = all(word == "%s" for word in words if "%s" in word)
    # The first word is a program, and may lie in a folder with a blank in its name.
    lines = any(len(word.split()) > 1 for word in words[1:]) or any(
        PurePath(word).name in _JOINING for word in words
    )
    read = _READ_BUT_FOR_AND if alone and not lines else _READ_BY_SHELLS
    return read.sub(lambda found: quote(found[0], safe=""), url)


def _with_link(words: Sequence[str], link: str) -> list[str]:
    if any("%s" in word for word in words):
        return [word.replace("%s", link) for word in words]
    return [*words, link]


def _read_by_a_shell(words: Sequence[str], link: str) -> bool:
    """Whether the link became a part of a script, in which `$(...)` and `;` mean something."""
    for place, word in enumerate(words):
        if PurePath(word).name.removesuffix(".exe") in _SHELLS:
            options = [number for number, one in enumerate(words) if number > place and _SCRIPT.match(one)]
            return any(link in words[number + 1] for number in options if number + 1 < len(words))
    return False


def _start(words: list[str]) -> None:
    """Start a program away from this terminal; a thread waits for its end so that no zombie stays."""
    process = subprocess.Popen(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    threading.Thread(target=process.wait, name="browser", daemon=True).start()


def _named(reason: str, url: str) -> str:
    """Return a reason with the link that is not opened, but for one whose host it names."""
    written = clean(shown(url))
    if not written or ((host := host_of(url)) and host in reason):
        return reason
    return f"{reason}; the link is {written if len(written) <= _SHOWN else f'{written[:_SHOWN]}...'}"
