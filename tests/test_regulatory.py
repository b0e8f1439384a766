"""Each market's pack finds what its law asks about, and nothing on sound text or for another market."""

from __future__ import annotations

from pathlib import Path

import pytest

from medlint import parsers, settings
from medlint.checking import Checker, check_document, checker, load_rules
from medlint.markets import COUNTRIES
from medlint.model import Finding
from tests.conftest import SHARED

CORPUS = Path(__file__).resolve().parent / "regulatory_corpus"
LIVER = SHARED / "samples" / "liver-metastases.txt"
RULES = {rule.id: rule for rule in load_rules().rules if rule.category == "regulatory"}

# The page of an agency, invented, that sells treatment abroad.
AGENCY = """\
# Lung tumours: treatment in Antalya

A lung tumour may cause a cough that does not go away.

## Lung cancer treatment in Turkey

In Turkey, lung cancer treatments are carried out by world-class surgeons.
Our patients come from forty countries.

Free airport transfer and hotel with every operation, 20% off until Friday.

## What our patients say

“Derya House gave me my life back.”

Our clinic also offers Botox, and our garlic capsules cure high blood pressure.
"""


@pytest.fixture(scope="module")
def check_for():
    checkers: dict[tuple[str, str], Checker] = {}

    def check(market: str, text: str, audience: str = "", name: str = "page.md") -> tuple[Finding, ...]:
        if (market, audience) not in checkers:
            profile = {"market": market} | ({"audience": audience} if audience else {})
            asked = {"profile": profile, "select": ["regulatory"]}
            chosen = settings.with_command_line(settings.default(Path("/")), asked)
            checkers[market, audience] = checker(chosen, "2026-11-25")
        document = parsers.parse(name, text.encode())
        found, failures, _ = check_document(checkers[market, audience], document)
        assert failures == ()
        return found.findings

    return check


def corpus(market: str) -> tuple[list[tuple[str, str]], list[str]]:
    lines = [line for line in (CORPUS / f"{market}.txt").read_text(encoding="utf-8").splitlines() if line]
    faulty = [tuple(line.split(": ", 1)) for line in lines if line[0] not in "#-"]
    return [(rule, text) for rule, text in faulty], [line[2:] for line in lines if line.startswith("- ")]


def own(market: str) -> list[str]:
    return [rule.id for rule in RULES.values() if rule.id.startswith(f"regulatory.{market}-")]


@pytest.mark.parametrize("market", COUNTRIES)
def test_market_has_ten_rules_of_its_own_whose_first_source_is_its_own_law(market):
    rules = [RULES[name] for name in own(market)]

    assert len(rules) >= 10
    assert {rule.sources[0].partition("-")[0] for rule in rules} == {market}
    assert all(market in rule.profiles and "general" not in rule.profiles for rule in rules)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_source_says_its_place_and_whether_that_was_confirmed(rule):
    for source in rule.cited:
        assert "pointer confirmed, as of 2026-" in source.title or (
            "pointer not confirmed, as of 2026-" in source.title and "look it up" in source.title
        )


@pytest.mark.parametrize("market", COUNTRIES)
def test_corpus_has_twenty_faulty_and_twenty_sound_texts(market):
    faulty, sound = corpus(market)

    assert (len(faulty) >= 20, len(sound) >= 20) == (True, True)
    assert {f"regulatory.{rule}" for rule, _ in faulty} <= RULES.keys()


@pytest.mark.parametrize("market", COUNTRIES)
def test_faulty_texts_draw_the_rule_they_break(market, check_for):
    faulty, _ = corpus(market)
    missed = [
        (rule, text)
        for rule, text in faulty
        if f"regulatory.{rule}" not in {finding.rule for finding in check_for(market, text)}
    ]

    assert len(missed) <= len(faulty) // 20, missed


@pytest.mark.parametrize("market", COUNTRIES)
def test_sound_texts_draw_nothing(market, check_for):
    _, sound = corpus(market)
    flagged = [(finding.rule, text) for text in sound for finding in check_for(market, text)]

    assert flagged == []


