"""What later migrations add; an applied statement is never edited."""

from __future__ import annotations

from radar.library.index.beginnings import DEFINITION
from radar.library.search.row_texts import SIGNS_STAND

SPENDING = (
    """CREATE TABLE spending (
        day TEXT NOT NULL,
        summariser TEXT NOT NULL,
        endpoint TEXT NOT NULL,
        model TEXT NOT NULL,
        requests INTEGER NOT NULL DEFAULT 0,
        papers INTEGER NOT NULL DEFAULT 0,
        cached INTEGER NOT NULL DEFAULT 0,
        tokens_in INTEGER NOT NULL DEFAULT 0,
        tokens_out INTEGER NOT NULL DEFAULT 0,
        reasoning INTEGER NOT NULL DEFAULT 0,
        reused INTEGER NOT NULL DEFAULT 0,
        cost REAL NOT NULL DEFAULT 0,
        estimated INTEGER NOT NULL DEFAULT 0,
        estimated_cost REAL NOT NULL DEFAULT 0,
        unpriced INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (day, summariser, endpoint, model)
    ) WITHOUT ROWID""",
    """CREATE TABLE reserved (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL,
        process TEXT NOT NULL,
        summariser TEXT NOT NULL,
        endpoint TEXT NOT NULL,
        model TEXT NOT NULL,
        tokens_in INTEGER NOT NULL,
        tokens_out INTEGER NOT NULL,
        cost REAL
    )""",
)


def _stands(name: str, shift: int) -> str:
    """Return how model and rules stand to each other on a flag, as the bits that say so.

    By the model's verdict where the summary has any, else by comparing the flags, in which nothing is
    left out: a plug-in with the flags of the rules has said nothing of its own.
    """
    model, rules = (
        f"coalesce(CASE WHEN json_valid({table}.flags) "
        f"THEN json_extract({table}.flags, '$.{name}[0]') END, 'none')"
        for table in ("s", "r")
    )
    compared = (
        f"CASE WHEN {model} = {rules} THEN 'unasked' WHEN {model} = 'none' THEN 'rule' "
        f"WHEN {rules} = 'none' THEN 'model' ELSE 'disputed' END"
    )
    said = f"coalesce(json_extract(s.verdicts, '$.{name}[1]'), '')"
    verdict = (
        f"CASE WHEN NOT coalesce(json_valid(s.verdicts), 0) THEN {compared} "
        f"WHEN json_extract(s.verdicts, '$.{name}[0]') = 'both' AND {rules} = 'none' "
        f"AND {said} NOT IN ('', 'none') THEN 'unasked' "
        f"ELSE coalesce(json_extract(s.verdicts, '$.{name}[0]'), 'unasked') END"
    )
    return (
        f"(CASE {verdict} WHEN 'both' THEN {1 << shift} WHEN 'rule' THEN {2 << shift} "
        f"WHEN 'model' THEN {3 << shift} WHEN 'disputed' THEN {(4 << shift) | 512} ELSE 0 END)"
    )


# Of the summary that is shown or, where that is the rules', of the newest by a model. A row that says so
# already is left alone: each one written costs an entry in every index.
STANDINGS = f"""UPDATE papers SET flags = (papers.flags & ~512) | judged.standing FROM (
    SELECT s.id AS id, {_stands("code", 13)} | {_stands("results", 16)} AS standing
    FROM summaries s JOIN readings r ON r.id = s.id JOIN papers p ON p.id = s.id
    WHERE s.number = CASE WHEN p.shown THEN p.shown ELSE (
        SELECT n.number FROM summaries n WHERE n.id = p.id ORDER BY n.created DESC, n.number DESC LIMIT 1
    ) END
) AS judged WHERE judged.id = papers.id AND papers.flags != (papers.flags & ~512) | judged.standing"""

# `item` is 63 bits of the digest of a question's id: narrow enough for a million of them, and whoever reads
# one asks the whole id again before believing it. `answer`: 0 none yet, above 0 the digest of the one that
# was taken, below 0 that of a failure.
BATCHES = (
    """CREATE TABLE batches (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        token TEXT NOT NULL UNIQUE,
        created INTEGER NOT NULL,
        summariser TEXT NOT NULL,
        model TEXT NOT NULL,
        prompt_digest TEXT NOT NULL,
        dialect TEXT NOT NULL,
        answer_format TEXT NOT NULL
    )""",
    """CREATE TABLE batch_shards (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        batch INTEGER NOT NULL,
        name TEXT NOT NULL,
        lines INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        touched INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE batch_items (
        item INTEGER PRIMARY KEY,
        shard INTEGER NOT NULL,
        id INTEGER NOT NULL,
        answer INTEGER NOT NULL DEFAULT 0
    )""",
)

