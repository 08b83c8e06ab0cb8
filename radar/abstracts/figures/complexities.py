"""The order of growth that a sentence proves for its method: "O(√T) regret"."""

from __future__ import annotations

import re

from radar.abstracts.figures.measured import LONGEST_FIGURE
from radar.abstracts.figures.measured_names import WORD
from radar.abstracts.vocabulary.limiting import is_not_so
from radar.abstracts.vocabulary.patterns import pattern

_ORDER = re.compile(
    r"(?:\\(?:tilde|widetilde|mathcal|mathrm|bm|operatorname|text|cal)\s?\{?\s?|\{\\cal\s)*"
    r"(?P<of>O|Ω|\\Omega|Θ|\\Theta)\s?\}{0,3}\s?(?:\\(?:left|big|Big|bigl|Bigl)\s?)?\("
)
_OF = {"\\Omega": "Ω", "\\Theta": "Θ"}
_COMMANDS = {
    "epsilon": "ε", "varepsilon": "ε", "delta": "δ", "log": " log ", "ln": " ln ", "cdot": "·",
    "kappa": "κ", "sigma": "σ",
    "alpha": "α", "beta": "β", "gamma": "γ", "lambda": "λ", "rho": "ρ", "tau": "τ", "mu": "μ",
    "eta": "η", "theta": "θ",
    "left": "", "right": "", "big": "", "Big": "", "bigl": "", "bigr": "", "times": "·",
    "ell": "ℓ", "max": "max",
    "min": "min", "poly": "poly", "Delta": "Δ", "exp": "exp ", "phi": "φ", "nu": "ν",
}  # fmt: skip
_ROOT = re.compile(r"\\sqrt\s?\{([^{}]{1,12})\}|\\sqrt\s?(\w)")
_PLAIN_ROOT = re.compile(r"sqrt\((\w)\)")
_FRACTION = re.compile(r"\\[dt]?frac\s?\{([^{}]{1,12})\}\s?\{([^{}]{1,14})\}|\\[dt]?frac\s?(\w)\s?(\w)")
_WRAPPED = re.compile(r"\\(?:mathrm|rm|text|operatorname|mathsf|mathcal|mathbf|bm)\s?\{([^{}]{1,8})\}")
_COMMAND = re.compile(r"\\([A-Za-z]+)\s?")
_POWER = re.compile(r"\^\s?(?:\{([^{}]{1,8})\}|(\w))")
_PLAIN_POWER = re.compile(r"[-−]?\d")
_RAISED = str.maketrans("-−0123456789", "⁻⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_MEASURES = (
    r"(?:sample complexit(?:y|ies)|query complexity|time complexity|iteration complexity|communication"
    r" complexity"
    r"|computational complexity|complexity|regret|convergence rate|convergence|running time|runtime|time"
    r"|space|memory"
    r"|queries|samples|iterations|error|approximation(?: (?:ratio|factor))?|rate|bits|depth|steps"
    r"|competitive ratio"
    r"|bound|cost|overhead|qubits|gates|colors|lower bound|upper bound|evaluations|mistakes|generalization"
    r" error|risk)"
)
_NO_NAME = ("bound", "cost", "risk", "error")
_COUNTS = (
    "queries",
    "samples",
    "iterations",
    "bits",
    "steps",
    "error",
    "risk",
    "evaluations",
    "gates",
    "qubits",
)
_BEFORE = pattern(
    rf"(?<![\w-])(?P<thing>(?:(?!(?:the|an?|of|with|to|its|and|optimal|improved|new|near-optimal|tight"
    rf"|best|lower|higher|better|smaller|reduced|exponential)\b){WORD} ){{0,1}}?{_MEASURES})"
    r"(?: (?:bounds?|guarantees?|complexity))?(?: (?:that|which))?(?: (?:of|is|to|from|in|scales? as"
    r"|scaling as|at most|only|order"
    r"|by|at a rate of|bounded by|at least|grows as|grow as|scaling like|:))*[\s$]*$"
)
_AFTER = pattern(
    rf"^[\s$)}}-]*(?P<thing>(?:(?!(?:lower|higher|better|smaller|reduced|exponential|worst-case|optimal"
    rf"|improved)\b)[a-z-]+ )?{_MEASURES})(?: bounds?)?"
    r"(?=[.,;:()]|$| (?!of (?:vision|transformers?|self-attention|attention|full|naive|existing|standard"
    r"|prior|previous|classical|vanilla)\b)[a-z])"
)
_OTHERS = pattern(
    r"\b(?:prior|previous(?:ly)?|existing|known|improv\w+ (?:up)?on|improving (?:the|over)|improvement"
    r" (?:over|upon)|tree search|instead of|rather than|compared|without|avoid\w*|prohibitive|bypass\w*"
    r"|circumvent\w*|suffer\w*|overcom\w*|unlike"
    r"|from|than|classical|naive|naïve|standard|versus|vs|typical|conventional|reduc\w+ [^.;]{0,60}from"
    r"|state of the art)\b[^.;]{0,60}$"
    r"|\b(?:prior|previous|earlier|existing) (?:work|result|bound|algorithm|method"
    r"|analys)[a-z]*\b[^.;]{0,150}$"
)
_PROVES = pattern(
    r"\b(?:achiev|attain|prov|obtain|establish|show|deriv|giv|guarante|enjoy|has|have|with|requir|us|run"
    r"|yield|need|present"
    r"|admit|reduc|improv|scal|satisf|design|bound|match|reach|converg|tak|propos|develop|incur"
    r"|exhibit)[a-z]*\b[^;]{0,160}$"
)
_LONGEST = 18


