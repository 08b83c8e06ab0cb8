"""The signs of the list, in Unicode and in ASCII; every one is one cell wide."""

from __future__ import annotations

from radar.papers.values import Agreement, Claim, Mark, Release, TakeawayOrigin
from radar.tui.lines.plain_figures import plain_figure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from radar.tui.rows.painting import ListedRow


class Glyphs:
    """One set of signs, those in Unicode; light to make, for the first page needs them."""

    cursor = "▌"
    new = "●"
    starred = "★"
    updated = "↻"
    """It changed since the reader could have seen it."""
    noted = "¶"
    failed = "!"
    """The last request for a summary failed."""
    none = "·"
    code = "C"
    code_promised = "c"
    code_guessed = "?"
    data = "D"
    data_promised = "d"
    state_of_the_art = "▲"
    quantified = "#"
    qualitative = "~"
    by_model = "»"
    by_model_trimmed = "›"
    quoted = "“"
    agreed = "="
    only_rules = "r"
    only_model = "m"
    disputed = "≠"
    """Rules and model contradict each other."""
    ellipsis = "…"
    dot = " · "
    """Between two parts of a line."""
    bar_full = "━"
    bar_half = "╸"
    bar_empty = "─"
    plain = False
    """Whether figures are written in ASCII too."""

    def figure(self, figure: str) -> str:
        """Return a figure as it is written with these signs."""
        return plain_figure(figure) if self.plain else figure

    def state(self, row: ListedRow) -> str:
        """Return the sign for what the reader has done with a paper."""
        if row.marks & Mark.STARRED:
            return self.starred
        if row.new and not row.marks & Mark.READ:
            return self.new
        return self.updated if row.updated else " "

    def below_state(self, row: ListedRow) -> str:
        """Return the sign below that: a failed request, an update where the sign above is another, a note."""
        if row.error:
            return self.failed
        if row.updated and self.state(row) != self.updated:
            return self.updated
        return self.noted if row.noted else " "

    def code_of(self, value: Release, guessed: bool = False) -> str:
        """Return the sign for released, promised or no code, or for a link that only a site has found."""
        if guessed and value is Release.RELEASED:
            return self.code_guessed
        return {Release.RELEASED: self.code, Release.PROMISED: self.code_promised}.get(value, self.none)

    def data_of(self, value: Release) -> str:
        """Return the sign for released, promised or no data."""
        return {Release.RELEASED: self.data, Release.PROMISED: self.data_promised}.get(value, self.none)

    def claim_of(self, claim: Claim, state_of_the_art: bool) -> str:
        """Return the sign for the strongest claim of a paper."""
        if state_of_the_art:
            return self.state_of_the_art
        return {Claim.QUANTIFIED: self.quantified, Claim.QUALITATIVE: self.qualitative}.get(claim, self.none)

    def origin_of(self, origin: TakeawayOrigin) -> str:
        """Return the sign for how a takeaway came about; blank for one put together by rule."""
        return {
            TakeawayOrigin.MODEL: self.by_model,
            TakeawayOrigin.TRIMMED: self.by_model_trimmed,
            TakeawayOrigin.QUOTED: self.quoted,
        }.get(origin, " ")

    def agreement_of(self, agreement: Agreement) -> str:
        """Return the sign for how rules and model stand to each other; blank where no model was asked."""
        return {
            Agreement.BOTH: self.agreed,
            Agreement.RULE: self.only_rules,
            Agreement.MODEL: self.only_model,
            Agreement.DISPUTED: self.disputed,
        }.get(agreement, " ")

    def legend(self) -> tuple[tuple[str, str], ...]:
        """Return each sign of a row with what it means, for the help screen."""
        return (
            (self.new, "new since you last looked"),
            (self.starred, "starred"),
            (self.updated, "updated since you saw it: code is out, a new version; the paper tells what"),
            (self.noted, "below these: you wrote a note, where no other sign stands there"),
            (self.failed, "the last request for a summary failed"),
            (self.code, "code released"),
            (self.code_promised, "code promised"),
            (self.code_guessed, "code linked by the listing's own guess, not by the authors"),
            (self.data, "data released"),
            (self.data_promised, "data promised"),
            (self.state_of_the_art, "claims the state of the art"),
            (self.quantified, "claims a result with a number"),
            (self.qualitative, "claims a result in words"),
            (self.none, "none stated"),
            (self.agreed, "below code or claims: the rules and a model agree"),
            (self.only_rules, "below code or claims: only the rules say so"),
            (self.only_model, "below code or claims: only a model says so"),
            (self.disputed, "below an underlined flag: rules and model contradict each other"),
            (self.by_model, "takeaway by a model, checked against the abstract"),
            (self.by_model_trimmed, "takeaway by a model, trimmed so that every check passes"),
            (self.quoted, "takeaway quoted from the abstract"),
            ("blank", "in the place of those: takeaway put together by rule"),
            ("withdrawn", "by its authors or by the archive"),
            ("instructs models", "the text speaks to a model instead of a reader: none was asked"),
            ("bold", "a title not read yet"),
        )


class _AsciiGlyphs(Glyphs):
    """The signs in ASCII."""

    cursor = "|"
    new = "N"
    starred = "*"
    updated = "u"
    noted = "n"
    failed = "!"
    none = "."
    code = "C"
    code_promised = "c"
    code_guessed = "?"
    data = "D"
    data_promised = "d"
    state_of_the_art = "S"
    quantified = "#"
    qualitative = "~"
    by_model = ">"
    by_model_trimmed = ")"
    quoted = '"'
    agreed = "="
    only_rules = "r"
    only_model = "m"
    disputed = "x"
    ellipsis = "..."
    dot = " - "
    bar_full = "="
    bar_half = "-"
    bar_empty = "."
    plain = True


UNICODE = Glyphs()
ASCII = _AsciiGlyphs()


def glyphs(ascii_only: bool) -> Glyphs:
    """Return the set of signs to draw with."""
    return ASCII if ascii_only else UNICODE
