"""A settings file to start from."""

from __future__ import annotations

import ast
import inspect
import itertools
import os
import textwrap
from pathlib import Path

from radar.settings.checks import setting_kinds
from radar.settings.fields import Settings
from radar.settings.folders import Folders
from radar.settings.reading import default_paths
from radar.settings.toml_text import toml_value

_HEAD = """\
# Settings of radar. Every line is a comment: what is left out has the value shown.
# RADAR_* environment variables (RADAR_MODEL for model) and options of the command line win over this file.
"""
_EXAMPLES = {
    "price_in": "# price_in = 0.15    # an example; there is no default\n",
    "price_out": "# price_out = 0.60    # an example; there is no default\n",
    "max_usd_run": "# max_usd_run = 0.50    # an example; there is no default\n",
    "max_usd_day": "# max_usd_day = 2.00    # an example; there is no default\n",
    "max_tokens_run": "# max_tokens_run = 500_000    # an example; there is no default\n",
    "max_tokens_day": "# max_tokens_day = 2_000_000    # an example; there is no default\n",
    "max_requests_run": "# max_requests_run = 1_000    # an example; there is no default\n",
    "max_requests_day": "# max_requests_day = 5_000    # an example; there is no default\n",
    "keys": '# [keys]\n# "paper.star" = "b,f5"\n',
    "endpoints": (
        "# [endpoints.small]    # an example; --summariser small asks it\n"
        '# preset = "ollama"    # an example; base_url = "..." for what has no preset\n'
        '# model = "qwen3:4b"    # an example\n'
    ),
    "source": (
        "# [[source]]    # an example\n"
        '# name = "arxiv:cs.CL"    # an example; radar sources --forms lists what there is\n'
        '# label = "language"    # an example\n'
        "# limit = 200    # an example\n"
    ),
    "mirrors": '# [mirrors]    # an example\n# arxiv = "https://mirror.example"    # an example\n',
}
"""Settings whose default has no form in TOML."""


def settings_template() -> str:
    """Return a TOML file with every setting, its meaning and its default, all of it commented out."""
    meanings = _meanings()
    defaults = Settings(**default_paths(Folders.of(os.environ)))
    parts = [_HEAD]
    for name in setting_kinds(Settings):
        meaning = textwrap.fill(meanings[name], 100, initial_indent="# ", subsequent_indent="# ")
        line = _EXAMPLES.get(name) or _line(name, getattr(defaults, name))
        parts.append(f"{meaning}\n{line}")
    return "\n".join(parts)


def _meanings() -> dict[str, str]:
    """Return the text under each field, as it stands in the source."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(Settings))).body
    meanings: dict[str, str] = {}
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    for one, other in itertools.pairwise(body):
        if (
            isinstance(one, ast.AnnAssign)
            and isinstance(one.target, ast.Name)
            and isinstance(other, ast.Expr)
        ):
            meanings[one.target.id] = " ".join(str(ast.literal_eval(other.value)).split())
    return meanings


def _line(name: str, value: object) -> str:
    return f"# {name} = {_toml(value)}\n"


def _toml(value: object) -> str:
    match value:
        case None:
            return '""'
        case int() | float():
            return toml_value(value)
        case tuple():
            return f"[{', '.join(_toml(part) for part in value)}]"
        case Path():
            return toml_value(_short(value))
    return toml_value(str(value))


def _short(path: Path) -> str:
    home = Path.home()
    inside = path != home and path.is_relative_to(home)
    return f"~/{path.relative_to(home)}" if inside else str(path)
