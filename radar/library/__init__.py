"""What the radar remembers; the only sqlite3.

rescue/       what can be saved of a damaged file, and where that file goes
background.py, watch_counts.py   threads that answer and count, so that the screen never waits
library.py    the writing side, reader.py the reading one; entries.py all that is held of one paper
schema/       the tables as numbered migrations
removal/      papers go out, and come back
adding/       papers come in: new, known, changed, contradicted, or two that are one
search/       a question as SQL, exactly and within a bound of work, and what answers it
closeness/    the order by closeness to what is starred
summaries/    all are kept, one is shown; those that went out of date
marks/        marks, tags, notes, and acts that can be taken back
watches/      saved searches, and how far digests have got
jobs/         the queue, batches that others answer, the ledger
listings/     how sources stand, and what each of them gave
index/        what follows from the papers: search index, words, categories; kept in step and mended
identity/     which known paper a record speaks of
records/      rows <-> values; keys, and columns of bits
database/     SQLite itself: connection, transactions, errors

Each imports only what stands below it. Parts that few acts need are imported when they are first used, by
their own name whatever package they lie in, as `library.acts`: a start of the screen waits for every module
that is imported before its first papers stand there.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from radar.library import entries as entries
    from radar.library.adding import arrivals as arrivals
    from radar.library.adding import changes as changes
    from radar.library.adding import planning as planning
    from radar.library.adding import storing as storing
    from radar.library.closeness import close_order as close_order
    from radar.library.closeness import profiles as profiles
    from radar.library.identity import feed_items as feed_items
    from radar.library.identity import identities as identities
    from radar.library.index import beginnings as beginnings
    from radar.library.index import categories as categories
    from radar.library.index import search_index as search_index
    from radar.library.listings import code_looks as code_looks
    from radar.library.listings import givers as givers
    from radar.library.listings import source_states as source_states
    from radar.library.marks import acts as acts
    from radar.library.marks import notes as notes
    from radar.library.marks import tags as tags
    from radar.library.marks import unread as unread
    from radar.library.records import bulk as bulk
    from radar.library.records import key_packs as key_packs
    from radar.library.records import removed as removed
    from radar.library.records import strange as strange
    from radar.library.removal import removing as removing
    from radar.library.removal import restoring as restoring
    from radar.library.schema import migrations as migrations
    from radar.library.search import covering as covering
    from radar.library.search import dropping as dropping
    from radar.library.search import everyday as everyday
    from radar.library.search import finding as finding
    from radar.library.search import ids_begun as ids_begun
    from radar.library.search import joining as joining
    from radar.library.search import members as members
    from radar.library.search import phrases as phrases
    from radar.library.search import row_texts as row_texts
    from radar.library.search import searcher as searcher
    from radar.library.search import unknown_names as unknown_names
    from radar.library.summaries import stored_summaries as stored_summaries
    from radar.library.watches import digest_shelf as digest_shelf
    from radar.library.watches import digests as digests
    from radar.library.watches import saved_searches as saved_searches
    from radar.library.watches import side_bar as side_bar

_PARTS = {
    "adding": ("arrivals", "changes", "planning", "storing"),
    "closeness": ("close_order", "profiles"),
    "identity": ("feed_items", "identities"),
    "index": ("beginnings", "categories", "search_index"),
    "listings": ("code_looks", "givers", "source_states"),
    "marks": ("acts", "notes", "tags", "unread"),
    "records": ("bulk", "key_packs", "removed", "strange"),
    "removal": ("removing", "restoring"),
    "schema": ("migrations",),
    "search": (
        "covering",
        "dropping",
        "everyday",
        "finding",
        "ids_begun",
        "joining",
        "members",
        "phrases",
        "row_texts",
        "searcher",
        "unknown_names",
    ),
    "summaries": ("stored_summaries",),
    "watches": ("digest_shelf", "digests", "saved_searches", "side_bar"),
}
"""By package; what is not named here lies in the folder itself."""
_PACKAGES = {part: package for package, parts in _PARTS.items() for part in parts}


def __getattr__(name: str) -> object:
    from importlib import import_module

    package = _PACKAGES.get(name)
    place = f"{__name__}.{package}.{name}" if package else f"{__name__}.{name}"
    try:
        part = import_module(place)
    except ModuleNotFoundError as error:
        if error.name != place:
            raise
        raise AttributeError(f"{__name__} has no part {name}") from error
    globals()[name] = part
    return part