# Nearly every paper shows what the rules read in it: that stands in its row, and need not stand twice.
# The sign is `paper_records.AS_SHOWN`.
SHOWN_TAKEAWAYS = (
    "UPDATE readings SET takeaway = char(31) WHERE id > ? AND id <= ? "
    "AND takeaway = (SELECT takeaway FROM papers WHERE papers.id = readings.id)"
)

# Takes the place of the index on `added` alone: with the flags in it, no filter reads a wide row.
ARRIVALS = (
    "CREATE INDEX i_arrived ON papers (added DESC, id DESC, flags)",
    "DROP INDEX i_added",
)

# Filled from what every paper names, one category a line; see categories.py for what is one. The archive
# before the full stop counts as well.
CATEGORIES = (
    "CREATE TABLE category_names (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    """CREATE TABLE categorised (
        category INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (category, id)
    ) WITHOUT ROWID""",
    "CREATE TEMP TABLE named (id INTEGER NOT NULL, name TEXT NOT NULL)",
    """INSERT INTO named SELECT p.id, lower(trim(line.value)) FROM papers p,
        json_each('[' || replace(json_quote(replace(p.categories, '\\', '/')), '\\n', '","') || ']') line
        WHERE p.categories != ''""",
    """DELETE FROM named WHERE name GLOB '*[^a-z.-]*' OR name GLOB '*.*.*' OR name GLOB '.*'
        OR name GLOB '*.' OR name GLOB '*.?' OR name GLOB '?.*' OR length(name) NOT BETWEEN 2 AND 45""",
    """INSERT INTO named SELECT id, substr(name, 1, instr(name, '.') - 1) FROM named
        WHERE instr(name, '.')""",
    "INSERT INTO category_names (name) SELECT DISTINCT name FROM named ORDER BY name",
    """INSERT OR IGNORE INTO categorised (category, id) SELECT c.number, n.id
        FROM named n JOIN category_names c ON c.name = n.name ORDER BY c.number, n.id""",
    "DROP TABLE named",
)

# `reader` is the process that did it and, behind a space, its own name for the act. `keys` are papers in the
# form of `key_packs`, `lowest` and `highest` the outermost of them; `only_paper` is the one that an act on a
# single paper changed.
ACTS = (
    """CREATE TABLE acts (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        reader TEXT NOT NULL,
        done INTEGER NOT NULL,
        label TEXT NOT NULL,
        papers INTEGER NOT NULL,
        only_paper INTEGER
    )""",
    """CREATE TABLE act_papers (
        place INTEGER PRIMARY KEY,
        act INTEGER NOT NULL,
        verb TEXT NOT NULL,
        tag TEXT NOT NULL,
        lowest INTEGER NOT NULL,
        highest INTEGER NOT NULL,
        keys BLOB NOT NULL
    )""",
    "CREATE INDEX i_act_papers ON act_papers (act)",
)

# `query` holds in JSON what differs from a question for everything; `folded` keeps names apart without regard
# to case; `seen` is the `added` of the last paper that the reader has looked at in it.
WATCHES = (
    """CREATE TABLE watches (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL,
        seen INTEGER NOT NULL
    )""",
)

# An index by rising `added` grows at its end as papers come, which leaves its pages full and not half empty;
# so does one by falling `id`, for listings come newest first. With its flags it tells the new papers that are
# unread as well as an index of those alone did.
LACKING = (
    f"CREATE VIRTUAL TABLE lacking USING {DEFINITION}",
    "DROP INDEX i_arrived",
    "DROP INDEX i_new",
    "CREATE INDEX i_arrived ON papers (added, id, flags)",
    "CREATE INDEX i_comment ON papers (id DESC, comment) WHERE comment != ''",
)

# Filled by the sweep that follows, as the table of before was: which beginnings are kept has changed. A table
# that is being made beside it holds the old ones; where it is gone, this one is kept.
LACKING_IN_COLUMNS = (
    "DROP TABLE IF EXISTS lacking_new",
    "DROP TABLE lacking",
    f"CREATE VIRTUAL TABLE lacking USING {DEFINITION}",
)

# As with comments: few papers have one, and without it a look for a venue would read every wide row. The
# other tells the papers of a listing, for which all of every listing were looked through.
VENUES_AND_LISTINGS = (
    "CREATE INDEX i_venue ON papers (id DESC, venue) WHERE venue != ''",
    "CREATE INDEX i_listed ON origins (listing, id)",
)

# Few papers hold a sign that may belong to a word; without it, all that hold the word are read for the sign.
SIGNS = (f"CREATE INDEX i_signed ON papers (id DESC) WHERE {SIGNS_STAND}",)

# `folded` is what is looked through, whatever the case of what is looked for.
NOTES = ("CREATE TABLE notes (id INTEGER PRIMARY KEY, note TEXT NOT NULL, folded TEXT NOT NULL)",)

# `worked` are microseconds. What held them before, `heartbeat`, stays for a radar that was begun before this
# step and is still at work: it reads and writes that column, and would take a library without it for damaged.
JOB_MOMENTS = (
    "ALTER TABLE jobs ADD COLUMN worked INTEGER",
    "ALTER TABLE jobs ADD COLUMN waits_until INTEGER",
    "ALTER TABLE jobs ADD COLUMN silent_since INTEGER",
)

# `removals.number` is that of the act; `kept` is whether the papers are still there to be put back. A key in
# `removed` is given to no other paper, and the names of the paper stay where they are and lead to it: so a
# listing that names it is understood. `ids` are lines, the paper's own id first. `packed` holds the rows of
# some papers in all tables; see removed_rows.py.
REMOVALS = (
    """CREATE TABLE removals (
        number INTEGER PRIMARY KEY,
        removed INTEGER NOT NULL,
        what TEXT NOT NULL,
        papers INTEGER NOT NULL,
        starred INTEGER NOT NULL,
        noted INTEGER NOT NULL,
        tagged INTEGER NOT NULL,
        summarised INTEGER NOT NULL,
        kept INTEGER NOT NULL
    )""",
    """CREATE TABLE removed (
        id INTEGER PRIMARY KEY, removal INTEGER NOT NULL, ids TEXT NOT NULL, title TEXT NOT NULL,
        authors TEXT NOT NULL
    )""",
    "CREATE INDEX i_removed ON removed (removal)",
    "CREATE TABLE removed_papers (place INTEGER PRIMARY KEY, removal INTEGER NOT NULL, packed BLOB NOT NULL)",
    "CREATE INDEX i_removed_papers ON removed_papers (removal)",
)

RECENT_NAMES = ("CREATE TABLE recent_names (alias TEXT PRIMARY KEY, id INTEGER) WITHOUT ROWID",)

# A paper that stands in one listing takes no more room than it did: its columns are empty, and the tables
# hold what differs. `updated` is "=" for the day of `published`. `announced` is empty for what a listing
# announced as new. `changes.before` and `changes.after` are empty for abstracts. `said` is what a listing
# says otherwise than what is shown. `other_names` are ids of archives that a paper is known by and its own
# row does not tell. `moved` tells which paper became part of which other; keys that are kept anywhere are
# followed by it.
UPDATES = (
    "ALTER TABLE papers ADD COLUMN version INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE papers ADD COLUMN updated TEXT",
    "ALTER TABLE papers ADD COLUMN site_summary TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE papers ADD COLUMN site_summary_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE papers ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE summaries ADD COLUMN outdated INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE origins ADD COLUMN announced TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX i_updated ON papers (id DESC, flags) WHERE (flags & 1048576) != 0",
    """CREATE TABLE changes (
        id INTEGER NOT NULL, happened INTEGER NOT NULL, kind TEXT NOT NULL, before TEXT NOT NULL,
        after TEXT NOT NULL, listing INTEGER NOT NULL, PRIMARY KEY (id, happened, kind)
    ) WITHOUT ROWID""",
    "CREATE INDEX i_happened ON changes (happened)",
    """CREATE TABLE said (
        id INTEGER NOT NULL, listing INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (id, listing, field)
    ) WITHOUT ROWID""",
    """CREATE TABLE other_names (
        id INTEGER NOT NULL, alias TEXT NOT NULL, PRIMARY KEY (id, alias)
    ) WITHOUT ROWID""",
    "CREATE TABLE moved (id INTEGER PRIMARY KEY, into_id INTEGER NOT NULL)",
    "CREATE INDEX i_moved ON moved (into_id)",
    "CREATE TABLE code_looks (id INTEGER PRIMARY KEY, looked INTEGER NOT NULL)",
    """CREATE TABLE source_states (
        name TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        asked INTEGER,
        succeeded INTEGER,
        new INTEGER NOT NULL,
        known INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        error TEXT NOT NULL,
        hint TEXT NOT NULL,
        again INTEGER
    ) WITHOUT ROWID""",
    """CREATE TABLE back_fills (
        source TEXT NOT NULL,
        since TEXT NOT NULL,
        resume TEXT NOT NULL,
        papers INTEGER NOT NULL,
        total INTEGER,
        begun INTEGER NOT NULL,
        touched INTEGER NOT NULL,
        ended INTEGER,
        PRIMARY KEY (source, since)
    ) WITHOUT ROWID""",
)
