"""The many ways of saying what is out and what is not, with invented sentences."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text

LINK = "https://github.com/a/b"


@pytest.mark.parametrize(
    ("text", "code", "data"),
    [
        ("Our code can be found here.", "released", "none"),
        ("The code can be found at this link.", "released", "none"),
        ("What our code is for can be found in a book.", "none", "none"),
        (f"The code can be found here: {LINK}", "released", "none"),
        (f"Code and models: {LINK}", "released", "released"),
        ("Source code will be published after review.", "promised", "none"),
        ("All our code, data and models will be open-sourced.", "promised", "promised"),
        ("We make available the code and the corpus.", "released", "released"),
        ("Code is made available under the MIT license.", "released", "none"),
        ("The software can be downloaded from https://www.example.org/tool.", "released", "none"),
        ("Our R package is available on CRAN.", "released", "none"),
        ("The package is available via pip install crab.", "released", "none"),
        ("We provide code to reproduce our results.", "released", "none"),
        (f"Code to reproduce all experiments is available at {LINK}.", "released", "none"),
        (f"Implementation: {LINK}", "released", "none"),
        (f"An implementation of our method is available at {LINK}.", "released", "none"),
        (f"The dataset is available at {LINK}.", "none", "released"),
        ("The annotations and guidelines are freely available for research.", "none", "released"),
        ("Model weights are available at https://huggingface.co/a/b.", "none", "released"),
        ("The models and code are available at https://huggingface.co/a/b.", "released", "released"),
        ("We used BERT (https://github.com/google-research/bert) as our encoder.", "none", "none"),
        ("Our experiments use the publicly available fairseq toolkit.", "none", "none"),
        (f"The toolkit we present is open-source and available at {LINK}", "released", "none"),
        ("Data and code available upon request.", "promised", "promised"),
        ("The corpus is available on request.", "none", "promised"),
        ("We hope that our code will be useful.", "none", "none"),
        ("Our demo is available at https://demo.example.org.", "none", "none"),
        (f"A demo video is at https://youtu.be/x and code at {LINK}.", "released", "none"),
        (f"The full source is at {LINK}.", "released", "none"),
        ("We release our annotated data to the community.", "none", "released"),
        ("We intend to make the data public.", "none", "promised"),
        ("The resulting treebank is released under CC BY-SA.", "none", "released"),
        ("This resource is freely available at https://example.org/res.", "none", "none"),
        ("We also release evaluation scripts.", "released", "none"),
        ("Scripts and data are on OSF (https://osf.io/abcd).", "released", "released"),
        ("Our code is not publicly available.", "none", "none"),
        ("Since no code was released for prior work, we reimplement it.", "none", "none"),
        ("We find that open-sourced code models are weaker.", "none", "none"),
        (f"The benchmark and the evaluation code are available at {LINK}.", "released", "released"),
        (f"GitHub: {LINK}", "released", "none"),
        (f"Dataset: {LINK}", "none", "released"),
        ("Project page: https://a.github.io/b", "none", "none"),
        (f"Our system is available as an open-source Python library at {LINK}", "released", "none"),
        (f"We share our code and data at {LINK}", "released", "released"),
        (
            "To foster research, code, data, and trained models are publicly available.",
            "released",
            "released",
        ),
        ("The library, along with documentation, is hosted on GitHub.", "released", "none"),
        (f"Our method, MyNet, is available at {LINK}.", "released", "none"),
        ("We are releasing the code and the dataset.", "released", "released"),
        ("We have open-sourced our framework.", "released", "none"),
        (f"The codebase has been made publicly accessible at {LINK}", "released", "none"),
        ("All code will be made available.", "promised", "none"),
        ("We will publicly release our dataset.", "none", "promised"),
        ("We contribute a publicly available dataset of birds.", "none", "released"),
        ("Upon publication, we will release code.", "promised", "none"),
        ("Code is coming soon.", "promised", "none"),
        ("Our code and demo page are here: https://a.github.io/b", "released", "none"),
        (f"Codes and datasets are available in {LINK}.", "released", "released"),
        ("Supplementary code is available online.", "released", "none"),
        ("We open source our code, models and dataset.", "released", "released"),
        ("The tool is freely available for download at https://tools.example.org.", "released", "none"),
        ("A Python implementation is provided.", "released", "none"),
        ("Both code and data are released to the public.", "released", "released"),
        ("Python code is available at github.com/a/b.", "released", "none"),
        (f"Reproducibility: all scripts are in the repository {LINK}.", "released", "none"),
        (f"We build on code from {LINK}.", "none", "none"),
        (
            "The data that support the findings are openly available in Zenodo at https://doi.org/10.5281/zenodo.1.",
            "none",
            "released",
        ),
        ("Catalogs are made publicly available.", "none", "released"),
        ("The catalogue will be made public.", "none", "promised"),
        ("The code is public.", "released", "none"),
        ("Our source code and data sets are available for download.", "released", "released"),
        ("The parser is freely available.", "released", "none"),
        (f"The system is freely available at {LINK}.", "released", "none"),
    ],
)
def test_a_statement_is_read_for_code_and_for_data(text: str, code: str, data: str) -> None:
    flags = read_text("Crabs: walking", text).flags
    assert (flags.code.value.value, flags.data.value.value) == (code, data)
