"""What the radar remembers; the only sqlite3.

Parts that few acts need are imported when they are first used, as `library.marks` and the like: a start of
the screen waits for every module that is imported before its first papers stand there.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from radar.library import adding as adding
    from radar.library import arrivals as arrivals
    from radar.library import beginnings as beginnings
    from radar.library import bulk as bulk
    from radar.library import categories as categories
    from radar.library import changes as changes
    from radar.library import closeness as closeness
    from radar.library import code_looks as code_looks
    from radar.library import covering as covering
    from radar.library import digest_shelf as digest_shelf
    from radar.library import digests as digests
    from radar.library import dropping as dropping
    from radar.library import entries as entries
    from radar.library import everyday as everyday
    from radar.library import finding as finding
    from radar.library import givers as givers
    from radar.library import identities as identities
    from radar.library import ids_begun as ids_begun
    from radar.library import joining as joining
    from radar.library import key_packs as key_packs
    from radar.library import marks as marks
    from radar.library import members as members
    from radar.library import notes as notes
    from radar.library import phrases as phrases
    from radar.library import planning as planning
    from radar.library import profiles as profiles
    from radar.library import removed as removed
    from radar.library import removing as removing
    from radar.library import restoring as restoring
    from radar.library import row_texts as row_texts
    from radar.library import schema as schema
    from radar.library import search as search
    from radar.library import search_index as search_index
    from radar.library import side_bar as side_bar
    from radar.library import source_states as source_states
    from radar.library import strange as strange
    from radar.library import summaries as summaries
    from radar.library import tags as tags
    from radar.library import unknown_names as unknown_names
    from radar.library import unread as unread
    from radar.library import watches as watches


def __getattr__(name: str) -> object:
    from importlib import import_module

    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"{__name__}.{name}":
            raise
        raise AttributeError(f"{__name__} has no part {name}") from error
