"""Abstracts in languages that the rules do not speak."""

from __future__ import annotations

import pytest

from radar.abstracts.reading import read_text
from radar.papers.summaries.flags import Claim, Release


@pytest.mark.parametrize(
    "abstract",
    [
        "Cet article présente un corpus de coquillages annotés. Le code source sera mis à disposition.",
        "Nous présentons un outil open source de tri. Il est disponible en ligne. Les crabes y sont triés.",
        "Die Arbeit untersucht Krabben im Barock. Der Quellcode ist frei verfügbar. Am 3. Mai liefen sie.",
        "Se presenta un corpus. Los datos se publicarán pronto. El modelo supera el estado del arte.",
        "Apresentamos um corpus de conchas. O código-fonte está disponível publicamente.",
        "В статье описан корпус ракушек. Данные будут опубликованы. Метод превосходит известные методы.",
        "本文介绍了一个贝壳标注语料库。数据将在论文录用后公开。该方法优于现有方法。",
        "本稿では貝の歴史について述べる。江戸時代の資料を調査し、その特徴を明らかにした。",
        "제안한 방법은 게를 색으로 분류한다. 코드는 공개될 예정이다.",
        "Proponiamo una rete leggera. Il codice è disponibile su richiesta. I granchi sono ordinati.",
    ],
)
def test_the_rules_say_none_of_what_they_cannot_read(abstract: str) -> None:
    reading = read_text("", abstract)
    flags = reading.flags
    assert (flags.code.value, flags.data.value) == (Release.NONE, Release.NONE)
    assert (flags.results.value, flags.results.state_of_the_art) == (Claim.NONE, False)
    assert reading.takeaway.text in abstract


@pytest.mark.parametrize(
    ("abstract", "evidence"),
    [
        (
            "Trier est lent. Notre code est sur https://github.com/a/b.",
            "Notre code est sur https://github.com/a/b",
        ),
        ("Der Code ist unter https://github.com/a/b verfügbar.", "Der Code ist unter https://github.com/a/b"),
        ("Код доступен по адресу https://github.com/a/b.", "Код доступен по адресу https://github.com/a/b"),
        ("分类十分缓慢。代码已开源：https://github.com/a/b。", "代码已开源：https://github.com/a/b"),
        (
            "分類は遅い。コードはhttps://github.com/a/bで公開している。",
            "コードはhttps://github.com/a/bで公開している",
        ),
    ],
)
def test_a_repository_counts_in_every_language(abstract: str, evidence: str) -> None:
    code = read_text("", abstract).flags.code
    assert (code.value, code.url) == (Release.RELEASED, "https://github.com/a/b")
    assert code.evidence is not None
    assert abstract[code.evidence.start : code.evidence.end] == evidence


@pytest.mark.parametrize("english_first", [True, False])
def test_of_an_abstract_in_two_languages_the_english_half_is_read(english_first: bool) -> None:
    english = "We propose CrabNet. CrabNet cuts sorting time by 40%. Our code is publicly available."
    french = "Trier des crabes est lent. CrabNet les trie par couleur. Notre code sera publié."
    abstract = f"{english} {french}" if english_first else f"{french} -- {english}"
    reading = read_text("Sorting crabs", abstract)
    assert reading.flags.code.value is Release.RELEASED
    assert reading.flags.results.value is Claim.QUANTIFIED
    assert "CrabNet; it cuts sorting time by 40%" in reading.takeaway.text