@pytest.mark.parametrize(
    ("market", "rule", "words"),
    [
        ("uk", "regulatory.uk-cancer-offer", "Lung cancer treatment in Turkey"),
        ("uk", "regulatory.uk-prescription-medicine", "Botox"),
        ("de", "regulatory.de-cancer-offer", "Lung cancer treatment in Turkey"),
        ("de", "regulatory.de-gift", "20% off"),
        ("tr", "regulatory.tr-superiority", "world-class surgeons"),
        ("tr", "regulatory.tr-campaign", "Free airport transfer"),
        ("tr", "regulatory.tr-no-authorisation", ""),
        ("au", "regulatory.au-testimonial", "What our patients say"),
        ("au", "regulatory.au-prescription-medicine", "Botox"),
        ("ca", "regulatory.ca-superlative", "world-class surgeons"),
        ("us", "regulatory.us-supplement-disease-claim", "garlic capsules cure high blood pressure"),
        ("eu", "regulatory.eu-food-disease", "garlic capsules cure high blood pressure"),
    ],
)
def test_agency_page_draws_what_the_law_of_the_market_suggests(market, rule, words, check_for):
    assert (rule, words) in {(finding.rule, finding.text) for finding in check_for(market, AGENCY)}


@pytest.mark.parametrize("market", COUNTRIES)
def test_agency_page_draws_no_rule_of_another_market(market, check_for):
    strangers = {
        finding.rule for finding in check_for(market, AGENCY) if market not in RULES[finding.rule].profiles
    }

    assert strangers == set()


@pytest.mark.skipif(not LIVER.exists(), reason="../shared/samples is not here")
@pytest.mark.parametrize(
    ("market", "expected"),
    [
        ("uk", {"regulatory.uk-cancer-offer"}),
        ("de", {"regulatory.de-cancer-offer"}),
        ("tr", {"regulatory.tr-superiority", "regulatory.tr-no-authorisation"}),
    ],
)
def test_liver_page_draws_the_finding_of_each_law_and_none_of_another(market, expected, check_for):
    found = {finding.rule for finding in check_for(market, LIVER.read_text("utf-8"), name="page.txt")}

    assert found >= expected
    assert {name for name in found if market not in RULES[name].profiles} == set()


@pytest.mark.parametrize(
    ("market", "text", "rule"),
    [
        ("uk", "Our clinic offers Botox.", "regulatory.uk-prescription-medicine"),
        ("de", "We treat liver cancer at Haus Lindental.", "regulatory.de-cancer-offer"),
        ("eu", "Order your tadalafil today.", "regulatory.eu-prescription-medicine"),
        ("ca", "Our clinic offers Ozempic to help you lose weight.", "regulatory.ca-prescription-drug"),
    ],
)
def test_professional_audience_switches_off_bans_on_public_advertising(market, text, rule, check_for):
    assert rule in {finding.rule for finding in check_for(market, text, "patient")}
    assert rule not in {finding.rule for finding in check_for(market, text, "professional")}


def test_what_holds_towards_professionals_too_stays_on(check_for):
    text = "Our laser treatment is completely safe."

    assert [finding.rule for finding in check_for("de", text, "professional")] == ["regulatory.de-harmless"]


def test_turkish_price_rules_are_for_readers_at_home(check_for):
    text = "Rhinoplasty from €2,400. Results vary from person to person."
    rules = {who: {f.rule for f in check_for("tr", text, who)} for who in ("domestic", "abroad")}

    assert "regulatory.tr-price" in rules["domestic"]
    assert "regulatory.tr-price" not in rules["abroad"]


def test_alternative_text_of_a_picture_is_read(check_for):
    text = "We do facelifts.\n\n![Before and after facelift](kay.jpg)\n"

    assert "regulatory.de-before-after" in {finding.rule for finding in check_for("de", text)}
