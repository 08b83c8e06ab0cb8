"""Parts of the library that are imported when they are first used: the contracts do not see them."""

from __future__ import annotations

import ast
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from radar import library

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "radar" / "library"
_CONTRACT = "What the library is made of, top to bottom"


def _told() -> dict[str, str]:
    """Return the parts that type checkers are told of, and the modules that they are."""
    tree = ast.parse((LIBRARY / "__init__.py").read_text(encoding="utf-8"))
    found = [
        node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module != "importlib"
    ]
    return {alias.name: f"{node.module}.{alias.name}" for node in found for alias in node.names}


def _used(module: Path) -> set[str]:
    """Return the parts that a module uses by way of the folder."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    if not any(isinstance(node, ast.ImportFrom) and node.module == "radar" for node in ast.walk(tree)):
        return set()
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "library"
    }


PARTS = _told()
USERS = [(module, part) for module in sorted(LIBRARY.rglob("*.py")) for part in sorted(_used(module))]


def _layers() -> dict[str, int]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = (each["layers"] for each in contracts if each["name"] == _CONTRACT)
    return {name.strip(): place for place, layer in enumerate(layers) for name in layer.split("|")}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_the_module_that_type_checkers_take_it_for(part: str) -> None:
    assert getattr(library, part) is import_module(PARTS[part])


def test_what_is_no_part_is_missing_as_any_attribute_is() -> None:
    with pytest.raises(AttributeError, match="has no part driftwood"):
        _ = library.driftwood


@pytest.mark.parametrize(("module", "part"), USERS, ids=[f"{one.stem}-{part}" for one, part in USERS])
def test_a_part_lies_below_who_uses_it(module: Path, part: str) -> None:
    layers = _layers()
    above = module.relative_to(LIBRARY).with_suffix("").parts[0]
    below = PARTS[part].split(".")[2]
    assert above == below or layers[above] < layers[below]
