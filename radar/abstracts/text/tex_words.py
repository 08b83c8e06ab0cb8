"""What TeX commands look like in plain characters."""

from __future__ import annotations

import re
from functools import lru_cache

from radar.abstracts.vocabulary.words import word_set
from radar.papers.text.safe_text import clean

_GREEK = (
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ "
    "iota ι kappa κ lambda λ mu μ nu ν xi ξ "
    "pi π rho ρ varrho ϱ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ "
    "Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π "
    "Sigma Σ Phi Φ Psi Ψ Omega Ω"
)
CLOSE = frozenset((*_GREEK.split()[::2], "sqrt", "partial", "nabla"))
"""Commands that stand close to a letter behind them."""
_SYMBOLS = (
    "times × cdot · pm ± mp ∓ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ equiv "
    "≡ propto ∝ infty ∞ to → rightarrow → "
    "leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftrightarrow ⇔ mapsto ↦ in ∈ notin ∉ subset "
    "⊂ subseteq ⊆ cup ∪ cap ∩ forall ∀ "
    "exists ∃ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ lt < "
    "gt > odot ⊙ oplus ⊕ otimes ⊗ circ ° "
    "prime ′ colon : ast ∗ star ⋆ dagger † ell ℓ hbar ℏ Re Re Im Im ldots … dots … cdots ⋯ langle ⟨ rangle "
    "⟩ lvert | rvert | vert | mid | "
    "Vert ‖ lVert ‖ rVert ‖ parallel ∥ perp ⊥ angle ∠ degree ° uparrow ↑ downarrow ↓ searrow "
    "↘ nearrow ↗ bullet • square □ "
    "wedge ∧ vee ∨ neg ¬ emptyset ∅ setminus ∖ aleph ℵ Box □ AA Å ss ß ae æ AE Æ oe œ OE Œ o "
    "ø O Ø l ł L Ł i ı "
    "eg e.g. ie i.e. etal et␣al. etc etc. vs vs. wrt w.r.t. backslash \\ textbackslash \\ "
    "textasciitilde ~ textendash – textemdash — "
    "textquoteright ’ textquoteleft ‘ textquotedblleft “ textquotedblright ” textdegree ° "
    "texttimes × textmu μ euro € pounds £ "
    "lbrace { rbrace } log log ln ln exp exp min min max max sup sup inf inf lim lim sin sin "
    "cos cos tan tan argmax argmax argmin "
    "argmin det det dim dim ker ker Pr Pr deg deg gcd gcd mod mod bmod mod quad ␣ qquad ␣ "
    "newline ␣ par ␣ item ␣• LaTeX LaTeX TeX TeX upmu μ percent % textless < textgreater > sun ⊙ "
    "Msun M_⊙ msun M_⊙ celsius °C pmod mod"
)


def _table(text: str) -> dict[str, str]:
    parts = text.split()
    return {name: shown.replace("␣", " ") for name, shown in zip(parts[::2], parts[1::2], strict=True)}


