"""Which numbers are outcomes, and which are sizes, settings and names."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text


def value(text: str, title: str = "Crabs that walk") -> str:
    return read_text(title, text).flags.results.value.value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our gait cuts the fall rate by a factor of three.", id="factor in words"),
        pytest.param("Our crabs are slower than snails by factors $\\gtrsim 2$.", id="factor in TeX"),
        pytest.param("Our gait improves over crawling by up to 3.4 shells.", id="by a decimal"),
        pytest.param(
            "Training raises the mean stride from 35.0 (sand) to 36.4.", id="from one value to another"
        ),
        pytest.param("Our gait performs within one percentage point of the snail.", id="points in words"),
        pytest.param("Our crabs gain 2.62dB in the shell test.", id="a unit glued to its number"),
        pytest.param("Judges rate our crabs highest in clarity (4.88/5).", id="marks out of five"),
        pytest.param("Our gait requires one-eighth of the energy.", id="one of eight"),
        pytest.param("Shell size and speed appear unrelated (r = -0.17).", id="a negative correlation"),
        pytest.param("Our crab census verifies 63.4% of all shells.", id="a share"),
        pytest.param("Our gait reduces the falls up to four times near the sea.", id="up to so many times"),
        pytest.param("Our gait outperforms the snail (avg. +6.2).", id="a gain on average"),
        pytest.param("Our crabs are over two orders of magnitude faster.", id="more than magnitudes"),
        pytest.param(
            "Our gait improves walking by over two orders of magnitude.", id="by more than magnitudes"
        ),
        pytest.param("Our gait cuts the long-range error by an order of magnitude.", id="by a magnitude"),
        pytest.param("Our shells are made of salt; a mere ~20% hold ~87% of it.", id="a rough percentage"),
        pytest.param("Our view rules out a shell with 99.5$\\%$ confidence.", id="a percentage in TeX"),
        pytest.param("We show that shells cool down to 6.1(4)mK.", id="an uncertainty in brackets"),
        pytest.param("Our crab walks at up to 1,100 frames per second, achieving good looks.", id="frames"),
        pytest.param("We prove that the error decays on the order of $T^{-1/2}$.", id="an order of decay"),
        pytest.param(
            "We find that shells show flat trends ($R\\propto M^{\\sim 0.3}$).", id="about an exponent"
        ),
        pytest.param("Sixteen crabs took part in our walk; 98.2% arrived.", id="a percentage to a decimal"),
        pytest.param("Speeds in our runs range from ~0.38 to 1.00 of the snail's.", id="a range"),
        pytest.param("Our notes corroborate a walking speed of 12 km per day.", id="corroborated"),
        pytest.param("The crabs were watched at night, reaching 100 kHz in their calls.", id="reached"),
        pytest.param("Our crab gains \\textbf{4.58} absolute improvements in walking.", id="a number in TeX"),
        pytest.param("Our walk shows an F1 score of 71.", id="a metric"),
        pytest.param("Our crab detects prey with latency below 30 ms.", id="a metric under a limit"),
        pytest.param("We find a strong tension (> 9{\\sigma}) between crabs.", id="a significance"),
        pytest.param("Our crab delivers a 12.3-point overall gain.", id="points joined by a hyphen"),
        pytest.param("Our crab is 1.8e4 times faster.", id="an exponent"),
        pytest.param("We find that crabs are young (age = 7-9 Gyr).", id="a value in brackets"),
        pytest.param("We measure a shell size of $\\sim8$ in crabs.", id="about, glued to its number"),
        pytest.param("We find that a tilt of 4.1 deg is needed.", id="an angle"),
        pytest.param("Our fine-tuned crab achieves 65.9 on MazeBench.", id="a bare score"),
        pytest.param("Our crab achieves 1.61 stride distance on wet sand.", id="a score of an unknown kind"),
        pytest.param("Our crab attains 58.2 steps a minute in mud.", id="a rate of an unknown kind"),
        pytest.param("Our gait enlarges the reach of crabs by x1.8 in mud.", id="a sign before its number"),
        pytest.param("Our gait beats crawling by up to x30.", id="up to a multiple"),
        pytest.param("Our walk is already faster (217.7 vs. 207.0 on sand).", id="one value against another"),
        pytest.param("We prove a regret of $\\tilde{O}{(d\\sqrt{T})}$ for crabs.", id="a bound in braces"),
        pytest.param("We prove a lower bound of $2n-1$ on the number of shells.", id="a formula"),
        pytest.param("We show that the greedy gait achieves a $4/3$-approximation.", id="an approximation"),
        pytest.param("We prove that the drift is bounded by $3w + 1$.", id="bounded by"),
        pytest.param("We show that the chance of a fall equals $1/2$.", id="equals"),
        pytest.param("We show that the number of falls scales as $\\sqrt{ab}$.", id="scales as"),
        pytest.param("Our gait improves W-Acc by +7.7 over crawling.", id="behind what ends like a licence"),
        pytest.param("Our gait is \\textbf{3.57}$\\times$ faster.", id="a multiple in bold"),
        pytest.param("We show that the drift stays below $7~\\%$.", id="a tie before the sign"),
        pytest.param("Our gait beats crawling by an average $\\sim7\\%$.", id="about, before a percentage"),
        pytest.param("Crabs walk at night with $\\approx 89\\%$ certainty.", id="about, without a verb"),
        pytest.param("Our gait finds food on 7 of 8 probes.", id="a count over a count"),
        pytest.param("Our gait finds food in five of seven nets.", id="a count over a count in words"),
        pytest.param("Our gait fails for four out of the six snails.", id="out of the"),
        pytest.param("Our gait achieves +3.8 in sand.", id="a signed gain"),
        pytest.param("Our gait has rate $\\frac{n}{n+1}$, beating crawling.", id="a rate as a fraction"),
        pytest.param("We show that the rate is $n^{-2}$.", id="a rate"),
        pytest.param("Our choice is greedy, yielding a (1-1/e) guarantee.", id="a guarantee"),
        pytest.param("The walk has critical exponent $z = 2$.", id="an exponent without a verb"),
        pytest.param("We present a gait in $O(n)$ steps.", id="a bound without a verb"),
        pytest.param("Our crab performs tracking at 17fps+ on sand.", id="frames a second"),
        pytest.param("It maintains high speed, scaling to wide beaches at 18 FPS.", id="at so many frames"),
        pytest.param("Our crab supports walks with 32 frames per second.", id="frames per second"),
        pytest.param("Our crab is fast, ranking in the 85th percentile.", id="a percentile"),
        pytest.param("Our crab was ranked well (8th out of 52 crabs).", id="an ordinal out of"),
        pytest.param("Our gaits push claws to 9+-4 specificity.", id="an error behind two signs"),
        pytest.param("Mean differences were around 0.03 on sand.", id="a difference"),
        pytest.param("The new gait triples the speed of a crab.", id="triples as a deed"),
        pytest.param("The new gait halves the cost of a walk.", id="halves as a deed"),
        pytest.param("We find a gait with regret of $\\tilde{\\cO}(\\sqrt{T})$.", id="a macro for a bound"),
        pytest.param(
            "We find a gait of $\\tilde{O}\\Bigl(\\sqrt{T}\\Bigr)$.", id="a bound in large brackets"
        ),
        pytest.param("We show a lower bound of $\\min\\{n,\\sqrt{d}\\}$.", id="a bound without a digit"),
        pytest.param("We find an error guarantee of $a^{2}+b$ for crabs.", id="a guarantee of so much"),
        pytest.param("We prove bounds that take the form $\\frac{a}{b^2}$.", id="the form of a bound"),
        pytest.param("We show that the errors scale as $a^{2+p}$ in sand.", id="several scale as"),
        pytest.param("On sand it reaches 80.81 at R@1.", id="reaching a score"),
        pytest.param(
            "A first evaluation shows that walks complete in under 12 seconds.", id="an evaluation shows"
        ),
    ],
)
def test_numbers_that_are_outcomes(text: str) -> None:
    assert value(text) == "quantified"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "We find that crabs walk better with Monte Carlo (MCC) plans.", id="a word before a bracket"
        ),
        pytest.param("Our results show a high signal-to-noise ratio (SNR).", id="ratio before a bracket"),
        pytest.param("Our scores by GPT-5 agree with those of crabs.", id="a number in a name"),
        pytest.param("We find that AI4DB improves the crabs.", id="letters around a digit"),
        pytest.param("We reveal that RAID~6 hurts crabs.", id="a tie in TeX"),
        pytest.param("We find that crabs at $z \\sim 4$ are red.", id="a redshift"),
        pytest.param("We improve $\\sigma_8$ with 1$\\sigma$ bars in crabs.", id="one sigma"),
        pytest.param("We find crabs in old shells (n = 24 crabs).", id="a count in brackets"),
        pytest.param("We find that the C$^{18}$O(1-0) lines of crabs agree.", id="a spectral line"),
        pytest.param("We improve the mass-loss rates of 5 O-type stars.", id="a count of stars"),
        pytest.param("We improve shells with a precision of 9 to 12 bits.", id="a width in bits"),
        pytest.param("We report improved maps of crabs at 2.3 and 8.4 GHz.", id="a frequency"),
        pytest.param("Our taxonomy improves on 27 error types, 140 correction types.", id="counts of kinds"),
        pytest.param("Our scores were obtained from 3,500 judges and improve.", id="a count of people"),
        pytest.param("Our crab achieves the best overall performance.", id="best without a rank"),
        pytest.param("Our crab improves walking, spoken of by over 6.6 billion people.", id="a population"),
        pytest.param("Our crabs, under CC BY 4.0, improve walking.", id="a licence"),
        pytest.param("We improve crabs with models growing from 2B to 8B.", id="sizes of models"),
        pytest.param("We achieve accurate abundances of ~20 chemical elements.", id="a rounded count"),
        pytest.param(
            "Using a beach of 26 km with rain of 24 mm to 720 mm, our results show that crabs walk.",
            id="what was studied",
        ),
        pytest.param(
            "We find that crabs walk. Results were obtained with shells of 3.5 mm, giving new tables.",
            id="what results were obtained with",
        ),
        pytest.param("We find that the 21 cm line is hard to hear for crabs.", id="a spectral line's name"),
        pytest.param("We find that two of our crabs walk.", id="no count over a count"),
        pytest.param("We find that crabs attain 1.9 hours of sleep.", id="attained hours"),
        pytest.param("We improve walking on beaches widened by x4 x 5 grids.", id="a grid"),
        pytest.param("We show that speed improves in Li$_{0.25}$ shells.", id="a formula of chemistry"),
        pytest.param("We find that crabs walk alike, spanning two orders of magnitude.", id="a range"),
        pytest.param("We find that crabs walk alike over many orders of magnitude.", id="over a range"),
        pytest.param("We find that crabs grow to a similar order of magnitude.", id="as large"),
        pytest.param("We present improved maps of crabs at 0.55T.", id="the field of a magnet"),
        pytest.param("We find improved maps of crabs in the 2-10 Hz band.", id="a band"),
        pytest.param("We find that 6.7 GHz masers improve.", id="a kind of maser"),
        pytest.param("We find that crabs walk in the latter half of the beaches.", id="a half of a whole"),
        pytest.param("Using only $\\sim51$K drawn examples, our crabs achieve good walks.", id="a size"),
        pytest.param("We find that larger ~1B+ LLMs improve.", id="a size of language models"),
        pytest.param("We find that 360° views of beaches improve walks.", id="a full turn"),
        pytest.param("We find that 360 degree views of beaches improve walks.", id="a full turn in words"),
        pytest.param(
            "We find better eyes in the wavelength range between 470 nm and 780 nm.", id="wavelengths"
        ),
        pytest.param("We find better ears over a frequency range of 3-5 GHz.", id="frequencies"),
        pytest.param("We find that shells look alike at 1 kpc scale.", id="a scale"),
        pytest.param("We show that M$^3$KG improves on crabs.", id="a raised digit before letters"),
        pytest.param("We find that crabs tell tides by semantic triples in sand.", id="triples as a thing"),
        pytest.param("We find that crabs fit a model on both halves of the beach.", id="halves as a thing"),
        pytest.param("We find that crabs learn by successive halving alone.", id="the name of a method"),
        pytest.param("We find that crabs improve in tennis doubles.", id="the name of a game"),
        pytest.param("We find why crabs improve in the first place.", id="at all"),
        pytest.param("We find better legs: the gait first ranks crabs by their size.", id="what ranks first"),
        pytest.param("We find better legs with merely 12 degrees of freedom.", id="degrees of freedom"),
        pytest.param("Over ~20,000 queries, we found that crabs sidle.", id="how many were asked"),
    ],
)
def test_numbers_that_are_none(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Our present work settles the case of even legs.", id="settles"),
        pytest.param("We sharpen several bounds on legs.", id="sharpens"),
        pytest.param("It is shown that a crab can carry small shells.", id="it is shown"),
        pytest.param("The enumeration reveals that shells follow a known sequence.", id="an enumeration"),
    ],
)
def test_outcomes_in_words(text: str) -> None:
    assert value(text) == "qualitative"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We run crabs through a maze to determine the degradation in speed.", id="a question"),
        pytest.param("This work aims to find the salt in a 1 kpc region.", id="an aim"),
        pytest.param("Crabs yield experimental gaits. We describe a plan.", id="the field's experiments"),
        pytest.param("The crab theorem plays a part in the theory of shells.", id="a theorem of others"),
        pytest.param("Our crab performs updates with a rolling shell.", id="performs what"),
        pytest.param("We hypothesize that the learned crabs will match the derived ones.", id="a hypothesis"),
        pytest.param("We describe a plan. A match would mean that crabs are robust.", id="would"),
        pytest.param("This position paper argues for crabs. We show how they help better.", id="a position"),
    ],
)
def test_plans_and_questions_are_no_outcomes(text: str) -> None:
    assert value(text) == "none"


def test_a_survey_of_the_sky_is_no_survey_of_papers() -> None:
    text = "We reveal four lobes."
    assert value(text, "The CRAB Survey: lobes") == "qualitative"
    assert value(text, "A Survey of Crabs") == "none"
    assert value(text, "Lectures on Crabs") == "none"


def test_vision_is_no_plea_where_it_is_sight() -> None:
    text = "We reveal a cause."
    assert value(text, "Claws in Vision-Language Models") == "qualitative"
    assert value(text, "Claws: A Vision for Crabs") == "none"


def test_more_than_a_count_of_rivals_is_no_victory_over_them() -> None:
    text = "We improve crabs and compare them against over fifteen state-of-the-art snails."
    assert not read_text("Crabs", text).flags.results.state_of_the_art
    text = "We report gains over fifteen state-of-the-art snails."
    assert read_text("Crabs", text).flags.results.state_of_the_art


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Experiments demonstrate that our crab is comparable to the state of the art in walking.", False),
        ("Our crab achieves comparable or superior performance to state-of-the-art snails.", True),
        ("We observe that Llama 3.3 attains the highest overall accuracy.", False),
        ("Refinement improves walking, with the highest performance from Gemini.", False),
        ("Our fine-tuned Llama attains the highest overall accuracy.", True),
        ("Our crab outperforms current strong baselines.", False),
        ("Our crab outperforms the best shell-based walking model.", False),
        ("Our crab outperforms the best baseline.", True),
        ("Our crab outperforms the best alternative.", True),
        ("Our crab provides a 55% boost when compared to the state-of-the-art snail.", True),
    ],
)
def test_as_good_as_the_best_is_not_the_best(text: str, best: bool) -> None:
    assert read_text("Crabs", text).flags.results.state_of_the_art is best


def test_who_claims_to_be_the_best_claims_an_outcome() -> None:
    results = read_text(
        "A Dataset of Crabs", "Our crab generalizes better than the state of the art."
    ).flags.results
    assert results.state_of_the_art
    assert results.value == "qualitative"
