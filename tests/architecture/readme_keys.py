"""The README's tables of keys and signs, made from the program; run as a module, it writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from textual.binding import Binding

from radar.tui.keys.key_areas import AREAS
from radar.tui.lines.glyphs import ASCII, UNICODE
from radar.tui.words.help_text import section_of

README = Path(__file__).parents[2] / "README.md"
_BETWEEN = r"(<!-- {0}: begin -->\n).*(<!-- {0}: end -->)"


def key_table() -> str:
    """Return the table in Markdown, one row a key."""
    rows = ["| where | keys | what they do | in `[keys]` |", "| --- | --- | --- | --- |"]
    for title, bindings in AREAS.items():
        keys = section_of(title, bindings).keys
        for key, ids in zip(keys, _ids(bindings), strict=True):
            rows.append(f"| {title} | {_code(key.keys)} | {key.text} | {_code(ids)} |")
    return "\n".join(rows) + "\n"


def sign_table() -> str:
    """Return the signs of the list with their ASCII forms, in Markdown."""
    rows = ["| sign | with `--ascii` | means |", "| --- | --- | --- |"]
    for (sign, meaning), (plain, _) in zip(UNICODE.legend(), ASCII.legend(), strict=True):
        rows.append(f"| {_sign(sign)} | {_sign(plain)} | {meaning} |")
    return "\n".join(rows) + "\n"


def with_tables(readme: str) -> str:
    """Return the README with the tables of today."""
    for name, table in (("keys", key_table()), ("signs", sign_table())):
        between = re.compile(_BETWEEN.format(name), re.DOTALL)
        readme = between.sub(lambda found, table=table: found[1] + table + found[2], readme)  # type: ignore[misc]
    return readme


def _ids(bindings: Iterable[Binding]) -> list[str]:
    """Return what the actions of each row are called in the settings; those of a group stand in one row."""
    rows: dict[object, list[str]] = {}
    for binding in bindings:
        rows.setdefault(binding.group or binding.id, []).append(str(binding.id))
    return [", ".join(ids) for ids in rows.values()]


def _sign(sign: str) -> str:
    """Looks are named: they are no signs to be typed."""
    return f"`{sign}`" if len(sign) == 1 else sign


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" for key in keys.split(", "))


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
