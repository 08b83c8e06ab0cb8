"""A takeaway as it stands in a list, with its title above it."""

from __future__ import annotations

from radar.papers.values import TakeawayOrigin

_OPENS = ("For ", "In ", "Under ", "Within ", "Across ", "Toward ", "Towards ")
_GOES_ON = ("we ", "this ", "our ", "the ", "a ", "an ", "it ", "here ")


def beside_title(takeaway: str, origin: TakeawayOrigin, title: str) -> str:
    """Return a takeaway without an opening that was put there by rule and only says what the title says.

    Where the line is cut, what the title does not say is seen first.

    Args:
        takeaway: the whole line.
        origin: how it came about; what authors or models open a line with stays.
        title: of the paper.
    """
    if origin is not TakeawayOrigin.OFFLINE or not takeaway.startswith(_OPENS):
        return takeaway
    opening, _, rest = takeaway.partition(", ")
    said = opening.partition(" ")[2].lower()
    if not rest.startswith(_GOES_ON) or said not in " ".join(title.lower().split()):
        return takeaway
    return rest[0].upper() + rest[1:]
