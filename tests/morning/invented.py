"""Papers that nobody wrote, listed by every site in its own shape."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from xml.sax.saxutils import escape

from radar.papers.bases import Value, replace

DAY = date(2026, 3, 4)
"""A Wednesday; the papers were submitted the day before."""

_ANIMALS = ("otters", "herons", "moles", "newts", "stoats", "voles", "toads", "wrens", "hares", "bats")
_PLACES = ("ponds", "hedges", "barns", "dunes", "moors", "weirs", "lanes", "groves", "bogs", "quays")
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" '
    'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">'
)


class Invented(Value):
    """A paper before any site has put it into its own shape."""

    number: int
    title: str
    abstract: str
    authors: tuple[str, ...]
    published: date = DAY - timedelta(days=1)
    comment: str = ""
    code: str = ""
    """Repository that Hugging Face lists."""
    upvotes: int = 0
    version: int = 1
    announced: str = "new"

    @property
    def arxiv(self) -> str:
        """Its number at arXiv."""
        return f"2603.{self.number:05}"

    @property
    def doi(self) -> str:
        """The DOI that arXiv's papers have."""
        return f"10.48550/arXiv.{self.arxiv}"


def papers(count: int, first: int = 0) -> tuple[Invented, ...]:
    """Return different papers; each third names its code in the comment."""
    return tuple(_paper(number) for number in range(first, first + count))


