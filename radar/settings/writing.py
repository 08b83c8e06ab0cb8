"""The settings file changed by radar itself: a table added or taken out, everything else left as it is.

The text is edited by lines, so that comments, order and spacing stay; what comes out is read as TOML and
compared with what was wanted before anything is written.
"""

from __future__ import annotations

import os
import re
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from radar.errors import SettingsError
from radar.papers.bases import Value

Values = Mapping[str, str | int | float]
_HEADER = re.compile(r"\s*\[")
_SUMMARISER = re.compile(r"""\s*(?:summariser|"summariser"|'summariser')\s*=""")
_BOM = "\ufeff"


class Removed(Value):
    """What was taken out of the settings file."""

    text: str
    """The table as it stood, so that it can be put back."""
    was_default: bool
    """Whether it was the summariser of the settings, which is then left out too."""


def table_text(name: str, values: Values) -> str:
    """Return the table of an endpoint as it stands in a settings file."""
    return f"[endpoints.{name}]\n" + "".join(
        f"{key} = {toml_value(value)}\n" for key, value in values.items()
    )


def add_endpoint(file: Path, name: str, values: Values, *, default: bool = False) -> None:
    """Write the table of a new endpoint at the end of the settings file, made where there is none.

    Args:
        default: make it the summariser of the settings too.

    Raises:
        SettingsError: there is such a table, the file holds something that no table can be added to, or
            it cannot be written; the hint says what to write by hand.
    """
    table = table_text(name, values)
    by_hand = f"Write this into it by hand: {' '.join(table.split())}"

    def change(text: str) -> str:
        ended = text if not text or text.endswith("\n") else text + "\n"
        changed = ended + ("\n" if ended.strip() else "") + table
        return _with_summariser(changed, name) if default else changed

    def wanted(before: dict[str, Any]) -> dict[str, Any]:
        endpoints = before.get("endpoints", {})
        if not isinstance(endpoints, dict) or name in endpoints:
            raise SettingsError(f"{file} has an endpoint called {name} already", "Choose another name")
        after = before | {"endpoints": endpoints | {name: dict(values)}}
        return after | ({"summariser": name} if default else {})

    change_settings(file, change, wanted, by_hand)


def remove_endpoint(file: Path, name: str) -> Removed:
    """Take the table of an endpoint out of the settings file.

    Raises:
        SettingsError: there is no such table, or it cannot be taken out without touching what else
            stands there; the hint says what to delete by hand.
    """
    taken: list[str] = []
    default: list[bool] = []

    def change(text: str) -> str:
        kept, table = _without_table(text, name)
        taken.append(table)
        return _with_summariser(kept, "") if default[-1] else kept

    def wanted(before: dict[str, Any]) -> dict[str, Any]:
        endpoints = before.get("endpoints", {})
        if not isinstance(endpoints, dict) or name not in endpoints:
            raise SettingsError(f"{file} has no endpoint called {name}", "radar endpoint list names all")
        default.append(before.get("summariser") == name)
        others = {other: table for other, table in endpoints.items() if other != name}
        after = {key: value for key, value in before.items() if key != "endpoints"}
        if default[-1]:
            del after["summariser"]
        return after | ({"endpoints": others} if others else {})

    by_hand = f"Delete the table [endpoints.{name}] in it by hand"
    change_settings(file, change, wanted, by_hand)
    return Removed(taken[-1], default[-1])


def change_settings(
    file: Path,
    change: Callable[[str], str],
    wanted: Callable[[dict[str, Any]], dict[str, Any]],
    by_hand: str,
) -> None:
    """Change a settings file; it is written only where it then says what is wanted, and nothing else.

    Args:
        change: returns the new text of the file, with line ends of one kind.
        wanted: returns what the new text must say, given what the old one says; it is asked first.
        by_hand: the hint, where it cannot be done.

    Raises:
        SettingsError: it cannot be done, or `wanted` says so.
    """
    # What the name points at, so that a link to a file kept elsewhere stays one.
    target = Path(os.path.realpath(file))
    with _alone_in(target.parent):
        try:
            before = target.read_bytes().decode()
        except FileNotFoundError:
            before = ""
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{file} cannot be read", by_hand) from error
        bom, text = (_BOM, before[1:]) if before.startswith(_BOM) else ("", before)
        ends = "\r\n" if "\r\n" in text else "\n"
        plain = text.replace("\r\n", "\n")
        try:
            after = wanted(tomllib.loads(plain))
            changed = change(plain)
            good = tomllib.loads(changed) == after
        except (ValueError, RecursionError):
            good = False
        if not good:
            raise SettingsError(f"{file} is written in a way that radar does not change by itself", by_hand)
        _write(target, (bom + changed.replace("\n", ends)).encode(), by_hand)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Let other radars wait that change a file of this folder: each would put its own in the other's place.

    Where the system has no such locks, nobody waits.
    """
    with ExitStack() as stack:
        with suppress(ImportError, OSError):
            import fcntl

            folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
            stack.callback(os.close, descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield


def _write(target: Path, content: bytes, by_hand: str) -> None:
    """Put a whole new file in the place of the old one, with its rights; half a file is never there."""
    made = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o644
        descriptor, made = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(made).chmod(mode)
        Path(made).replace(target)
    except OSError as error:
        raise SettingsError(f"{target} cannot be written: {error.strerror}", by_hand) from error
    finally:
        if made is not None:
            with suppress(OSError):
                Path(made).unlink(missing_ok=True)


def _with_summariser(text: str, name: str) -> str:
    """Set the summariser above all tables; an empty name leaves it out."""
    lines = text.splitlines(keepends=True)
    head = next((number for number, line in enumerate(lines) if _HEADER.match(line)), len(lines))
    line = [f'summariser = "{name}"\n'] if name else []
    for number in range(head):
        if _SUMMARISER.match(lines[number]):
            return "".join([*lines[:number], *line, *lines[number + 1 :]])
    place = end_of_settings(lines, head)
    gap = ["\n"] if line and place < len(lines) and lines[place].strip() else []
    return "".join([*lines[:place], *line, *gap, *lines[place:]])


def end_of_settings(lines: list[str], head: int) -> int:
    """Return where the settings above the first table end; what stands between belongs to that table."""
    place = head
    while place and (not lines[place - 1].strip() or lines[place - 1].lstrip().startswith("#")):
        place -= 1
    return place if place or head == len(lines) else _after_first_comment(lines, head)


def _after_first_comment(lines: list[str], head: int) -> int:
    """Return the first blank line, behind what is said at the top of the file; else its beginning."""
    return next((number for number in range(head) if not lines[number].strip()), 0)


def _without_table(text: str, name: str) -> tuple[str, str]:
    """Return the text without a table, and that table; comments before the next one stay with that one."""
    lines = text.splitlines(keepends=True)
    header = re.compile(rf"\s*\[\s*endpoints\s*\.\s*[\"']?{re.escape(name)}[\"']?\s*\]\s*(?:#.*)?$")
    first = next((number for number, line in enumerate(lines) if header.match(line)), len(lines))
    end = next((n for n in range(first + 1, len(lines)) if _HEADER.match(lines[n])), len(lines))
    last = end
    while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    rest = lines[last:]
    before = lines[:first]
    if before and not before[-1].strip() and (not rest or not rest[0].strip()):
        before = before[:-1]
    return "".join([*before, *rest]), "".join(lines[first:last])


def toml_value(value: str | int | float) -> str:
    """Return a value as it is written in TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return repr(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
