"""What the rules read in a paper, in the form in which its rows hold it.

Whoever reads papers in another process makes it there: it is quicker handed over than the flags themselves,
and whoever stores the papers has the less to do.
"""

from __future__ import annotations

from radar.library.records import bits
from radar.library.records.flag_records import packed_flags
from radar.papers.bases import Value
from radar.papers.summaries.summary import Reading
from radar.papers.text.safe_text import clean


class PackedReading(Value):
    """A reading as it is stored; every text is clean."""

    rules_version: int
    origin: str
    """Of the takeaway, the value of a TakeawayOrigin."""
    takeaway: str
    figure: str
    flags: str
    """As `unpacked_flags` reads them."""
    bits: int
    """What the row of a paper says of the flags where no model has said anything."""


def packed_reading(reading: Reading | PackedReading) -> PackedReading:
    """Return a reading as it is stored; one that is packed already stays as it is."""
    if isinstance(reading, PackedReading):
        return reading
    takeaway, flags = reading.takeaway, reading.flags
    return PackedReading(
        reading.rules_version,
        takeaway.origin.value,
        clean(takeaway.text),
        clean(flags.results.figure),
        packed_flags(flags),
        bits.derived(flags, takeaway.origin),
    )
