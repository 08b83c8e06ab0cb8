"""Text of bibliographies without TeX: accents and symbols as characters, protecting braces gone.

Formulas between dollars stay as they are, and so do commands that are not known.
"""

from __future__ import annotations

import re
import unicodedata

_SPECIAL = re.compile(r"[\\{}$~`]|--|''")
_PLAIN = re.compile(r"[^\\{}$~`'\-]+")
_COMMAND = re.compile(r"\\([A-Za-z]+|.|$)", re.DOTALL)
_MAX_DEPTH = 40
_FORMULA = re.compile(r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_LONGEST_FORMULA = 200
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "polhk": "\u0328", "textcommabelow": "\u0326", "grave": "\u0300", "acute": "\u0301",
    "hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "breve": "\u0306", "dot": "\u0307", "ddot": "\u0308",
    "check": "\u030c",
}  # fmt: skip
"""Those by names are for formulas, and stand in words by mistake, where nothing else can be meant."""
_SYMBOLS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "i": "ı", "j": "ȷ", "th": "þ", "TH": "Þ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "textasciitilde": "~", "textunderscore": "_", "textbackslash": "\\", "textendash": "–",
    "textemdash": "—",
    "ldots": "…", "dots": "…", "LaTeX": "LaTeX", "TeX": "TeX", "textquoteright": "’", "textquoteleft": "‘",
    "textregistered": "®", "texttrademark": "™", "copyright": "©", "S": "§", "P": "¶", "pounds": "£",
    "slash": "/", "textless": "<", "textgreater": ">", "textbar": "|", "textasciicircum": "^",
    "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textdollar": "$",
    "textquotedbl": '"', "textquotesingle": "'", "textcopyright": "©", "textdegree": "°", "textmu": "µ",
    "texttimes": "×", "textpm": "±", "textperiodcentered": "·", "textbullet": "•", "textellipsis": "…",
    "textonehalf": "½", "textordmasculine": "º", "textordfeminine": "ª", "texteuro": "€",
    "guillemotleft": "«", "guillemotright": "»", "cprime": "ʹ", "cdprime": "ʺ", "textrightarrow": "→",
    "textleftarrow": "←", "textasciimacron": "¯", "textquotedblleft": "“", "textquotedblright": "”",
    "quotedblbase": "„", "quotesinglbase": "‚", "textquestiondown": "¿", "textexclamdown": "¡",
    "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³", "textonequarter": "¼",
    "textthreequarters": "¾", "textminus": "−", "textperthousand": "‰", "textdagger": "†", "textsection": "§",
    "textasteriskcentered": "∗", "textdiv": "÷", "textohm": "Ω",
}  # fmt: skip
_WRAPPERS = frozenset(
    """emph textit textbf textsc texttt textrm textsf textsl text mbox textnormal underline uppercase
    textsuperscript textsubscript enquote url path nolinkurl""".split()
)
_SWITCHES = frozenset(
    ["it", "bf", "em", "rm", "sc", "tt", "sl", "sf", "itshape", "bfseries", "relax", "protect"]
)
_SPACES = frozenset([" ", "\n", "\t", "\\", ",", ";", ":", "!", "quad", "qquad", "newline", "par"])
_LETTERS = ("aa", "AA", "ae", "AE", "oe", "OE", "ss", "o", "O", "l", "L", "i", "j")
"""Commands of letters; sites that leave out the braces write "B\\laszkiewicz" for "B{\\l}aszkiewicz"."""
_DOTLESS = re.compile(r"\\([ij])(?=[^\W\d_])")
_KEPT_CAPITALS = re.compile(r"(?=[^\\{}]*[A-Z])([\w&;./+-]{2,40})\\\}")
"""What protects capitals where a site has escaped the braces that do: "\\{EEG\\}"."""
_ESCAPED_FORMULA = re.compile(r"\{\\\$\}((?:[^{}$]|\{\\[_^{}]\}){1,200})\{\\\$\}")
_ESCAPED_IN_FORMULA = re.compile(r"\{\\([_^{}])\}")
_OF_FORMULAS = re.compile(r"[\\^_]")
_LONE_SIGN = re.compile(r"\{\\?([^\sA-Za-z0-9{}\\])(?:\{\})?\}|\\([_%&#{}$])")
_TILDE = re.compile(
    r"\{\\(?:textasciitilde|~)\s?(?:\{\})?\}|\$\^?\{?\\sim\s?\}?\$|\\(?:textasciitilde(?:\{\}|\s)?|~(?:\{\})?)"
)
_BRACKETS = re.compile(r"\{\\text(less|greater)\}|\$([<>])\$")
_POWER = re.compile(r"\$?([-+−–]{0,2})\$?(\d{1,4})\$?")
_MOST_BRACES = 4
"""Braces between a figure and its power that are looked behind."""
_RUNS = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))


def plain_text(text: str) -> str:
    """Return the text without TeX; what is not TeX comes out as it is."""
    return _plain(text)


def plain_name(text: str) -> str:
    """Return the names of people without TeX, also of commands that no brace divides from what follows."""
    return _plain(text, of_names=True)


def plain_link(text: str) -> str:
    """Return a link or a DOI with the signs that TeX escapes; braces that divide words stay."""
    if not _SPECIAL.search(text):
        return text
    text = _BRACKETS.sub(_bracket, _TILDE.sub("~", text))
    return _LONE_SIGN.sub(lambda sign: sign[1] or sign[2], text)


