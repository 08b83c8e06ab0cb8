"""Takeaways that a good model writes, and such that say what the abstract does not."""

from __future__ import annotations

import pytest

from radar.papers.listed.paper import Paper
from radar.summaries.checks.polarity import says_the_opposite
from tests.summaries.papers import paper, said

BRIDGES = paper(
    "Bridges age, and inspections are rare. We train a convolutional neural network on 2.4 million "
    "pictures of "
    "1,200 bridges to find cracks. Across 3 countries, CrackNet finds 87.5\\% of cracks in 40 ms a "
    "picture, a "
    "4.2x speedup over RustFinder, and reduces false alarms from 18 to 6 a day. It does not improve the "
    "finding of "
    "rust. Reinforcement learning for drones that take the pictures halves the flight time.",
    "Finding Cracks in Bridges with CrackNet",
)
PROOF = paper(
    "We study the convergence of stochastic gradient descent on quartic losses. We prove that its rate is "
    "$\\mathcal{O}(1/\\sqrt{T})$ for step sizes of $10^{-3}$, and that momentum does not help. Lower "
    "bounds match up to "
    "a factor of two. Our proof extends a lemma of Halvorsen from convex to weakly convex functions.",
    "On the Rate of Descent for Quartic Losses",
)
TRIAL = paper(
    "In a randomised trial with 312 patients, the drug lorexin lowered blood pressure by 7 mmHg (95% CI "
    "4-10) in "
    "twenty-five clinics. Mortality increased in neither arm. Twelve patients stopped early. The third "
    "phase of the "
    "trial is planned for 2031.",
    "Lorexin against High Blood Pressure: A Trial",
)
WORDS = paper(
    "Large language models are costly. We compare MouseLM-7B with OxLM-70B on question answering. "
    "MouseLM-7B outperforms "
    "OxLM-70B on 9 of 11 tasks while using 12M tokens instead of 3 billion. Accuracy rises from 61.2 to "
    "68.9 points. "
    "Prompting alone improves nothing. All models and code will be released.",
    "Small Language Models that Answer Well",
)

GOOD = [
    (
        BRIDGES,
        "CrackNet finds 87.5% of cracks in pictures of bridges and is 4.2 times as fast as RustFinder.",
    ),
    (BRIDGES, "CrackNet, a CNN trained on 2,400,000 pictures, finds cracks in bridges."),
    (BRIDGES, "A CNN finds cracks in 40 milliseconds a picture and cuts false alarms from 18 to 6 a day."),
    (BRIDGES, "Training on 2.4M pictures lets CrackNet find bridge cracks with fewer false alarms."),
    (BRIDGES, "RL for drones cuts the flight time in half when picturing bridges for cracks."),
    (
        BRIDGES,
        "CrackNet finds cracks in bridges of three countries but does not improve the finding of rust.",
    ),
    (
        BRIDGES,
        "Cracks in 1200 bridges are found by CrackNet, a Convolutional Neural Network, at 87.5 percent.",
    ),
    (BRIDGES, "Bridge cracks are detected 4.2× faster than by RustFinder."),
    (BRIDGES, "Drones that take pictures of bridges fly half as long with reinforcement learning."),
    (BRIDGES, "How a network finds most cracks in bridges within 40ms a picture."),
    (BRIDGES, "Automated inspection finds 87.5 % of cracks in bridges, a 4.2-fold speedup over RustFinder."),
    (WORDS, "Code of MouseLM-7B for question answering will be released."),
    (PROOF, "Proves that SGD on quartic losses converges at rate O(1/√T), and that momentum does not help."),
    (
        PROOF,
        "Stochastic gradient descent on quartic losses converges at a known rate; momentum gives no help.",
    ),
    (
        PROOF,
        "The rate of descent for quartic losses is proved with a step size of 0.001, up to a factor of 2.",
    ),
    (PROOF, "Halvorsen's lemma is extended to weakly convex functions to prove rates for quartic losses."),
    (
        PROOF,
        "Rates for quartic losses hold for step sizes of 1e-3; lower bounds match up to a factor of two.",
    ),
    (PROOF, "Lower bounds for quartic losses match the proved rate of stochastic gradient descent."),
    (TRIAL, "Lorexin lowered blood pressure by 7 mmHg in a randomised trial with 312 patients."),
    (TRIAL, "In 25 clinics, the drug lorexin lowered blood pressure without increased mortality."),
    (TRIAL, "A trial with 312 patients finds that lorexin lowers blood pressure; 12 stopped early."),
    (TRIAL, "Lorexin lowered blood pressure by 7 mmHg (95% CI 4–10); the 3rd phase is planned for 2031."),
    (WORDS, "MouseLM-7B beats OxLM-70B on nine of eleven question answering tasks with 12 million tokens."),
    (WORDS, "MouseLM-7B outperforms OxLM-70B at QA while using 12M instead of 3B tokens."),
    (
        WORDS,
        "A small language model, MouseLM-7B, raises accuracy from 61.2 to 68.9 points on question answering.",
    ),
    (WORDS, "Small LLMs can answer well: MouseLM-7B is better than OxLM-70B on 9 of 11 tasks."),
    (WORDS, "MouseLM-7B's accuracy on question answering rises from 61.2 to 68.9 points."),
    (WORDS, "The MouseLM-7B/OxLM-70B comparison covers question answering on 11 tasks."),
    (WORDS, "Several tasks of question answering show that MouseLM-7B-based answers outperform OxLM-70B's."),
    (
        WORDS,
        "Everyday language models are costly; the small MouseLM-7B outperforms OxLM-70B on 9 of 11 tasks.",
    ),
    (WORDS, "Built for question answering, the 7B-size MouseLM-7B outperforms OxLM-70B on 9 of 11 tasks."),
    (WORDS, "MouseLM-7B, against OxLM-70B and 11 tasks, answers questions with 68.9 points of accuracy."),
    (WORDS, "Prompting alone does not improve question answering, whereas MouseLM-7B outperforms OxLM-70B."),
    (
        WORDS,
        "Language models are compared on question answering; the small MouseLM-7B wins on 9 of 11 tasks.",
    ),
]

