"""What a listing of the folders promises, checked."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "radar"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 40
MAX_CLASS_LINES = 250
TOP_FILES = {"LICENSE", "README.md", "pyproject.toml"}
VAGUE_NAMES = {"utils", "util", "helpers", "common", "base", "misc", "manager", "handler"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_stray_file_lies_at_the_top() -> None:
    visible = {path.name for path in ROOT.iterdir() if path.is_file() and path.name[0] != "."}
    assert visible == TOP_FILES


def test_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_logo=True, cache_dir=None) == 0


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_files_functions_and_classes_stay_small(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert source.count("\n") <= MAX_FILE_LINES
    if source.count("\n") < MAX_FUNCTION_LINES:
        return  # No function in it can be longer, and to parse it takes long.
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            limit = MAX_CLASS_LINES if isinstance(node, ast.ClassDef) else MAX_FUNCTION_LINES
            assert lines <= limit, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("folder", sorted({path.parent for path in [*MODULES, *TESTS]}), ids=_name)
def test_every_folder_is_a_package(folder: Path) -> None:
    """A folder without __init__.py is invisible to the import contracts."""
    assert (folder / "__init__.py").exists()


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=_name)
def test_every_folder_of_the_package_says_what_it_is(folder: Path) -> None:
    assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_no_module_has_a_name_that_says_nothing(module: Path) -> None:
    assert module.stem not in VAGUE_NAMES


def _loaded_by(module: str) -> set[str]:
    """Return the top-level modules that importing a module loads in a fresh interpreter."""
    code = f"import sys, {module}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module", ["radar.wiring.radars", "radar.pipeline.radar", "radar.cli", "radar.pipeline.worker"]
)
def test_the_core_starts_without_the_screen(module: str) -> None:
    assert not _loaded_by(module) & {"textual", "rich"}


def test_the_core_starts_without_digests_and_likeness_of_words() -> None:
    assert not _loaded_by("radar.wiring.radars, radar.cli.commands.open_screen") & {"hashlib", "difflib"}


@pytest.mark.parametrize(
    "module", ["radar.tui.app", "radar.pipeline.radar", "radar.wiring.radars", "radar.cli"]
)
def test_the_screen_starts_without_the_network_and_the_tokenizer(module: str) -> None:
    assert not _loaded_by(module) & {
        "httpx",
        "aiohttp",
        "tiktoken",
        "tenacity",
        "diskcache",
        "feedparser",
        "bibtexparser",
    }
