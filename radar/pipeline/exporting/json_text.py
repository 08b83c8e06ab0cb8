"""JSON on one line that is safe to print: what a terminal would act on is written as an escape."""

from __future__ import annotations

import json
import re
import unicodedata

_PERHAPS_UNSAFE = re.compile(r"[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u058f\u4e00-\u9fff]")
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def json_line(value: object) -> str:
    """Return the value as JSON without a line break; characters outside strings are ASCII already."""
    return _PERHAPS_UNSAFE.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    if unicodedata.category(character) not in _UNSAFE:
        return character
    return json.dumps(character)[1:-1]
