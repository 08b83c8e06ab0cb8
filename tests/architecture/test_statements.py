"""Statements of SQL are written as every Python from 3.11 on takes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LIBRARY = Path(__file__).parents[2] / "radar" / "library"


@pytest.mark.parametrize("module", sorted(LIBRARY.rglob("*.py")), ids=lambda path: path.name)
def test_values_of_a_statement_have_a_name_or_no_number(module: Path) -> None:
    # The first releases of Python 3.12 take ?1 for a name, and warn of a sequence of values for it.
    assert not re.findall(r"\?\d+", module.read_text(encoding="utf-8"))
