"""Every command of radar."""

from __future__ import annotations

from radar.cli.parser import Command

SCREEN = Command("", "open the screen", "open_screen")
COMMANDS = (
    Command("demo", "show a sample, without network or key, in a library that is thrown away", "open_demo"),
    Command("import", "read listings from files into the library", "import_files"),
    Command("refresh", "ask the sources for new papers", "refresh_sources"),
    Command("add", "bring papers by id, link or DOI", "add_papers"),
    Command("sources", "show what is followed and how it stands; follow more, or less", "manage_sources"),
    Command("list", "list papers with takeaways and flags", "list_papers"),
    Command("watch", "save searches, and see what is new in each", "manage_watches"),
    Command("digest", "put what is new on one page, or into your mailbox", "write_digest"),
    Command("show", "show one paper in full, with the words its flags stand on", "show_papers"),
    Command("mark", "mark papers read or unread, star them, and take that back", "mark_papers"),
    Command("tag", "tag papers, or take tags away", "tag_papers"),
    Command("note", "write a note on a paper, or read it", "note_papers"),
    Command("remove", "take papers out of the library, and put them back", "remove_papers"),
    Command("summarise", "have papers summarised by a model", "summarise_papers"),
    Command("compare", "have the same papers summarised by several, and compare", "compare"),
    Command("export", "write papers as BibTeX, CSL-JSON, JSON lines, Markdown, CSV", "export_papers"),
    Command(
        "batch", "have papers summarised by a batch service or a cluster: files out, results in", "batch"
    ),
    Command("read", "read papers from JSON lines, beside the library", "read_stream"),
    Command("usage", "show what summaries cost, and what is left of the budgets", "show_usage"),
    Command("jobs", "list what the worker process does, or cancel it", "list_jobs"),
    Command("endpoint", "set up, try and list the endpoints that write summaries", "manage_endpoints"),
    Command("doctor", "check library, cache, endpoint, sources and terminal", "check_parts"),
    Command("settings", "show what is set, and where it was set", "show_settings"),
    Command("work", "", "work"),
)
