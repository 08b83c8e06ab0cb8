"""Handing a text to the reader's clipboard.

A terminal is asked by OSC 52 and does not answer: tmux as it comes, macOS Terminal and older ones of GNOME
drop it. So a program of the machine is given the text as well, where one reaches the reader's clipboard.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import IO

from radar.papers.text.safe_text import clean
from radar.tui.flows.step import Say, Work

_TAKES_WIDE = "clip.exe"
"""Reads letters beyond ASCII only in the form that Windows has them."""
_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
_WINDOWS = ("WSL_DISTRO_NAME", "WSL_INTEROP")
_PATIENCE = 2.0
"""Seconds that a program has to take a text."""
_REASON = 200
"""Bytes of what a program says that are told."""

Programs = Sequence[tuple[str, ...]]


class Clipboard:
    """Takes texts to the clipboard, and tells only of what is known to have come there that it is copied."""

    def __init__(
        self,
        terminal: Callable[[str], None],
        find: Callable[[], Programs] | None = None,
        patience: float = _PATIENCE,
    ) -> None:
        """Make it.

        Args:
            terminal: hands a text to the terminal.
            find: returns the programs that may take a text, the best first.
            patience: seconds that each of them has for it.
        """
        self._terminal = terminal
        self._find = find or clipboard_programs
        self._patience = patience

    def copy(self, text: str, shown: str, name: str = "", before: str = "") -> Say | Work:
        """Hand a text to the terminal, and return the step that hands it to a program and tells of it.

        Args:
            shown: stands for the text in the line about it.
            name: what the text is.
            before: stands before all that is said.
        """
        self._terminal(text)
        handed = f"{name} handed to the terminal: {shown}".lstrip()
        programs = self._find()
        if not programs:
            return Say(before + handed)
        copied = f"copied {name}: {shown}" if name else f"copied {shown}"
        return Work("copying", partial(self._given, text, programs, before + copied, before, handed))

    def _given(self, text: str, programs: Programs, copied: str, before: str, handed: str) -> Say:
        reasons: list[str] = []
        for words in programs:
            reason = given_to(words, text, self._patience)
            if not reason:
                return Say(copied)
            reasons.append(reason)
        return Say(f"{before}{reasons[0]}; {handed}", failed=True)


def clipboard_programs(
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> tuple[tuple[str, ...], ...]:
    """Return the commands here that take a text from their input to the reader's clipboard, the best first.

    At the other end of SSH a display is the reader's own, and everything else belongs to the machine there.
    """
    here = not any(environment.get(name) for name in _REMOTE)
    fitting = (
        (environment.get("TMUX"), ("tmux", "load-buffer", "-w", "-")),
        # Without a type the program guesses one, and others then find no text.
        (environment.get("WAYLAND_DISPLAY"), ("wl-copy", "--type", "text/plain")),
        (environment.get("DISPLAY"), ("xclip", "-selection", "clipboard")),
        (environment.get("DISPLAY"), ("xsel", "-ib")),
        (here and platform == "darwin", ("pbcopy",)),
        (here and any(environment.get(name) for name in _WINDOWS), (_TAKES_WIDE,)),
    )
    return tuple(words for fits, words in fitting if fits and which(words[0]))


def given_to(words: tuple[str, ...], text: str, patience: float = _PATIENCE) -> str:
    """Give a text to a program, and return why the program did not take it; empty where it did.

    What serves the clipboard from then on stays behind the program, and holds what that wrote to: so a file
    takes what it says, whose end nobody waits for.
    """
    wide = words[0] == _TAKES_WIDE and not text.isascii()
    with _a_file() as told:
        try:
            ended = subprocess.run(
                words,
                input=text.encode("utf-16-le" if wide else "utf-8", "replace"),
                stdout=subprocess.DEVNULL,
                stderr=told,
                timeout=patience,
                start_new_session=True,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"{words[0]} takes no text"
        except OSError:
            return f"{words[0]} cannot be started"
        if not ended.returncode:
            return ""
        told.seek(0)
        reason = clean(told.read(_REASON).decode("utf-8", "replace"))
    return f"{words[0]} failed: {reason}" if reason else f"{words[0]} failed"


def _a_file() -> IO[bytes]:
    """Return a file that is gone once it is closed; where the disk takes none, one that keeps nothing."""
    try:
        return tempfile.TemporaryFile()
    except OSError:
        return Path(os.devnull).open("w+b")