BAD = [
    (BRIDGES, "CrackNet finds 88% of cracks in pictures of bridges.", "number"),
    (BRIDGES, "CrackNet finds 87% of cracks in pictures of bridges.", "number"),
    (BRIDGES, "CrackNet finds 40% of cracks in pictures of bridges.", "number"),
    (BRIDGES, "CrackNet finds cracks in pictures of bridges within 40 seconds.", "number"),
    (BRIDGES, "CrackNet is trained on 2.4 billion pictures of bridges.", "number"),
    (BRIDGES, "CrackNet finds cracks in bridges 42 times faster than RustFinder.", "number"),
    (BRIDGES, "CrackNet finds cracks in pictures of bridges in four countries.", "number"),
    (BRIDGES, "CrackNet finds cracks in bridges and cuts false alarms threefold.", "number"),
    (BRIDGES, "CrackNet triples the finding of cracks in pictures of bridges.", "number"),
    (BRIDGES, "CrackNet finds cracks in pictures of bridges in Norway.", "name"),
    (BRIDGES, "CrackNet finds cracks in bridges better than YOLOv8.", "name"),
    (BRIDGES, "Google trains CrackNet to find cracks in pictures of bridges.", "name"),
    (BRIDGES, "CrackNet, a GAN, finds cracks in pictures of bridges.", "name"),
    (BRIDGES, "CrackNet2 finds cracks in pictures of bridges.", "name"),
    (BRIDGES, "CrackNet finds cracks in bridges, said Dr. Olsen in pictures.", "name"),
    (BRIDGES, "CrackNet increases false alarms from 18 to 6 a day in pictures of bridges.", "opposite"),
    (BRIDGES, "CrackNet changes false alarms in bridge pictures from 6 to 18 a day.", "opposite"),
    (BRIDGES, "CrackNet fails to reduce false alarms in pictures of bridges.", "opposite"),
    (BRIDGES, "CrackNet improves the finding of rust in pictures of bridges.", "opposite"),
    (BRIDGES, "Drones without pilots paint murals on the moon at night.", "off topic"),
    (BRIDGES, "This paper is very good and presents new methods and results.", "off topic"),
    (BRIDGES, "RustFinder is 4.2 times faster than CrackNet at finding cracks in bridges.", "opposite"),
    (WORDS, "Code of MouseLM-7B for question answering has been released.", "release"),
    (WORDS, "MouseLM-7B, an open-source model for question answering, is publicly available.", "release"),
    (TRIAL, "Lorexin outperforms all state-of-the-art drugs for blood pressure in a trial.", "best"),
    (PROOF, "Proves that momentum helps stochastic gradient descent on quartic losses.", "opposite"),
    (PROOF, "Stochastic gradient descent on quartic losses converges for step sizes of 10^-4.", "number"),
    (PROOF, "Lower bounds for quartic losses match up to a factor of three.", "number"),
    (PROOF, "Nesterov's lemma is extended to weakly convex functions for quartic losses.", "name"),
    (PROOF, "Rates of Adam on quartic losses are proved and lower bounds match.", "name"),
    (TRIAL, "Lorexin lowered blood pressure by 7% in a randomised trial.", "number"),
    (TRIAL, "In 12 clinics and 300 patients, lorexin lowered blood pressure.", "number"),
    (TRIAL, "Lorexin increased blood pressure in a randomised trial.", "opposite"),
    (TRIAL, "The fourth phase of the lorexin trial on blood pressure is planned.", "number"),
    (TRIAL, "Pfizer shows that lorexin lowered blood pressure in a trial.", "name"),
    (TRIAL, "The FDA approves lorexin after a randomised trial on blood pressure.", "name"),
    (WORDS, "OxLM-70B outperforms MouseLM-7B on 9 of 11 tasks of question answering.", "opposite"),
    (WORDS, "MouseLM-7B uses 12 billion tokens and outperforms OxLM-70B at question answering.", "number"),
    (WORDS, "MouseLM-7B does not outperform OxLM-70B on question answering tasks.", "opposite"),
    (WORDS, "Meta trains MouseLM-7B, which outperforms OxLM-70B on question answering tasks.", "name"),
    (WORDS, "MouseLM-8B outperforms OxLM-70B on question answering tasks.", "name"),
    (WORDS, "MouseLM-7B outperforms GPT-4 on 9 of 11 question answering tasks.", "name"),
    (WORDS, "Accuracy on question answering rises from 68.9 to 61.2 points with MouseLM-7B.", "opposite"),
    (WORDS, "MouseLM-7B raises question answering accuracy to 69 points.", "number"),
    (WORDS, "MouseLM-7B answers twice as many questions as OxLM-70B on tasks.", "number"),
]


