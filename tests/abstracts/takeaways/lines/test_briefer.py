"""A sentence in fewer words that say the same."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.abstracts.takeaways.lines.briefer import briefer


def shortest(text: str) -> str:
    return [text, *briefer(text)][-1]


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("A crab trains a large language model (LLM) by night.", "A crab trains an LLM by night."),
        ("Crabs ask vision-language models where to dig.", "Crabs ask VLMs where to dig."),
        ("Gulls use reinforcement learning (RL) to fish.", "Gulls use RL to fish."),
        ("The mound lasts (MND) all winter.", "The mound lasts (MND) all winter."),
        ("We build a cart designed to sort shells.", "We build a cart to sort shells."),
        ("The cart is designed to sort shells.", "The cart is designed to sort shells."),
        ("We build a cart capable of sorting shells.", "We build a cart sorting shells."),
        ("The cart is capable of sorting shells.", "The cart is capable of sorting shells."),
        ("We address the challenges of sorting shells.", "We address sorting shells."),
        ("We list the challenges of wet sand.", "We list the challenges of wet sand."),
        ("We solve the problem of sorting shells.", "We solve sorting shells."),
        ("It sorts a wide range of shells.", "It sorts a wide range of shells."),
        ("It reads a wide range of weather.", "It reads a wide range of weather."),
        ("It not only sorts shells, but also counts crabs.", "It sorts shells and counts crabs."),
        ("We build carts that are driven by crabs.", "We build carts driven by crabs."),
        ("We build carts that are not driven by crabs.", "We build carts that are not driven by crabs."),
        ("Our cart performs as well as gulls.", "Our cart performs as well as gulls."),
        ("Old crabs walk as well as gulls do.", "Old crabs walk as well as gulls do."),
        ("A widely used cart sorts shells.", "A cart sorts shells."),
        ("Carts are widely used in bays.", "Carts are widely used in bays."),
        ("Crabs are well-known for songs.", "Crabs are well-known for songs."),
        ("It has a range of several miles.", "It has a range of several miles."),
        ("Crabs remain capable of sorting shells.", "Crabs remain capable of sorting shells."),
        ("Gulls see which are driven by crabs.", "Gulls see which are driven by crabs."),
        ("We do not only sing, but also dance.", "We do not only sing, but also dance."),
        ("It sorts shells as well as crabs by means of sieves.", "It sorts shells and crabs by sieves."),
    ],
)
def test_a_sentence_says_the_same_in_fewer_words(text: str, shorter: str) -> None:
    assert shortest(text) == shorter


def test_a_line_is_whole_where_fewer_words_say_the_same() -> None:
    text = (
        "We build a small wooden cart with a sail driven by old crabs and counts a wide range of "
        "shells as well as pebbles by means of sieves."
    )
    line = read_text("Shells", text).takeaway.text
    assert line.endswith("driven by old crabs and counts a wide range of shells and pebbles by sieves.")