def complexity(lower: str, written: str) -> str:
    """Return an order of growth with what it is of, short enough for the list, or nothing.

    Args:
        lower: the sentence in lower case.
        written: the sentence as it stands.
    """
    for found in _ORDER.finditer(written) if "(" in written else ():
        before = lower[max(0, found.start() - 190) : found.start()]
        end = _closing(written, found.end())
        if (
            end < 0
            or written[: found.start()].endswith(("{", "^", "("))
            or _OTHERS.search(before)
            or is_not_so(before)
            or not _PROVES.search(before)
        ):
            continue
        inner = _plain(written[found.end() : end])
        if not inner or len(inner) > _LONGEST:
            continue
        behind = _AFTER.match(lower[end + 1 : end + 60])
        thing = behind or _BEFORE.search(before)
        if thing is None or (not behind and thing["thing"].endswith(_COUNTS)):
            continue
        name = thing["thing"].strip()
        if name in _NO_NAME:
            continue
        at = lower.rfind(name, 0, end + 62)
        whole = f"{_OF.get(found['of'], found['of'])}({inner}) {written[at : at + len(name)]}"
        if len(whole) <= LONGEST_FIGURE:
            return whole
    return ""


def _closing(text: str, start: int) -> int:
    """Return where the bracket that was opened before a place is closed, or -1."""
    depth = 1
    for at in range(start, min(len(text), start + 80)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return -1


def _plain(inner: str) -> str:
    """Return a formula without its commands, or nothing where it has some that cannot be shown."""
    told = _WRAPPED.sub(r"\1", inner)
    told = _ROOT.sub(lambda found: f"√{_one(found[1] or found[2])}", told)
    told = _FRACTION.sub(lambda found: f"{_one(found[1] or found[3])}/{_one(found[2] or found[4])}", told)
    told = _COMMAND.sub(lambda found: _COMMANDS.get(found[1], found[0]), told)
    told = _POWER.sub(_raised, told)
    told = _PLAIN_ROOT.sub(r"√\1", told)
    told = re.sub(r"[{}$~]|\\[,;!:]", "", told)
    told = re.sub(r"\s+", " ", told).strip()
    told = told.replace("( ", "(").replace("· ", "·")
    return "" if "\\" in told or "_" in told else told


def _one(part: str) -> str:
    """Return a part of a formula in brackets where it has several factors."""
    return (
        part if len(part.strip()) == 1 or (part.startswith("\\") and " " not in part) else f"({part.strip()})"
    )


def _raised(found: re.Match[str]) -> str:
    power = found[1] or found[2]
    return (
        power.translate(_RAISED)
        if _PLAIN_POWER.fullmatch(power)
        else f"^({power})"
        if len(power) > 1
        else f"^{power}"
    )
