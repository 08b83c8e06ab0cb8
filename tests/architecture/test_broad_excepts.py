"""An error that is caught must be one that was expected."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "radar"
PLUGIN_BORDERS = {"summaries/plugins.py", "net/key_sources.py", "sources/installed.py"}


def _raises_again(handler: ast.ExceptHandler) -> bool:
    """Whether the handler only tidies up and lets the error go on."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


@pytest.mark.parametrize(
    "module", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_everything_is_caught_only_at_a_plugin_border(module: Path) -> None:
    if str(module.relative_to(PACKAGE)) in PLUGIN_BORDERS:
        return
    source = module.read_text(encoding="utf-8")
    if "except" not in source:
        return  # To parse it would take long and find nothing.
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            if caught == "BaseException" and _raises_again(node):
                continue
            assert caught not in ("everything", "Exception", "BaseException"), f"line {node.lineno}: {caught}"
