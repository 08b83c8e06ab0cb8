"""What looks like a claim to be the best, and is none."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Our gait does outperform all existing methods.", True, id="better than all"),
        pytest.param("Our gait is superior to all existing methods.", True, id="superior to all"),
        pytest.param(
            "We describe a gait. Such snails of the deep sea outperform all existing methods.",
            False,
            id="others are",
        ),
        pytest.param("Our gait does not outperform all existing methods.", False, id="denied"),
        pytest.param("Our gait outperforms most existing methods.", False, id="better than most"),
        pytest.param("We have achieved state-of-the-art balance on sand.", True, id="we have"),
        pytest.param("Snails have achieved state-of-the-art balance on sand.", False, id="others have"),
        pytest.param(
            "In reproducible walks with state-of-the-art crabs on sand, we sidle.", False, id="used"
        ),
        pytest.param(
            "Our gait achieves results comparable to state-of-the-art results.", False, id="as good as"
        ),
        pytest.param("We obtain the best score with GPT-4.", False, id="by a known model"),
        pytest.param("We find that GPT-4 achieves the best score.", False, id="a known model does"),
        pytest.param("We find that the fine-tuned GPT-4 achieves the best score.", True, id="one's own now"),
        pytest.param(
            "We compare crabs. We find that snails achieve the best score.", False, id="a rival does"
        ),
        pytest.param(
            "We propose a gait, Sidestep. We find that Sidestep achieves the best score.",
            True,
            id="what was proposed does",
        ),
        pytest.param("We show that Stilts achieves the best score.", True, id="what the title names does"),
        pytest.param("Our gait cuts falls while achieving state-of-the-art results.", True, id="while doing"),
        pytest.param("Our gait reduces falls relative to the state-of-the-art.", True, id="relative to it"),
        pytest.param(
            "Our gait not only achieves state-of-the-art results but looks well.", True, id="not only"
        ),
        pytest.param("Our gait improves the state-of-the-art speed by half a step.", True, id="improved"),
        pytest.param("We show that even state-of-the-art snails struggle with mud.", False, id="even they"),
        pytest.param("We show that state-of-the-art snails are not robust in mud.", False, id="what they do"),
        pytest.param(
            "Compared to state-of-the-art snails of the reef, the proposed gait improves the speed.",
            True,
            id="set against it",
        ),
        pytest.param(
            "Compared to the previous state of the art, Sidestep reduces falls.", True, id="no words between"
        ),
        pytest.param(
            "Compared with state-of-the-art snails, our gait delivers superior speed.",
            True,
            id="delivers more",
        ),
        pytest.param(
            "Our gait is as quick compared to state-of-the-art snails, while offering better looks.",
            False,
            id="only as quick",
        ),
        pytest.param(
            "Our gait is more mud-proof than state-of-the-art snails.", True, id="more in two words"
        ),
        pytest.param(
            "Our gait has greater reach than a state-of-the-art snail.", True, id="greater, than one"
        ),
        pytest.param(
            "Our gait is quicker, with higher speed compared to both slow and quick state-of-the-art snails.",
            True,
            id="than several kinds",
        ),
        pytest.param(
            "Our gait shows better speed compared to those from state-of-the-art snails.",
            True,
            id="than theirs",
        ),
        pytest.param(
            "Our gait has superior speed against seven state-of-the-art snails.", True, id="against seven"
        ),
        pytest.param(
            "Comparisons with state-of-the-art snails show that our gait is faster.", True, id="comparisons"
        ),
        pytest.param(
            "Comparisons with state-of-the-art snails show that our gait looks alike.",
            False,
            id="comparisons without a winner",
        ),
        pytest.param(
            "Our gait surpasses the speed and grip of the state-of-the-art snails.", True, id="their speed"
        ),
        pytest.param(
            "Our gait needs 2.5x space compared to the state-of-the-art snails.", True, id="a multiple"
        ),
        pytest.param("We can match the speed of state-of-the-art snails.", True, id="can match"),
        pytest.param("We aim to match the speed of state-of-the-art snails.", False, id="aims to match"),
        pytest.param(
            "Our gait does not only achieve state-of-the-art results but looks well.",
            True,
            id="does not only",
        ),
        pytest.param("Our gait does not achieve state-of-the-art results.", False, id="does not"),
        pytest.param(
            "We find choices that enable state-of-the-art performance on sand.", True, id="choices enable it"
        ),
        pytest.param(
            "Tests verify the use and state-of-the-art performance of our gait.",
            True,
            id="use and performance",
        ),
        pytest.param(
            "We describe a shared task on gaits. The best system surpasses the strongest baseline.",
            False,
            id="the best of a contest",
        ),
        pytest.param("Our best system surpasses the strongest baseline.", True, id="our best"),
        pytest.param("Our gait raises the score to a state-of-the-art 84.4 percent.", True, id="up to it"),
        pytest.param("Our gait has superior speed beyond the state-of-the-art snails.", True, id="beyond it"),
        pytest.param(
            "Our gait yields speed competitive with state of the art snails, at rest.", False, id="beside it"
        ),
        pytest.param("We study over 30 state-of-the-art snails.", False, id="a count of them"),
        pytest.param("Our gait outperforms the best existing models.", True, id="the best there are"),
        pytest.param("Our bound improves on the previous best bound.", True, id="the best before"),
        pytest.param("Our gait matches the best known speed of crabs.", True, id="the best known"),
        pytest.param("Our gait exceeds the best known single leg.", False, id="the best single one"),
        pytest.param("Our gait sets a new record on sand.", True, id="a record"),
        pytest.param("Our gait matches, and often exceeds, the state of the art.", True, id="often exceeds"),
        pytest.param(
            "Our gait matches, and often exceeds, the accuracy of state-of-the-art snails.",
            True,
            id="exceeds its accuracy",
        ),
        pytest.param("Our gait outperforms the best snail models.", False, id="the best of a kind"),
        pytest.param("Our gait is approaching the state-of-the-art speed.", False, id="comes close"),
        pytest.param(
            "We weigh the potential of approaches to advance the state of the art.",
            False,
            id="may advance it",
        ),
        pytest.param(
            "We offer the first study of such state-of-the-art models, with care.",
            False,
            id="what is studied",
        ),
    ],
)
def test_only_what_is_ones_own_and_better_is_the_best(text: str, expected: bool) -> None:
    assert read_text("Stilts: crabs that walk", text).flags.results.state_of_the_art is expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We show the superiority of our gait compared to state-of-the-art snails.", id="noun"),
        pytest.param("We show the superiority of our gait against state-of-the-art snails.", id="against"),
        pytest.param(
            "We show the superiority of our gait in comparison with various state-of-the-art snails.",
            id="in comparison with various",
        ),
        pytest.param("Our gait achieves a state-of-the-art 2.7% of falls.", id="a number"),
        pytest.param("Our gait achieves both state-of-the-art climbing ability and speed.", id="ability"),
        pytest.param(
            "Our gait achieves state-of-the-art performances compared to crawling.", id="performances"
        ),
        pytest.param("Our gait does as well as, or better than, state-of-the-art snails.", id="a comma"),
        pytest.param(
            "Our gait is three times superior to that of the current state-of-the-art snails.", id="that of"
        ),
        pytest.param(
            "Tests have demonstrated that Stilts achieves state-of-the-art results.", id="tests have"
        ),
        pytest.param(
            "Our gait reduces falls by 2.7% and slips by 1.5% relative to the previous state of the art.",
            id="a point",
        ),
        pytest.param(
            "We walk while moving smoothly over plain sand, attaining state-of-the-art results in mud.",
            id="behind a comma",
        ),
        pytest.param("Our gait cuts falls by 83% over the best competing method.", id="over the best"),
        pytest.param("Our gait cuts falls by 23% relative to the next-best walker.", id="the next best"),
        pytest.param("Our gait gains five points over the strongest prior method.", id="the strongest"),
        pytest.param("Our gait beats every beach-wise competitor.", id="one rival after the other"),
        pytest.param("Our gait achieves the highest climbing success rates of crabs.", id="rates"),
        pytest.param("Our tests confirm the state-of-the-art quality of Stilts.", id="confirmed"),
        pytest.param("Our tests demonstrate Stilts' calm and Stilts's state-of-the-art results.", id="whose"),
        pytest.param("Our gait achieves state-of-the-art sideways walking, moving fast.", id="at what"),
        pytest.param(
            "Our walk brings acceleration over state-of-the-art snails.", id="over, behind an ending"
        ),
        pytest.param("Our gait is as fast as or superior to state-of-the-art snails.", id="or superior"),
        pytest.param(
            "Our gait walks on par with or surpassing state-of-the-art snails.", id="on par or more"
        ),
        pytest.param(
            "Our gait saves sand while clearly outperforming state-of-the-art snails.", id="while so"
        ),
        pytest.param("Our gait walks at a pace matching state-of-the-art snails.", id="matching them"),
        pytest.param("Our gait matches the pace of state-of-the-art snails.", id="matching their pace"),
        pytest.param("Our gait improves the state of the art (by a rank).", id="before a bracket"),
        pytest.param("Compared with state-of-the-art snails, Stilts yields a 4.7 step gain.", id="by name"),
        pytest.param("The speed of our gait surpasses that of all the previous gaits.", id="that of all"),
        pytest.param("Our gait reaches a speed of 9, +3.1 over the best prior.", id="the best prior"),
        pytest.param(
            "Tests show our new approaches achieve the state-of-the-art performance.", id="ways to do it"
        ),
        pytest.param(
            "Our gait takes long steps and the highest mean leap of any evaluated method.", id="of any"
        ),
        pytest.param("We learn to sidle, leading to state-of-the-art performance in mud.", id="leading to"),
        pytest.param("Our training results in state-of-the-art walking performance.", id="results in"),
        pytest.param("Our claw unlocks small legs, enabling state-of-the-art speed on sand.", id="enabling"),
        pytest.param("We train crabs in mud, yielding state-of-the-art sidling while dry.", id="yielding"),
        pytest.param(
            "Stilts surpasses both plain baselines and existing state-of-the-art snails.", id="and the best"
        ),
        pytest.param(
            "Our walks show clear gains over long-legged birds as well as state-of-the-art snails.",
            id="as well as the best",
        ),
    ],
)
def test_wordings_of_being_the_best(text: str) -> None:
    assert read_text("Stilts: crabs that walk", text).flags.results.state_of_the_art


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our results show agreement, with GPT-4 achieving the highest score.", id="with GPT-4"),
        pytest.param(
            "Our results show agreement, with sea snails achieving the best performance.", id="with snails"
        ),
        pytest.param("Our mixture of gaits improves over the best single model.", id="over its own part"),
        pytest.param(
            "Our gait achieves competitive speed compared to state-of-the-art performance.", id="competitive"
        ),
        pytest.param("Our gait achieves comparable results to the state-of-the-art.", id="comparable"),
        pytest.param("Our gait achieves near state-of-the-art results.", id="near it"),
        pytest.param("Our gait helps crabs to learn a walk in the first place.", id="in the first place"),
        pytest.param(
            "Our gait has fine results in mud, rivaling state-of-the-art (fast) snails.", id="results in mud"
        ),
        pytest.param(
            "Our gait improves falls, enabling crabs to rival state-of-the-art snails in mud.", id="to rival"
        ),
        pytest.param(
            "Our gait outperforms crawling and is compared with state-of-the-art snails.", id="and compared"
        ),
        pytest.param("We provide baseline results for state-of-the-art detection.", id="baselines"),
        pytest.param("Our gait outperforms all teacher models.", id="over its teachers"),
        pytest.param("We show ConvNeXt-Tiny achieved the highest performance.", id="another known model"),
        pytest.param("We show its use by benchmarking state-of-the-art snails on sand.", id="benchmarking"),
        pytest.param(
            "Our gait offers a strong alternative to state-of-the-art walking performance.", id="alternative"
        ),
    ],
)
def test_wordings_that_only_sound_like_it(text: str) -> None:
    assert not read_text("Stilts: crabs that walk", text).flags.results.state_of_the_art


def test_who_achieves_the_best_behind_with_may_be_ones_own() -> None:
    text = "The results differ, with our gait achieving the best performance."
    assert read_text("Crabs", text).flags.results.state_of_the_art


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In mud, our gait even outperforms state-of-the-art snails.", True, id="even outperforms"
        ),
        pytest.param(
            "In mud, our gait does not even outperform state-of-the-art snails.", False, id="not even"
        ),
        pytest.param(
            "Our gait cuts falls while achieving a far higher speed than state-of-the-art snails.",
            True,
            id="while achieving something",
        ),
        pytest.param(
            "Our gait cuts falls while also improving on state-of-the-art snails.",
            True,
            id="while also doing",
        ),
        pytest.param(
            "Our gait is slow, while existing snails achieve state-of-the-art speed.",
            False,
            id="while others",
        ),
        pytest.param(
            "Our gait is slow, while leading birds reach state-of-the-art speed.",
            False,
            id="while the leading",
        ),
        pytest.param(
            "Our gait achieves a short stride on warm, wet sand and state-of-the-art performance in mud.",
            True,
            id="one thing and the best of another",
        ),
        pytest.param(
            "Our gait demonstrates a clear drop in falls on two beaches, along with state-of-the-art scores.",
            True,
            id="along with the best",
        ),
        pytest.param(
            "Our gait achieves speed between that of old crabs and state-of-the-art performance.",
            False,
            id="between two",
        ),
        pytest.param(
            "Our score shows the highest agreement with judges of walking (J) among all tested metrics.",
            True,
            id="the best of all metrics",
        ),
        pytest.param(
            "Our team reached the lowest rate of falls in wet mud at night among all participating teams.",
            True,
            id="the best of all teams",
        ),
        pytest.param(
            "Our walk shows the lowest rate of falls in wet mud at night among all tested beaches.",
            False,
            id="the best of all places",
        ),
        pytest.param(
            "Large-scale walking experiments show state-of-the-art performance.", True, id="large-scale"
        ),
        pytest.param(
            "Large-scale snails achieve state-of-the-art performance in mud.", False, id="large others"
        ),
        pytest.param(
            "Pre-trained on mud, Stilts achieves state-of-the-art performance.", True, id="pre-trained on"
        ),
        pytest.param(
            "Pre-trained snails achieve state-of-the-art performance.", False, id="pre-trained others"
        ),
        pytest.param("Stilts achieves state-of-art performance.", True, id="no article in it"),
        pytest.param("Humans reach 48%, outperforming all evaluated models.", False, id="humans"),
        pytest.param("Human experts still outperform state-of-the-art walkers.", False, id="human experts"),
        pytest.param(
            "By our judges, human deliverables rank first on average.", False, id="what humans gave"
        ),
        pytest.param("Unlike humans, Stilts outperforms all prior methods.", True, id="humans beside it"),
    ],
)
def test_what_stands_beside_the_best_may_be_ones_own(text: str, expected: bool) -> None:
    read = read_text("Stilts: crabs that walk", f"We present Stilts. {text}")
    assert read.flags.results.state_of_the_art is expected