@pytest.mark.parametrize(("of", "takeaway"), GOOD, ids=[takeaway[:40] for _, takeaway in GOOD])
def test_what_the_abstract_carries_is_shown_as_it_was_written(of: Paper, takeaway: str) -> None:
    shown = said(takeaway, of)
    assert shown.failed_checks == ()
    assert shown.takeaway.text == takeaway


@pytest.mark.parametrize(("of", "takeaway", "check"), BAD, ids=[takeaway[:40] for _, takeaway, _ in BAD])
def test_what_the_abstract_does_not_carry_is_refused_for_that_reason(
    of: Paper, takeaway: str, check: str
) -> None:
    shown = said(takeaway, of)
    assert any(check in failed for failed in shown.failed_checks)
    assert shown.takeaway.text != takeaway


@pytest.mark.parametrize(
    ("takeaway", "abstract"),
    [
        (
            "The drug improves sleep in city foxes.",
            "An unimproved drug. It may not improve sleep in city foxes.",
        ),
        ("The drug does not improve sleep in city foxes.", "The drug improves sleep in city foxes."),
    ],
)
def test_a_verb_of_outcome_counts_where_it_begins_a_word(takeaway: str, abstract: str) -> None:
    assert says_the_opposite(takeaway, abstract) == "improv"


@pytest.mark.parametrize(
    ("takeaway", "abstract"),
    [
        ("The drug improves sleep.", "The drug may not improve sleep. Where it is warm, it improves sleep."),
        ("The drug does not improve sleep.", "The drug improves moods. It does not improve sleep."),
        (
            "The drug scales well.",
            "An upscaled drug scales well. Without a multiscale plan it does not scale.",
        ),
    ],
)
def test_a_verb_that_the_abstract_has_both_ways_may_be_said_either_way(takeaway: str, abstract: str) -> None:
    assert says_the_opposite(takeaway, abstract) == ""


@pytest.mark.parametrize(
    "told",
    [
        "OxLM-70B outperforms MouseLM-7B.",
        "OxLM-70B beats MouseLM-7B.",
        "OxLM-70B surpasses MouseLM-7B.",
        "OxLM-70B exceeds MouseLM-7B.",
        "OxLM-70B is better than MouseLM-7B.",
        "OxLM-70B shows a speed-up over MouseLM-7B.",
        "OxLM-70B shows speedups over MouseLM-7B.",
        "OxLM-70B shows improvements over MouseLM-7B.",
        "OxLM-70B shows a gain over MouseLM-7B.",
        "OxLM-70B shows advantages over MouseLM-7B.",
    ],
)
def test_who_wins_is_told_in_each_way_of_saying_it(told: str) -> None:
    assert says_the_opposite(told, "MouseLM-7B outperforms OxLM-70B.") == "OxLM-70B beats MouseLM-7B"
