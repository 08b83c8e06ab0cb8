"""The file that a reader means by what they typed, pasted or dropped into the terminal."""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from radar.errors import ListingError
from radar.papers.text.places import at_home, is_there

_LOOKED_AT = 5_000
"""Names of a folder that a completion looks at; more would be felt."""


def given_file(text: str) -> Path:
    """Return the file a text names; `~` is the home folder.

    Quotes, escaped blanks and `file://`, which terminals add to a dropped file, are taken away.

    Raises:
        ListingError: it is no file, or one that may not be read.
    """
    if not text.strip():
        raise ListingError("No file is named", "Type its path; ~ is your home folder")
    readings = _readings(text.strip())
    try:
        path = next((one for one in readings if is_there(one)), None)
        if path is None:
            return _missing(readings[0])
        if path.is_dir():
            raise ListingError(f"{path} is a folder", "Name a file in it")
    except OSError as error:  # a name longer than any can be, a folder that may not be entered
        raise ListingError(f"There is no such file: {error.strerror}", "Check the path") from error
    if not os.access(path, os.R_OK):
        raise ListingError(f"{path} may not be read", "Its permissions forbid it")
    return path


def place_to_write(text: str) -> Path:
    """Return where a reader wants a file, which need not be there: `~` is the home folder, quotes go."""
    return at_home(_bare(text.strip()))


def names_a_file(text: str) -> bool:
    """Return whether a pasted text is the path of a file that is there."""
    line = text.strip()
    if not line or "\n" in line or len(line) > 4096:
        return False
    try:
        return any(path.is_file() for path in _readings(line))
    except OSError:
        return False


def completion(text: str) -> str:
    """Return the text completed to the first file or folder that begins like it, or nothing.

    Where no letter of a name is typed, only to one that is alone in its folder. Hidden ones are left out
    until their dot is typed, and names that a terminal would act on for good; a folder ends in a slash.
    """
    before, beginning, names, whole = _begun(text)
    return before + names[0] if names and (beginning or (whole and len(names) == 1)) else ""


def common_beginning(text: str) -> str:
    """Return the text completed as far as all files and folders agree that begin like it.

    It stays as it is where there are more names than are looked at: others may begin like it too.
    """
    before, _beginning, names, whole = _begun(text)
    if not names or not whole:
        return text
    # In order, those between the first and the last share what these two do.
    pairs = enumerate(zip(names[0], names[-1], strict=False))
    end = next((place for place, (one, other) in pairs if one != other), len(names[0]))
    return before + names[0][:end]


def _begun(text: str) -> tuple[str, str, list[str], bool]:
    """Return the folder that a text names, what is typed of a name, the names that begin so, and whether
    these are all of them."""
    folder, slash, beginning = text.rpartition("/")
    place = at_home(folder + slash) if slash else Path()
    whole = True
    try:
        with os.scandir(place) as entries:
            names = sorted(
                entry.name + "/" * entry.is_dir()
                for entry in islice(entries, _LOOKED_AT)
                if entry.name.startswith(beginning)
                and entry.name.isprintable()
                and entry.name.startswith(".") <= beginning.startswith(".")
            )
            whole = next(entries, None) is None
    except OSError:
        names = []
    return folder + slash, beginning, names, whole


def _bare(text: str) -> str:
    """Return a path without the quotes around it, or the `file://` before it."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file://"):
        text = unquote(text.removeprefix("file://").removeprefix("localhost"))
    return text


def _readings(text: str) -> tuple[Path, ...]:
    text = _bare(text)
    texts = dict.fromkeys((text, re.sub(r"\\(.)", r"\1", text)))
    return tuple(at_home(one) for one in texts)


def _missing(path: Path) -> Path:
    folder = path.parent
    if folder.is_dir():
        raise ListingError(f"There is no file {path.name} in {folder.absolute()}", "Check the name")
    raise ListingError(f"There is no folder {folder}", "Check the path; ~ is your home folder")
