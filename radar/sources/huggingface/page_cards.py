"""The papers of a copied page: which text is a title, which its abstract, and what else belongs to them."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator
from datetime import date

from radar.papers.bases import Mutable, field, replace
from radar.papers.listed.identity import arxiv_id, title_id
from radar.papers.listed.paper import Links, Paper, PaperId, clean_paper
from radar.sources.huggingface.page_pieces import BANNER, Piece, PieceKind, date_in
from radar.sources.huggingface.page_texts import are_names, is_abstract, is_name
from radar.sources.source import NOT_UTF8, Parsed, not_understood, undecodable
from radar.sources.texts.dates import day_of, month_of
from radar.sources.texts.names import names_in

_MAX_GAP = 400
"""More pieces than this without an abstract are no listing; they are reported."""

_AFTER_NAMES = (PieceKind.DATE, PieceKind.AUTHOR_COUNT, PieceKind.MARK)
_LABEL = re.compile(r"(title|abstract|authors?|by)\s*:\s+", re.IGNORECASE)
_NUMBER = re.compile(r"[(\[]?(\d{1,5})[.)\]]\s+(?=\S)")
_GITHUB = re.compile(r"https?://github\.com/[^/\s]+/[^/\s?#]+", re.IGNORECASE)
_STARS = re.compile(r"github\s+(\d{1,9})(?!\d)", re.IGNORECASE)
_VOTE_LINK = re.compile(r"[?&]next=%2Fpapers%2F([\d.]+)")
_VOTES = re.compile(r"(?:upvote\s*)?(\d{1,6})", re.IGNORECASE)
_OWN_HOST = re.compile(
    r"https?://(?:[\w-]+\.)*(?:huggingface\.co|hf\.co|arxiv\.org|alphaxiv\.org)(?:/|$)", re.IGNORECASE
)
_TITLE_WITHOUT_ABSTRACT = "a title without an abstract"


class _Card(Mutable):
    """A paper as far as it is read."""

    title: Piece
    abstract: Piece
    authors: tuple[str, ...] = ()
    date: str = ""
    id: PaperId | None = None
    code: str = ""
    stars: int | None = None
    upvotes: int | None = None

    def paper(self) -> Paper:
        first_author = self.authors[0] if self.authors else ""
        id = self.id or title_id(self.title.text, first_author)
        landing = f"https://huggingface.co/papers/{id.removeprefix('arxiv:')}" if self.id else ""
        return clean_paper(
            Paper(
                id=id,
                title=self.title.text,
                authors=self.authors,
                abstract=self.abstract.text,
                published=_published(self.date, self.id),
                links=Links(landing=landing, code=self.code),
                stars=self.stars,
                upvotes=self.upvotes,
            )
        )


class Cards(Mutable):
    """Puts pieces together to papers; between two abstracts lies a gap, in which the next title stands."""

    _gap: list[Piece] = field(default_factory=list)
    _card: _Card | None = None
    _banner: bool = False
    _submitter_follows: bool = False
    _dates_lead: bool | None = None
    _links_lead: bool | None = None
    _names_follow_titles: bool = False
    _numbered: int = 0

    def of(self, pieces: Iterable[Piece]) -> Iterator[Parsed]:
        """Yield a paper as soon as the next one begins, and what belongs to none."""
        for piece in pieces:
            self._banner = self._banner or BANNER.search(piece.text) is not None
            if undecodable(piece.text):
                yield not_understood(piece.line, NOT_UTF8, piece.text)
            elif piece.kind is PieceKind.TEXT:
                if not (self._submitter_follows and not piece.heading and " " not in piece.text):
                    yield from self._text(self._unglued(piece))
                self._submitter_follows = False
            elif piece.kind is PieceKind.FURNITURE and piece.heading and "trending" in piece.text.lower():
                reason = "this page gives the site's own summary in place of some abstracts"
                yield not_understood(piece.line, reason, piece.text)
            elif _leads_elsewhere(piece):
                yield not_understood(piece.line, "a link that is neither a paper nor labelled", piece.text)
            else:
                self._submitter_follows = piece.text.lower().startswith("submitted by")
                self._gap.append(piece)
            if len(self._gap) > _MAX_GAP:
                yield from self._leave_gap(len(self._gap))
        yield from self._leave_gap(len(self._gap))
        yield from self._finish()

    def _text(self, piece: Piece) -> Iterator[Parsed]:
        label = _LABEL.match(piece.text)
        text = piece.text[label.end() :] if label else piece.text
        kind = label[1].lower() if label else ""
        after_title = any(before.kind is PieceKind.TEXT for before in self._gap)
        if kind == "abstract" or (kind == "" and not piece.heading and is_abstract(text, after_title)):
            yield from self._abstract(replace(piece, text=text))
        elif kind in ("", "title"):
            self._gap.append(replace(piece, text=text, heading=piece.heading or kind == "title"))
        elif after_title or self._card:
            self._gap.append(replace(piece, text=text, kind=PieceKind.AUTHORS))
        else:
            yield not_understood(piece.line, "authors without a title", piece.text)

    def _abstract(self, piece: Piece) -> Iterator[Parsed]:
        at = self._title_index()
        if at is None:
            yield from self._give_up_what_runs_into(piece)
            yield from self._leave_gap(len(self._gap))
            yield from self._finish()
            yield not_understood(piece.line, "a text without a title", piece.text)
            return
        after = [text for text in self._gap[at + 1 :] if text.kind is PieceKind.TEXT]
        card = _Card(self._without_number(self._gap[at]), piece)
        gap = self._gap
        leading = yield from self._leave_gap(at)
        yield from self._finish()
        self._card = card
        for before in (*leading, gap[at], *gap[at + 1 :], piece):
            self._belongs(card, before)
        for text in after:
            if not card.authors and (_are_authors(text, self._names_follow_titles) or is_name(text.text)):
                card.authors = names_in(text.text)
                self._names_follow_titles = True
            else:
                yield not_understood(text.line, "neither a title nor authors nor an abstract", text.text)

    def _give_up_what_runs_into(self, piece: Piece) -> Iterator[Parsed]:
        """Drop the paper before, where its wrapped abstract may have swallowed the title that is missing."""
        last = self._card.abstract if self._card else piece
        if last.wrapped > 1 and last.line + last.wrapped == piece.line and self._card:
            yield not_understood(self._card.title.line, "its end and the next title run together", last.text)
            self._card = None

    def _title_index(self) -> int | None:
        """Return where in the gap the title stands, or None where there is none or no telling."""
        texts = [at for at, piece in enumerate(self._gap) if piece.kind is PieceKind.TEXT]
        headings = [at for at in texts if self._gap[at].heading]
        if headings or not texts:
            return headings[-1] if headings else None
        titles = [at for at in texts if not self._are_people(at)] or texts
        last = titles[-1]
        if len(titles) > 1 and is_name(self._gap[last].text):
            return titles[-2] if self._names_follow_titles else None
        return last

    def _are_people(self, at: int) -> bool:
        """Whether a text of the gap is authors, or the institution that stands in their place."""
        following = self._gap[at + 1] if at + 1 < len(self._gap) else None
        named = self._names_follow_titles and any(before.kind is PieceKind.TEXT for before in self._gap[:at])
        if _are_authors(self._gap[at], named):
            return True
        return self._card is not None and following is not None and following.kind in _AFTER_NAMES

    def _leave_gap(self, end: int) -> Generator[Parsed, None, list[Piece]]:
        """Give what stands before the next title to the paper before it, and report what fits nowhere.

        Returns:
            The pieces that belong to the paper that comes.
        """
        gap, self._gap = self._gap[:end], []
        leading: list[Piece] = []
        for at, piece in enumerate(gap):
            if piece.kind is PieceKind.TEXT:
                following = gap[at + 1].kind if at + 1 < len(gap) else None
                yield from self._left_over(piece, following)
            elif self._leads(piece):
                leading.append(piece)
            elif self._card:
                self._belongs(self._card, piece)
        return leading

    def _left_over(self, piece: Piece, following: PieceKind | None) -> Iterator[Parsed]:
        card = self._card
        if card and _are_authors(piece) and not card.authors:
            card.authors = names_in(piece.text)
        elif card is None or following is not PieceKind.MARK or piece.heading:
            # Before the dot stands the institution, which is no field of a paper.
            yield not_understood(piece.line, _TITLE_WITHOUT_ABSTRACT, piece.text)

    def _leads(self, piece: Piece) -> bool:
        """Whether a date or link between two papers belongs to the one that follows."""
        if piece.kind is PieceKind.DATE:
            if self._dates_lead is None:
                self._dates_lead = self._card is None and not (self._banner and "," not in piece.text)
            return self._dates_lead
        id = _id_of(piece)
        if id is None:
            return False
        if self._card is None or (self._card.id and self._card.id != id):
            self._links_lead = self._links_lead if self._card else True
            return True
        return bool(self._links_lead) and self._card.id != id

    def _belongs(self, card: _Card, piece: Piece) -> None:
        """Take what a piece says of a paper."""
        if piece.kind is PieceKind.DATE:
            card.date = card.date or date_in(piece.text)
        if piece.kind is PieceKind.AUTHORS and not card.authors:
            card.authors = names_in(piece.text)
        id = _id_of(piece)
        if id and card.id and id != card.id:
            return
        card.id = card.id or id
        if any(_VOTE_LINK.search(link) for link in piece.links) and (votes := _VOTES.fullmatch(piece.text)):
            card.upvotes = int(votes[1])
        if (stars := _STARS.match(piece.text)) and piece.kind is PieceKind.LINK:
            card.code = next((found[0] for link in piece.links if (found := _GITHUB.match(link))), "")
            abbreviated = piece.text[stars.end() : stars.end() + 1].lower() in ("k", ".", ",")
            card.stars = None if abbreviated or not card.code else int(stars[1])

    def _finish(self) -> Iterator[Parsed]:
        if self._card:
            yield self._card.paper()
        self._card = None

    def _without_number(self, title: Piece) -> Piece:
        """Take the number off a title, where the titles of the page are numbered one after the other."""
        found = _NUMBER.match(title.text)
        if not found or int(found[1]) != self._numbered + 1:
            return title
        self._numbered += 1
        return replace(title, text=title.text[found.end() :])

    def _unglued(self, piece: Piece) -> Piece:
        """Take off the caption of a button that a copy has run into the first title."""
        rest = piece.text.removeprefix("Subscribe")
        glued = self._banner and self._card is None and rest != piece.text and rest
        return replace(piece, text=rest) if glued and not (rest[0].islower() or rest[0].isspace()) else piece


def _are_authors(piece: Piece, expected: bool = False) -> bool:
    return not piece.heading and are_names(piece.text, expected)


def _id_of(piece: Piece) -> PaperId | None:
    for link in piece.links or ((piece.text,) if piece.kind is PieceKind.LINK else ()):
        if vote := _VOTE_LINK.search(link):
            return arxiv_id(vote[1])
        if id := arxiv_id(link.split("#")[0].split("?")[0].rstrip(").,]")):
            return id
    if piece.kind is PieceKind.LINK and piece.text.lower().startswith("arxiv:"):
        return arxiv_id(piece.text.split(" ")[0])
    return None


def _leads_elsewhere(piece: Piece) -> bool:
    if piece.kind is not PieceKind.LINK or _STARS.match(piece.text) or _id_of(piece):
        return False
    return not all(_OWN_HOST.match(link) for link in piece.links)


def _published(text: str, id: PaperId | None) -> date | None:
    """Return the day of a date; one without a year is only used where the arXiv number tells the year."""
    if not text or (day := day_of(text)):
        return day if text else None
    number = (id or "").removeprefix("arxiv:")
    if not number[:4].isdecimal():
        return None
    name, _, day_of_month = text.partition(" ")
    year, month = 2000 + int(number[:2]), int(number[2:4])
    try:
        named = month_of(name)
        # A paper sent in at the end of a month may have the number of the next.
        if (month - named) % 12 <= 1:
            return date(year - (named > month), named, int(day_of_month))
    except ValueError:
        return None
    return None