def _bracket(found: re.Match[str]) -> str:
    return found[2] or {"less": "<", "greater": ">"}[found[1]]


def _plain(text: str, *, of_names: bool = False) -> str:
    if not _SPECIAL.search(text):
        return text
    if "{\\$}" in text:
        text = _ESCAPED_FORMULA.sub(_formula, text)
    return unicodedata.normalize("NFC", _Decoder(text, of_names=of_names).text())


def _formula(found: re.Match[str]) -> str:
    """Return a formula that a program has escaped, dollars and all; sums of money stay."""
    inner = _ESCAPED_IN_FORMULA.sub(r"\1", found[1])
    return f"${inner}$" if _OF_FORMULAS.search(inner) else found[0]


class _Decoder:
    """One walk through a text."""

    def __init__(self, text: str, *, of_names: bool) -> None:
        self._text = text
        self._of_names = of_names
        self._at = 0

    def text(self) -> str:
        parts = []
        while self._at < len(self._text):
            parts.append(self._until_brace(0))
            self._at += 1  # a brace that was never opened
        return "".join(parts)

    def _until_brace(self, depth: int) -> str:
        """Return what stands before the next closing brace."""
        out: list[str] = []
        while self._at < len(self._text) and self._text[self._at] != "}":
            out.append(self._next(depth, out))
        return "".join(out)

    def _next(self, depth: int, before: list[str]) -> str:
        text, at = self._text, self._at
        if plain := _PLAIN.match(text, at):
            self._at = plain.end()
            return plain[0]
        if text[at] == "\\":
            return self._command(depth)
        if text[at] == "{":
            return self._group(depth)
        if text[at] == "$":
            end = text.find("$", at + 1) + 1 or at + 1
            self._at = end
            return text[at:end]
        for run, replacement in _RUNS:
            if text.startswith(run, at):
                self._at += len(run)
                return replacement
        self._at += 1
        in_link = bool(before) and before[-1].endswith("/")
        return " " if text[at] == "~" and not in_link else text[at]

    def _group(self, depth: int) -> str:
        self._at += 1
        if depth >= _MAX_DEPTH:
            return ""
        inner = self._until_brace(depth + 1)
        self._at += 1
        return inner

    def _command(self, depth: int) -> str:
        found = _COMMAND.match(self._text, self._at)
        name = found[1] if found else ""
        start = self._at
        self._at += len(name) + 1
        if name in _ACCENTS:
            return self._accented(_ACCENTS[name], depth)
        if name in _SYMBOLS:
            self._skip_end_of_name()
            return _SYMBOLS[name]
        if name in _WRAPPERS:
            inner = self._argument(depth)
            return self._as_power(inner, start) if name == "textsuperscript" else inner
        if name == "ensuremath" and (formula := self._formula()):
            return formula
        if name == "href":
            link, label = self._argument(depth), self._argument(depth)
            return label if link == label else f"{label} ({link})"
        if name in _SWITCHES:
            self._skip_end_of_name()
            return ""
        if name in _SPACES:
            return " "
        if name in ("(", ")"):
            return "$"
        if name == "{" and (kept := _KEPT_CAPITALS.match(self._text, self._at)):
            self._at = kept.end()
            return kept[1]
        if name.isalpha() and not name.isascii():
            return name
        if self._of_names and (letter := next(filter(name.startswith, _LETTERS), "")):
            self._at -= len(name) - len(letter)
            return _SYMBOLS[letter]
        if name.isalpha():
            return (
                f"\\{name}{{{self._group(depth)}}}" if self._text.startswith("{", self._at) else f"\\{name}"
            )
        return "" if name in ("-", "/") else name

    def _as_power(self, raised: str, start: int) -> str:
        """Return what is raised behind a digit with the sign of a power: no figure becomes another."""
        before = self._text[max(0, start - _MOST_BRACES - 1) : start].rstrip("{}")
        power = _POWER.fullmatch(raised) if before[-1:].isdigit() else None
        return f"^{power[1].replace('–', '-')}{power[2]}" if power else raised

    def _formula(self) -> str:
        """Return a short, whole group as it stands, between dollars; nothing where there is none."""
        found = _FORMULA.match(self._text, self._at, self._at + _LONGEST_FORMULA)
        inner = found[1].strip() if found else ""
        if found and inner:
            self._at = found.end()
        return f"${inner}$" if inner and "$" not in inner else inner

    def _accented(self, accent: str, depth: int) -> str:
        self._skip_spaces()
        if glued := _DOTLESS.match(self._text, self._at):
            self._at = glued.end()
            return glued[1] + accent
        letter = self._argument(depth).replace("ı", "i").replace("ȷ", "j")
        at = 1
        while unicodedata.combining(letter[at : at + 1] or " "):
            # What stands within has its accent nearer to the letter.
            at += 1
        return letter[:at] + accent + letter[at:] if letter[:1].isalpha() else letter

    def _argument(self, depth: int) -> str:
        """Return a group, a command or the next character."""
        if self._at >= len(self._text) or self._text[self._at] == "}":
            return ""
        if self._text[self._at] == "{":
            return self._group(depth)
        if self._text[self._at] == "\\":
            return self._command(depth + 1) if depth < _MAX_DEPTH else ""
        self._at += 1
        return self._text[self._at - 1]

    def _skip_spaces(self) -> None:
        while self._text[self._at : self._at + 1].isspace():
            self._at += 1

    def _skip_end_of_name(self) -> None:
        if self._text.startswith("{}", self._at):
            self._at += 2
        else:
            self._skip_spaces()
