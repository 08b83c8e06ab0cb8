"""Greek letters and the script l, which many abstracts hold as TeX commands that are shown as the letters."""

from __future__ import annotations

from types import MappingProxyType

from radar.papers.bases import replace
from radar.papers.search.nodes import AS_LETTERS, Column, Words
from radar.papers.text.patterns import pattern

_LETTERS = "α β γ δ ε ζ η θ ι κ λ μ ν ξ π ρ σ τ υ φ χ ψ ω ϵ ϑ ϖ ϱ ϕ ς µ ℓ"
_COMMANDS = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi "
    "chi psi omega epsilon theta pi rho phi sigma mu ell"
)
NAMES = MappingProxyType(dict(zip(_LETTERS.split(), _COMMANDS.split(), strict=True)))
"""The letters by the commands that are shown as one of them."""
VARIANTS = frozenset({"epsilon", "theta", "kappa", "pi", "rho", "sigma", "phi"})
"""Those that also have a form of their own, such as varepsilon."""
_GREEK = pattern("[\u0370-\u03ff\u00b5ℓ]+")
_SYMBOLS = 3
"""More Greek letters side by side are a word of the language."""


def spelled(words: Words) -> tuple[Words, ...]:
    """Return words, behind the commands where they hold Greek letters that stand for symbols."""
    if words.text.isascii() or words.column is Column.AUTHOR or words.column in AS_LETTERS:
        return (words,)
    runs = _GREEK.findall(words.text)
    if not runs or any(len(run) > _SYMBOLS or not set(run.lower()) <= NAMES.keys() for run in runs):
        return (words,)
    # A command is whole: alpha is not to find alphabets while the letter is typed.
    goes_on = words.prefix and not _GREEK.fullmatch(words.text[-1])
    texts = dict.fromkeys(_as_commands(words.text, variant) for variant in ("", "var"))
    others = (replace(words, text=text, prefix=goes_on, starred=words.starred and goes_on) for text in texts)
    return (*others, words)


def _as_commands(text: str, variant: str) -> str:
    def commands(run: str) -> str:
        names = (NAMES[letter] for letter in run.lower())
        return " ".join(f"{variant if name in VARIANTS else ''}{name}" for name in names)

    return " ".join(_GREEK.sub(lambda found: f" {commands(found[0])} ", text).split())
