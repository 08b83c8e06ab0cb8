"""What the last screen left for the next start: a file of plain lines, believed only where it is sound.

Whatever is wrong with it, there is no first page and nothing else happens: the file lies in the cache.
"""

from __future__ import annotations

import os
import stat

HEAD = "radar first page 2"
LONGEST = 256 * 1024
"""Bytes of a record; a real one has some ten thousand."""
WIDEST = 1000
"""Cells; a wider or higher terminal has no first page."""
PARTS = ("list", "counts", "found", "standing")
"""What is painted from the library itself, each in its rectangle."""
_LIVE = {"counts": 3, "found": 2, "standing": 1}
"""How many styles each of them has."""


class Place:
    """A rectangle of the screen, in cells from the upper left corner."""

    __slots__ = ("height", "width", "x", "y")

    def __init__(self, x: int, y: int, width: int, height: int) -> None:
        self.x = x
        self.y = y
        self.width = width
        self.height = height


class Record:
    """Everything that the first page needs besides the papers."""

    def __init__(self) -> None:
        self.version = ""
        """The radar that wrote it."""
        self.library = ""
        """The library that it was written for."""
        self.settings: tuple[str, str] = ("", "")
        """The settings file and its state, as `state_of` gives it."""
        self.width = 0
        self.height = 0
        self.ascii = False
        self.watches = False
        """Whether the reader wanted the side bar of watches."""
        self.places: dict[str, Place] = {}
        """Where the parts are; one that is not here is left blank."""
        self.texts: dict[str, str] = {}
        """What stands still in a part."""
        self.styles: dict[str, tuple[str, ...]] = {}
        """The styles of a part as parameters of SGR, such as "1;38;2;0;0;0"."""
        self.looks: dict[tuple[bool, str], str] = {}
        """The style of a piece of a row, by whether the cursor is on it and its looks, joined by commas."""
        self.bar: tuple[int, str, str, str] | None = None
        """Column of the scroll bar, and the styles of its ground, its thumb and the end of the thumb."""
        self.readable: dict[str, str] = {}
        """Texts with TeX, as they are shown."""
        self.runs: list[tuple[int, int, str, str]] = []
        """What stands still: line, column, style, text."""


def state_of(path: str) -> str:
    """Return what tells whether a file was changed; "absent" where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return "absent"
    return f"{found.st_mtime_ns} {found.st_size} {found.st_ino}"


def read_record(path: str) -> Record | None:
    """Return the record in a file; None where there is none or where it is not sound."""
    text = _text_of(path)
    if text is None:
        return None
    try:
        return parsed(text)
    except (ValueError, IndexError, KeyError):
        return None


def parsed(text: str) -> Record:
    """Return the record in a text; raises ValueError, IndexError or KeyError where it is not sound."""
    head, *lines = text.split("\n")
    if head != HEAD or not lines or lines.pop() != "end":
        raise ValueError(head)
    record = Record()
    for line in lines:
        if not line.replace("\t", "").isprintable():
            raise ValueError(line)
        kind, *parts = line.split("\t")
        _TAKE[kind](record, parts)
    if not (0 < record.width <= WIDEST and 0 < record.height <= WIDEST and "list" in record.places):
        raise ValueError("size")
    for name in _LIVE:
        if name in record.places and (
            name not in record.styles or (name not in record.texts and name != "counts")
        ):
            raise ValueError(name)
    if (False, "") not in record.looks or (True, "") not in record.looks:
        raise ValueError("looks")
    if not all(_inside(place, record) for place in record.places.values()):
        raise ValueError("place")
    return record


def written(record: Record) -> str:
    """Return a record as the text of its file; raises ValueError where a text does not fit into it."""
    lines = [
        ("version", record.version),
        ("library", record.library),
        ("settings", *record.settings),
        ("size", str(record.width), str(record.height), str(int(record.ascii)), str(int(record.watches))),
        *(
            ("place", name, *map(str, (at.x, at.y, at.width, at.height)))
            for name, at in record.places.items()
        ),
        *(("text", *item) for item in record.texts.items()),
        *(("styles", name, *styles) for name, styles in record.styles.items()),
        *(("look", str(int(cursor)), looks, style) for (cursor, looks), style in record.looks.items()),
        *(("readable", *item) for item in record.readable.items()),
        *(("run", str(y), str(x), style, text) for y, x, style, text in record.runs),
    ]
    if record.bar is not None:
        lines.append(("bar", *map(str, record.bar)))
    text = "\n".join([HEAD, *("\t".join(parts) for parts in lines), "end"])
    parsed(text)
    if any("\t" in part or "\n" in part for parts in lines for part in parts):
        raise ValueError("a text with a tab")
    return text


def _text_of(path: str) -> str | None:
    """Return what a file holds, where it is a plain file of ours that nobody else may write."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        found = os.fstat(handle)
        ours = stat.S_ISREG(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022
        return os.read(handle, LONGEST + 1).decode() if ours and found.st_size <= LONGEST else None
    except (OSError, UnicodeDecodeError):
        return None
    finally:
        os.close(handle)


def _inside(place: Place, record: Record) -> bool:
    right, bottom = place.x + place.width, place.y + place.height
    return (
        place.x >= 0 <= place.y
        and place.width > 0 < place.height
        and (right <= record.width and bottom <= record.height)
    )


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise ValueError(text)
    return int(text)


def _style(text: str) -> str:
    if len(text) > 80 or text.strip("0123456789;"):
        raise ValueError(text)
    return text


def _take_version(record: Record, parts: list[str]) -> None:
    (record.version,) = parts


def _take_library(record: Record, parts: list[str]) -> None:
    (record.library,) = parts


def _take_settings(record: Record, parts: list[str]) -> None:
    path, state = parts
    record.settings = (path, state)


def _take_size(record: Record, parts: list[str]) -> None:
    width, height, plain, watches = map(_number, parts)
    record.width, record.height, record.ascii, record.watches = width, height, bool(plain), bool(watches)


def _take_place(record: Record, parts: list[str]) -> None:
    name, *numbers = parts
    x, y, width, height = map(_number, numbers)
    if name not in PARTS:
        raise ValueError(name)
    record.places[name] = Place(x, y, width, height)


def _take_text(record: Record, parts: list[str]) -> None:
    name, text = parts
    record.texts[name] = text


def _take_styles(record: Record, parts: list[str]) -> None:
    name, *styles = parts
    if len(styles) != _LIVE[name]:
        raise ValueError(name)
    record.styles[name] = tuple(map(_style, styles))


def _take_look(record: Record, parts: list[str]) -> None:
    cursor, looks, style = parts
    record.looks[bool(_number(cursor)), looks] = _style(style)


def _take_readable(record: Record, parts: list[str]) -> None:
    stored, shown = parts
    record.readable[stored] = shown


def _take_run(record: Record, parts: list[str]) -> None:
    y, x, style, text = parts
    record.runs.append((_number(y), _number(x), _style(style), text))


def _take_bar(record: Record, parts: list[str]) -> None:
    x, ground, thumb, end = parts
    record.bar = (_number(x), _style(ground), _style(thumb), _style(end))


_TAKE = {
    "version": _take_version,
    "library": _take_library,
    "settings": _take_settings,
    "size": _take_size,
    "place": _take_place,
    "text": _take_text,
    "styles": _take_styles,
    "look": _take_look,
    "readable": _take_readable,
    "run": _take_run,
    "bar": _take_bar,
}
