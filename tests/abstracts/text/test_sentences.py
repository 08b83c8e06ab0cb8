"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from radar.abstracts.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mill et al. (2020) count crabs.",
        "We use tools, i.e. Rakes and hoes.",
        "As Fig. 3 shows, crabs walk.",
        "The score rose from 3.5 to 4.25 points.",
        "We thank J. Mill for crabs.",
        "See https://crabs.example.org/a.b?c=D.E for more.",
        "We sort crabs vs. Lobsters by size.",
        "Run crab.py with Node.js installed.",
        "1. Crabs walk sideways.",
        "We do three things: 1. Washing the sand, 2. Drying it, and 3. Selling it.",
        "We thank P.-L. Mill for crabs.",
        "Crabs win (46.3% v.s. 41.5%).",
        "See [Shell Phys. Rev. Lett. 12, 3 (2020)] for more.",
        "As of Jan. 6 crabs walk.",
        "We query the Yahoo! Answers forum.",
        "We propose Dr.Crab for shells.",
        "Krabben, z. B. Taschenkrebse, d.h. Krebse, laufen.",
        "They walk, e.t.c. Lobsters too.",
        "A mass of $7. \\times 10$ grams.",
        "We grow crabs as DR.~Mill did.",
        "It gains 3 pp. (SE 1 pp.) more.",
        "Crabs are out. \\footnote{Code is out.}",
    ],
)
def test_abbreviations_numbers_initials_and_links_do_not_end_a_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Crabs walk. Lobsters swim.", ["Crabs walk.", "Lobsters swim."]),
        ("We state the law.This is new.", ["We state the law.", "This is new."]),
        ("Do crabs walk? Yes! They do.", ["Do crabs walk?", "Yes!", "They do."]),
        ("Do crabs walk? They do. We saw it.", ["Do crabs walk?", "They do.", "We saw it."]),
        (
            "We use Claw2. It walks. (See 3.) We like it.",
            ["We use Claw2.", "It walks.", "(See 3.)", "We like it."],
        ),
        ("Crabs “walk”！ They do. We saw it.", ["Crabs “walk”！", "They do.", "We saw it."]),
        ("It sorts shells, pearls, etc. We like it.", ["It sorts shells, pearls, etc.", "We like it."]),
        ("It works well.1 Code is out.", ["It works well.1", "Code is out."]),
        ("It is at github.com/crab/walk.We like it.", ["It is at github.com/crab/walk.", "We like it."]),
        ("We gain 5%. $x$ is small.", ["We gain 5%.", "$x$ is small."]),
        ("Crabs (or not.) We see.", ["Crabs (or not.)", "We see."]),
        ("蟹会走路。虾会游泳。", ["蟹会走路。", "虾会游泳。"]),
        ("他说“蟹会走路。”虾会游泳．", ["他说“蟹会走路。”", "虾会游泳．"]),
        ("هل يمشي؟ نعم يمشي.", ["هل يمشي؟", "نعم يمشي."]),
        ("केकड़ा चलता है। वह तैरता है।", ["केकड़ा चलता है।", "वह तैरता है।"]),
        ("It walks. \\emph{Crabs} swim.", ["It walks.", "\\emph{Crabs} swim."]),
        ("It walks. \\method swims.", ["It walks.", "\\method swims."]),
        ("It walks. % They swim.", ["It walks.", "They swim."]),
        ("It walks. - They swim.", ["It walks.", "They swim."]),
        ("It walks. -5 is not much.", ["It walks.", "-5 is not much."]),
        ("It walks. α-crabs swim.", ["It walks.", "α-crabs swim."]),
        ("¿Nadan? ¡Claro! Sí. ¿Caminan?", ["¿Nadan?", "¡Claro!", "Sí.", "¿Caminan?"]),
        ("We aim at two. (i) Crabs. (ii) Shells.", ["We aim at two.", "(i) Crabs.", "(ii) Shells."]),
        ("It walks. (abridged)", ["It walks.", "(abridged)"]),
        ("It walks.$^{1}$ They swim.", ["It walks.$^{1}$", "They swim."]),
        ("It walks.[1, 2] They swim.", ["It walks.[1, 2]", "They swim."]),
        ("It walks.~This is new.", ["It walks.", "This is new."]),
        ("We gain 5.5%.These are crabs.", ["We gain 5.5%.", "These are crabs."]),
        ("We name it CRAB.We like it.", ["We name it CRAB.", "We like it."]),
        ("It is faster by 2.7-fold.Crabs win.", ["It is faster by 2.7-fold.", "Crabs win."]),
        ("Does it walk?We say so.", ["Does it walk?", "We say so."]),
        ("It blurs volumes (MS). Nine teams came.", ["It blurs volumes (MS).", "Nine teams came."]),
        (
            "Crabs are kept in Tanks 1, 2, and 3. They swim.",
            ["Crabs are kept in Tanks 1, 2, and 3.", "They swim."],
        ),
        ("It gains 3 pp. Crabs gain.", ["It gains 3 pp.", "Crabs gain."]),
        ("It cools to 40 K. Crabs freeze.", ["It cools to 40 K.", "Crabs freeze."]),
        ("It is named C.R.A.B. We like it.", ["It is named C.R.A.B.", "We like it."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_no_text_has_no_sentences() -> None:
    assert sentences("") == ()
    assert sentences("   ") == ()
