"""Papers made by chance of words that begin as many do."""

from __future__ import annotations

import random

from radar.papers.listed.paper import Paper
from tests.library.samples import paper

MANY = 2_600
SAYS = (
    "A model of the soil.", "Tomatoes.", "Ökologie", "con", "Kale: what grows?", "—Modern", "code released.",
    "Fire-breathing", "the", "m", "Queues, zeal", "No.", "naïve gardens, \u0301model", "is it?",
)  # fmt: skip


def invented(chance: random.Random, number: int) -> Paper:
    """Return a paper; its number stands in its title and its abstract."""
    says = " ".join(chance.choices(SAYS, k=chance.randrange(1, 5)))
    return paper(
        number,
        title=f"{chance.choice(SAYS)} {number}",
        abstract=f"{says} w{number}x.",
        comment=chance.choice(("", "", "9 pages, 4 figures")),
        venue=chance.choice(("", "", "Annals of Soil", "KALE_2024")),
        authors=(chance.choice(("Ada Berg", "Þór Ægir", "Xi Ou", "Ærø")),),
    )