COMMANDS = {**_table(_GREEK), **_table(_SYMBOLS)}
KEEP_SPACE = word_set(
    "eg ie etal etc vs wrt LaTeX TeX to rightarrow times ldots dots pm approx sim leq geq deg degr arcdeg "
    "arcsec arcmin percent textless textgreater celsius Msun msun"
)
"""Commands that stand for a word or sign of running text, so that the space behind them is kept."""
RELATIONS = word_set(
    "times pm mp leq geq le ge lt gt approx sim simeq neq ne equiv propto ll gg lesssim gtrsim in notin "
    "subset subseteq to rightarrow leftarrow mapsto cup cap oplus otimes"
)
"""Commands that stand between two sides."""
PAIRS = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "sfrac", "cfrac", "nicefrac"), ("", "/", "")),
    **dict.fromkeys(("binom", "tbinom", "dbinom"), ("(", " choose ", ")")),
    "ion": ("", " ", ""),
}
"""Commands of two arguments, with what is shown before, between and behind them."""
BRACKETED = {"sqrt": "√", "footnote": " ", "pmod": " mod "}
"""Commands whose argument stands in round brackets, with what is shown before them."""
MEASURES = {
    "deg": "°", "degr": "°", "arcdeg": "°", "fdg": "°.", "arcsec": "″", "farcs": "″.", "arcmin": "′",
    "farcm": "′.",
}  # fmt: skip
"""Units of angles of the macros of astronomy's journals (AASTeX), where they stand behind a digit."""
TRANSPARENT = word_set(
    "emph textit textbf textsc texttt textsf textrm textnormal text textsl underline uline mathrm mathbf "
    "mathcal mathbb mathit mathsf mathtt mathfrak mathscr boldsymbol bm bf it rm em sc tt sl sf bfseries "
    "itshape ttfamily small large operatorname mbox hbox url href left right big Big bigg Bigg bigl bigr "
    "Bigl Bigr biggl biggr Biggl Biggr bigm Bigm displaystyle textstyle scriptstyle limits nolimits "
    "ensuremath footnote textsuperscript textsubscript textcolor color xspace protect unicode centering "
    "noindent overline widehat begin end enspace thinspace hspace vspace scalebox uppercase lowercase "
    "mathop mathrel mathbin nonumber notag num SI si qty unit ce ac acs acp acl cal boldmath Bbb mathring "
    "enquote ang verb mathds upshape normalfont textmd textup"
)
"""Commands that change how their argument looks; only the argument is shown."""
DROPPED_WITH_GROUP = word_set(
    "cite citep citet citealp citeauthor citeyear ref eqref label vspace hspace begin end "
    "textcolor color "
    "href hypersetup footnotemark phantom includegraphics thanks"
)
"""Commands whose argument says nothing to a reader."""
SIGNS = {
    "\\": " ",
    ",": " ",
    ";": " ",
    ":": " ",
    "!": "",
    " ": " ",
    "/": "",
    "-": "",
    "@": "",
    "|": "‖",
    ">": " ",
    "<": " ",
}
ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    '"': "\u0308",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
}
ACCENT_COMMANDS = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304",
    "vec": "\u20d7",
    "dot": "\u0307", "ddot": "\u0308", "check": "\u030c", "breve": "\u0306", "acute": "\u0301",
    "grave": "\u0300",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
SUPERSCRIPTS = dict(
    zip("0123456789+-−=()ni*′'\"∗⋆othmsrdkT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ*′′″∗⋆ᵒᵗʰᵐˢʳᵈᵏᵀ", strict=True)
)
SUBSCRIPTS = dict(zip("0123456789+-−=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", strict=True))
RAISING = {"textsuperscript": SUPERSCRIPTS, "textsubscript": SUBSCRIPTS}
"""Commands that raise or lower their argument: of digits that is shown, for a power is no longer number."""


@lru_cache(maxsize=512)
def symbol(name: str) -> str:
    """Return the character of a TeX command that is not in our own table, or its name where there is none."""
    from pylatexenc.latex2text import get_default_latex_context_db

    found = get_default_latex_context_db().get_macro_spec(name)
    shown = getattr(found, "simplify_repl", None) if found is not None else None
    return (
        shown
        if isinstance(shown, str) and "%" not in shown
        else ""
        if found is not None and found.macroname
        else name
    )


def replacement(token: re.Match[str], tie: bool) -> str:
    """Return what is shown for an entity, a tilde, quotes, a dash or a coded character.

    Args:
        token: one of them, in a group of its name.
        tie: whether a tilde is a space.
    """
    if token["entity"]:
        import html

        return clean(html.unescape(token[0])) or ("" if token[0] != "&nbsp;" else " ")
    if token["tie"]:
        return " " if tie else "~"
    if token["quotes"]:
        return "“" if token[0] == "``" else "”"
    if token["dash"]:
        dash = "–" if len(token[0].strip()) == 2 else "—"
        return dash + " " if token[0][-1] == " " else dash
    return clean(chr(int(token["code"], 16)))
