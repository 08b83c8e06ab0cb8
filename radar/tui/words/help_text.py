"""What the help screen says, as lines; made from the key bindings themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from textual.binding import Binding

from radar.papers.bases import Value, replace
from radar.tui.keys.action_names import action_name
from radar.tui.keys.chosen_keys import NO_KEY, keys_in
from radar.tui.lines.wrapping import wrap

KEY_WIDTH = 14
_GAP = 4
_WIDE = 100
"""From this width on there are two columns."""
_VERY_WIDE = 170
_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "asterisk": "*",
    "dollar_sign": "$",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "esc",
    "pagedown": "page down",
    "pageup": "page up",
}


class HelpKey(Value):
    """Keys, and what they do."""

    keys: str
    text: str
    name: str = ""
    """Its short plain name, which is searched too."""


class HelpSection(Value):
    """The keys of one area."""

    title: str
    keys: tuple[HelpKey, ...]


class HelpLine(Value):
    """A line of one column: a heading, or keys with what they do."""

    keys: str = ""
    text: str = ""
    heading: bool = False


def section_of(
    title: str, bindings: Iterable[Binding], chosen: Mapping[str, str] | None = None
) -> HelpSection:
    """Make a section out of bindings.

    Args:
        title: names the area.
        bindings: in the order to show them; one id is shown once, and so is a group.
        chosen: the reader's own keys by binding id.
    """
    rows: dict[object, HelpKey] = {}
    for binding in bindings:
        keys = key_names((chosen or {}).get(binding.id or "", binding.key))
        if binding.group is not None and binding.group in rows:
            first = rows[binding.group]
            held = ", ".join(each for each in (first.keys, keys) if each != NO_KEY)
            rows[binding.group] = replace(first, keys=held or NO_KEY)
        elif binding.group is not None:
            rows[binding.group] = HelpKey(keys, binding.group.description)
        else:
            text = binding.tooltip or binding.description
            rows[binding.id or binding.action] = HelpKey(keys, text, action_name(binding.id or "", ""))
    return HelpSection(title, tuple(rows.values()))


def key_names(keys: str) -> str:
    """Return comma-separated keys as people write them: "j, down", "?", "ctrl+d"; or that there are none."""
    return ", ".join(_NAMES.get(key, key) for key in keys_in(keys)) or NO_KEY


def matching(sections: Sequence[HelpSection], words: str) -> tuple[HelpSection, ...]:
    """Keep the keys that have all the words in key, name, text or title, those named so first.

    A single letter is looked up as a key.
    """
    wanted = words.split()
    if not wanted:
        return tuple(sections)
    kept = (replace(section, keys=_found(section, wanted)) for section in sections)
    return tuple(section for section in kept if section.keys)


def help_lines(sections: Sequence[HelpSection], width: int) -> tuple[tuple[HelpLine, ...], ...]:
    """Lay sections out in as many columns as the width allows; a row holds one line of each column."""
    columns = column_count(width)
    blocks = [_section_lines(section, column_width(width)) for section in sections]
    height = -(-sum(map(len, blocks)) // columns)
    filled: list[list[HelpLine]] = [[]]
    for block in blocks:
        if filled[-1] and len(filled) < columns and len(filled[-1]) + len(block) // 2 >= height:
            filled.append([])
        filled[-1].extend(block)
    return tuple(zip_longest(*filled, fillvalue=HelpLine()))


def column_count(width: int) -> int:
    """Return how many columns fit."""
    return 3 if width >= _VERY_WIDE else 2 if width >= _WIDE else 1


def column_width(width: int) -> int:
    """Return how wide one column is."""
    columns = column_count(width)
    return (width - _GAP * (columns - 1)) // columns


def _section_lines(section: HelpSection, width: int) -> list[HelpLine]:
    lines = [HelpLine(text=section.title, heading=True)]
    for key in section.keys:
        room = max(8, width - KEY_WIDTH)
        texts = [key.text[start:end] for start, end in wrap(key.text, room)]
        if cell_len(key.keys) >= KEY_WIDTH:
            lines.append(HelpLine(key.keys))
            lines.extend(HelpLine("", text) for text in texts)
        else:
            lines.append(HelpLine(key.keys, texts[0]))
            lines.extend(HelpLine("", text) for text in texts[1:])
    lines.append(HelpLine())
    return lines


def _found(section: HelpSection, wanted: list[str]) -> tuple[HelpKey, ...]:
    found = [key for key in section.keys if _matches(key, section.title, wanted)]
    return tuple(sorted(found, key=lambda key: not key.name.lower().startswith(wanted[0].lower())))


def _matches(key: HelpKey, title: str, wanted: list[str]) -> bool:
    names = key.keys.split(", ")
    text = f"{key.keys} {key.name} {key.text} {title}".lower()
    return all(word in names if len(word) == 1 else word.lower() in text for word in wanted)