def _paper(number: int) -> Invented:
    animals = _ANIMALS[number % 10]
    place = _PLACES[number // 10 % 10]
    share = 10 + number % 80
    return Invented(
        number,
        f"Where the {animals} of the {number}th {place} spend their winters",
        f"Little is known of {animals} in winter. We follow {share} of them through the {place}. "
        f"They sleep {share} % longer than expected.",
        (f"Ada {place.title()}{number}", "Bo Marsh"),
        comment=f"8 pages, code at https://github.com/{place}/{animals}{number}" if number % 3 == 0 else "",
    )


def in_second_version(paper: Invented, addition: str) -> Invented:
    """Return the paper as its authors replaced it."""
    return replace(paper, version=2, abstract=f"{paper.abstract} {addition}", announced="replace")


def atom(found: Iterable[Invented], total: int | None = None, start: int = 0) -> str:
    """Return the answer of arXiv's query interface."""
    entries = [_entry(paper) for paper in found]
    count = len(entries) if total is None else total
    head = (
        f"<opensearch:totalResults>{count}</opensearch:totalResults>"
        f"<opensearch:startIndex>{start}</opensearch:startIndex>"
        f"<opensearch:itemsPerPage>{len(entries)}</opensearch:itemsPerPage>"
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>{_ATOM}{head}{"".join(entries)}</feed>'


def _entry(paper: Invented) -> str:
    people = "".join(f"<author><name>{escape(name)}</name></author>" for name in paper.authors)
    comment = f"<arxiv:comment>{escape(paper.comment)}</arxiv:comment>" if paper.comment else ""
    changed = paper.published + timedelta(days=paper.version - 1)
    return (
        f"<entry><id>http://arxiv.org/abs/{paper.arxiv}v{paper.version}</id>"
        f"<title>{escape(paper.title)}</title><updated>{changed}T17:00:00Z</updated>"
        f"<summary>{escape(paper.abstract)}</summary><published>{paper.published}T17:00:00Z</published>"
        f'<category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>{comment}'
        f'<arxiv:primary_category term="cs.CL"/>{people}</entry>'
    )


def rss(found: Iterable[Invented]) -> str:
    """Return arXiv's feed of a day."""
    items = "".join(_item(paper) for paper in found)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss xmlns:arxiv="http://arxiv.org/schemas/atom" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>cs.CL updates on '
        "arXiv.org</title><link>http://rss.arxiv.org/rss/cs.CL</link><pubDate>Wed, 04 Mar 2026 00:00:00 -0500"
        f"</pubDate>{items}</channel></rss>"
    )


def _item(paper: Invented) -> str:
    head = f"arXiv:{paper.arxiv}v{paper.version} Announce Type: {paper.announced}"
    told = f"{head} \nAbstract: {paper.abstract}"
    return (
        f"<item><title>{escape(paper.title)}</title><link>https://arxiv.org/abs/{paper.arxiv}</link>"
        f"<description>{escape(told)}</description>"
        f'<guid isPermaLink="false">oai:arXiv.org:{paper.arxiv}v{paper.version}</guid>'
        "<category>cs.CL</category><pubDate>Wed, 04 Mar 2026 00:00:00 -0500</pubDate>"
        f"<arxiv:announce_type>{paper.announced}</arxiv:announce_type>"
        f"<dc:creator>{escape(', '.join(paper.authors))}</dc:creator></item>"
    )


def daily_item(paper: Invented) -> dict[str, object]:
    """Return an item of Hugging Face's daily papers."""
    inner: dict[str, object] = {
        "id": paper.arxiv,
        "title": paper.title,
        "summary": paper.abstract,
        "authors": [{"_id": str(place), "name": name} for place, name in enumerate(paper.authors)],
        "publishedAt": f"{paper.published}T00:00:00.000Z",
        "submittedOnDailyAt": f"{DAY}T03:55:12.777Z",
        "upvotes": paper.upvotes,
        "ai_summary": f"A study of winter, number {paper.number}.",
    }
    if paper.code:
        inner |= {"githubRepo": paper.code, "githubRepoAddedBy": "user", "githubStars": 7}
    return {
        "paper": inner,
        "title": paper.title,
        "summary": paper.abstract,
        "publishedAt": f"{paper.published}T05:00:00.000Z",
        "numComments": 1,
        "submittedBy": {"name": "marsh", "fullname": "Bo Marsh"},
    }


def scholar_paper(paper: Invented) -> dict[str, object]:
    """Return a paper as Semantic Scholar gives it."""
    return {
        "paperId": f"{paper.number:040x}",
        "externalIds": {"ArXiv": paper.arxiv, "DOI": paper.doi, "CorpusId": paper.number},
        "title": paper.title,
        "abstract": paper.abstract,
        "venue": "",
        "year": 2026,
        "publicationDate": paper.published.isoformat(),
        "authors": [{"authorId": str(place), "name": name} for place, name in enumerate(paper.authors)],
        "tldr": {"model": "tldr@v2.0.0", "text": f"Winter is long, number {paper.number}."},
        "openAccessPdf": None,
    }


def open_work(paper: Invented) -> dict[str, object]:
    """Return a paper as OpenAlex gives it, without the arXiv number but with its DOI."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(paper.abstract.split()):
        places.setdefault(word, []).append(place)
    return {
        "id": f"https://openalex.org/W{paper.number + 4_000_000_000}",
        "doi": f"https://doi.org/{paper.doi.lower()}",
        "title": paper.title,
        "display_name": paper.title,
        "publication_date": paper.published.isoformat(),
        "type": "preprint",
        "primary_location": {
            "source": {"display_name": "arXiv (Cornell University)"},
            "landing_page_url": f"https://doi.org/{paper.doi.lower()}",
            "pdf_url": f"https://arxiv.org/pdf/{paper.arxiv}",
        },
        "authorships": [{"author": {"display_name": name}} for name in paper.authors],
        "abstract_inverted_index": places,
    }


def open_note(paper: Invented) -> dict[str, object]:
    """Return a submission as OpenReview gives it."""
    return {
        "id": f"note{paper.number}",
        "forum": f"note{paper.number}",
        "number": paper.number,
        "invitations": ["ICLR.cc/2026/Conference/-/Submission"],
        "cdate": 1_772_500_000_000,
        "pdate": 1_772_550_000_000,
        "content": {
            "title": {"value": paper.title},
            "abstract": {"value": paper.abstract},
            "authors": {"value": list(paper.authors)},
            "TLDR": {"value": f"Winter, number {paper.number}."},
            "venue": {"value": "ICLR 2026"},
            "venueid": {"value": "ICLR.cc/2026/Conference"},
            "pdf": {"value": f"/pdf/note{paper.number}.pdf"},
        },
    }


def anthology(found: Iterable[Invented], collection: str, volume: str) -> str:
    """Return a collection of the ACL Anthology with one volume."""
    papers = "".join(
        f'<paper id="{place}"><title>{escape(paper.title)}</title>'
        + "".join(_person(name) for name in paper.authors)
        + f"<pages>{place}-{place}</pages><abstract>{escape(paper.abstract)}</abstract>"
        f'<url hash="0a1b2c3d">{collection}-{volume}.{place}</url>'
        f"<bibkey>marsh-{paper.number}-winter</bibkey></paper>"
        for place, paper in enumerate(found, 1)
    )
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><collection id=\"{collection}\">"
        f'<volume id="{volume}" type="proceedings"><meta><booktitle>Proceedings of the Winter Meeting'
        f"</booktitle><month>March</month><year>2026</year></meta>{papers}</volume></collection>"
    )


def _person(name: str) -> str:
    first, _, last = name.rpartition(" ")
    return f"<author><first>{escape(first)}</first><last>{escape(last)}</last></author>"


def journal_feed(found: Iterable[Invented]) -> str:
    """Return the feed of a journal that knows no more than titles, links and DOIs."""
    items = "".join(
        f"<item><title>{escape(paper.title)}</title>"
        f"<link>https://journal.example.org/winter/{paper.number}</link>"
        f"<description>&lt;p&gt;{escape(escape(paper.abstract))}&lt;/p&gt;</description>"
        f"<dc:creator>{escape(paper.authors[0])}</dc:creator><prism:doi>{paper.doi}</prism:doi>"
        "<pubDate>Wed, 04 Mar 2026 09:00:00 GMT</pubDate></item>"
        for paper in found
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel><title>Journal of Winter'
        f"</title><link>https://journal.example.org</link>{items}</channel></rss>"
    )
