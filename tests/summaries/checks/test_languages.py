"""Takeaways in the reader's language, of abstracts in English."""

from __future__ import annotations

import pytest

from radar.papers.listed.paper import Paper
from radar.papers.summaries.failed_checks import UNTOLD
from radar.papers.summaries.flags import Release
from radar.papers.summaries.summary import TakeawayOrigin
from radar.summaries.checks.grounding import Grounded, ground
from radar.summaries.checks.languages import find_language, is_in_another
from radar.summaries.prompting.answer import Answer
from radar.summaries.prompting.prompt import load_prompt, paper_text
from tests.summaries.papers import paper, reading_of


def told(takeaway: str, language: str, of: Paper | None = None, code: int = 0) -> Grounded:
    of = of or paper()
    prompt = load_prompt("", language)
    return ground(Answer(takeaway, 0, code), of, paper_text(of), reading_of(of), prompt)


@pytest.mark.parametrize(
    ("language", "takeaway"),
    [
        (
            "German",
            "FoxCam zählt Füchse auf Bildern von Gartenkameras und senkt den Fehler von 33,25 % auf 12,5 %.",
        ),
        ("Deutsch", "Ein Netz namens FoxCam zählt Füchse auf Bildern von 1.200 Kameras in Gärten."),
        (
            "French",
            "FoxCam compte les renards sur les images de 1 200 caméras de jardin, avec 12,5 % d'erreur.",
        ),
        ("Spanish", "FoxCam cuenta zorros en las fotos de cámaras de jardín y reduce el error al 12,5 %."),
        ("Italian", "FoxCam conta le volpi nelle immagini di 1200 telecamere ed è più veloce di DenNet."),
        ("Dutch", "FoxCam telt vossen op beelden van tuincamera's en verlaagt de fout naar 12,5%."),
        ("Polish", "FoxCam liczy lisy na zdjęciach z kamer w ogrodach i zmniejsza błąd do 12,5%."),
        ("Russian", "FoxCam считает лис на снимках садовых камер и снижает ошибку с 33,25% до 12,5%."),
        ("Chinese", "FoxCam 用花园相机的照片统计狐狸，将误差从33.25%降至12.5%。"),
        ("日本語", "FoxCamは庭のカメラの写真でキツネを数え、誤差を12.5%に減らす。"),
        ("Korean", "FoxCam은 정원 카메라 사진에서 여우를 세어 오류를 12.5%로 줄인다."),
        ("Arabic", "يعدّ FoxCam الثعالب في صور كاميرات الحدائق ويخفض الخطأ إلى 12.5%."),
        (
            "Persian",
            "FoxCam روباه\u200cها را در تصاویر دوربین\u200cهای باغ می\u200cشمارد در باغ.",
        ),
        ("Thai", "FoxCam นับสุนัขจิ้งจอกในภาพจากกล้องในสวนและลดความผิดพลาดเหลือ 12.5%"),
        ("Klingon", "FoxCam qughmey pol, 12.5% Qagh mach Dugh ghaj."),
    ],
)
def test_a_takeaway_in_the_language_asked_for_is_shown(language: str, takeaway: str) -> None:
    shown = told(takeaway, language)
    assert shown.failed_checks == ()
    assert shown.takeaway.origin is TakeawayOrigin.MODEL


@pytest.mark.parametrize(
    ("language", "takeaway", "check"),
    [
        ("German", "FoxCam zählt Füchse auf Bildern und senkt den Fehler auf 12 %.", "number"),
        ("German", "FoxCam zählt Füchse auf Bildern und halbiert den Fehler der Kameras.", "number"),
        ("German", "FoxCam zählt Füchse in drei Gärten mit einem Netz und Kameras.", "number"),
        ("German", "BearNet zählt Füchse auf Bildern von Kameras in Gärten.", "name"),
        ("French", "FoxCam compte les renards dans les jardins de Berlin avec des caméras.", "name"),
        ("Chinese", "BearNet 用花园相机的照片统计狐狸，将误差降低。", "name"),
        ("Russian", "Гугл создал FoxCam, а сеть BearNet считает лис на снимках камер.", "name"),
        ("German", "FoxCam counts foxes in pictures of the garden and is faster than DenNet.", "language"),
        ("French", "FoxCam counts foxes in pictures of the garden and is faster than DenNet.", "language"),
        ("Chinese", "FoxCam counts foxes in pictures of garden cameras with a network.", "language"),
        ("Japanese", "FoxCam 用花园相机的照片统计狐狸，将误差降低。", "language"),
        ("Chinese", "FoxCamは庭のカメラの写真でキツネを数え、誤差を減らす。", "language"),
        ("Russian", "FoxCam zählt Füchse auf Bildern von Kameras in Gärten.", "language"),
        ("German", "MothEar zählt Motten mit Mikrofonen und findet 91,5 % von ihnen.", "name"),
    ],
)
def test_numbers_names_and_the_language_itself_are_held_to_the_same(
    language: str, takeaway: str, check: str
) -> None:
    shown = told(takeaway, language)
    assert any(check in failed for failed in shown.failed_checks)
    assert shown.takeaway == reading_of(paper()).takeaway


@pytest.mark.parametrize(
    ("takeaway", "check"),
    [
        ("The stars above the northern sea are colder than anyone had believed.", "off topic"),
        ("FoxCam does not reduce the error of counting foxes in garden pictures.", "says the opposite"),
    ],
)
def test_who_asks_for_english_of_papers_in_english_gives_no_check_away(takeaway: str, check: str) -> None:
    assert check in told(takeaway, "English").failed_checks
    assert check in told(takeaway, "").failed_checks


def test_english_of_a_paper_in_another_language_is_held_to_numbers_and_names() -> None:
    of = paper("Wir zählen Füchse mit FoxCam in den Gärten und finden 12 von ihnen. Der Fehler ist klein.")
    assert told("FoxCam counts foxes in gardens and finds 12 of them.", "English", of).failed_checks == ()


def test_where_nothing_can_be_held_against_the_paper_that_is_said() -> None:
    shown = told("用花园相机的照片统计城市里的狐狸的数量", "Chinese")
    assert shown.takeaway.origin is TakeawayOrigin.MODEL
    assert shown.failed_checks == (UNTOLD,)


def test_flags_do_not_depend_on_the_language() -> None:
    shown = told("FoxCam zählt Füchse auf Bildern von Gartenkameras.", "German", code=4)
    assert shown.flags == reading_of(paper()).flags
    assert shown.flags.code.value is Release.RELEASED


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("german", "german"),
        ("Deutsch", "german"),
        ("Brazilian Portuguese", "portuguese"),
        ("中文", "chinese"),
    ],
)
def test_a_language_is_known_by_what_readers_call_it(name: str, first: str) -> None:
    found = find_language(name)
    assert found is not None
    assert found.names[0] == first


def test_a_language_that_is_not_known_is_not_judged() -> None:
    assert find_language("Klingon") is None
    german = find_language("German")
    assert german is not None
    assert not is_in_another("FoxCam DenNet Garden-7", german)
