"""The places and the program that the settings name, looked at before they are needed."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

from radar.papers.text.safe_text import clean
from radar.pipeline.doctor import Check, Verdict


def place_checks(
    export_folder: Path, state_folder: Path, prompt: Path | None, browser: str
) -> Iterator[Check]:
    """Yield a warning for each that cannot be used as it stands; nothing where all is well.

    Args:
        prompt: the file with a prompt of the reader's own, where the settings name one.
        browser: the command that opens links; empty for the usual one.
    """
    if lack := _lack_of_folder(export_folder, made_when_needed=False):
        yield Check("exports", Verdict.WARN, lack, "Name another folder by export_folder, or make this one")
    if lack := _lack_of_folder(state_folder, made_when_needed=True):
        yield Check("state", Verdict.WARN, lack, "Name another folder by state_folder")
    if prompt is not None and not os.access(prompt, os.R_OK):
        told = f"the prompt {clean(str(prompt))} cannot be read"
        yield Check("prompt", Verdict.WARN, told, "Correct prompt in the settings, or take it out")
    if lack := _lack_of_command(browser):
        yield Check("browser", Verdict.WARN, lack, "Correct browser in the settings, or take it out")


def _lack_of_folder(folder: Path, *, made_when_needed: bool) -> str:
    shown = clean(str(folder))
    if folder.is_dir():
        return "" if os.access(folder, os.W_OK | os.X_OK) else f"nothing can be written into {shown}"
    if os.path.lexists(folder):
        return f"{shown} is no folder"
    if not made_when_needed:
        return f"there is no folder {shown}"
    above = next(parent for parent in folder.absolute().parents if os.path.lexists(parent))
    makes = above.is_dir() and os.access(above, os.W_OK | os.X_OK) and not _is_of_the_kernel(above)
    return "" if makes else f"{shown} cannot be made"


def _is_of_the_kernel(folder: Path) -> bool:
    """Return whether files there are no files: /proc may be written and takes none."""
    return folder.resolve().parts[1:2] in (("proc",), ("sys",))


def _lack_of_command(command: str) -> str:
    if not command:
        return ""
    try:
        words = shlex.split(command)
    except ValueError:
        return f"the command {clean(command)} cannot be read: a quote is not closed"
    if words and shutil.which(words[0]):
        return ""
    return f"there is no program {clean(words[0]) if words else clean(command)!r}"
