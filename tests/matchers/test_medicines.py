"""Names of medicines are found as the market knows them."""

import pytest
import yaml
from pydantic import ValidationError

from medlint import config
from medlint.matchers.medicines import Spec, kinds_of, medicines, names_for, probes
from medlint.model import Passage, Region
from tests.documents import document

MARKETS = ("us", "uk", "eu", "de", "tr", "au", "ca")


def found(text, **spec):
    (probe,) = probes(Spec.model_validate({"market": "uk", **spec}), {})
    page = document(text)
    matches = probe.find(page, Passage("sentence", text, Region(0, len(text))))
    return [text[match.region.start : match.region.end] for match in matches]


def test_substances_and_brands_are_found_in_any_case():
    assert found("BOTOX, semaglutide and Retin-A") == ["BOTOX", "semaglutide", "Retin-A"]


def test_name_inside_a_word_is_none():
    assert found("botoxing and prebotox") == []


def test_substance_sold_without_prescription_is_not_on_prescription():
    assert found("ibuprofen and sildenafil") == []
    assert found("ibuprofen and sildenafil", market="de") == ["sildenafil"]
    assert found("ibuprofen", kinds=["over-the-counter"]) == ["ibuprofen"]


def test_wanted_medicines_are_those_sold_for_looks_and_the_like():
    assert found("Botox or warfarin", kinds=["wanted"]) == ["Botox"]


def test_words_that_have_to_stand_beside_decide():
    assert found("Botox smooths lines", **{"with": ["smooths"]}) == ["Botox"]
    assert found("Botox is a toxin", **{"with": ["smooths"]}) == []


def test_list_holds_150_substances_for_every_market():
    for market in MARKETS:
        on_prescription = [each for each in medicines() if "prescription" in kinds_of(each, market)]
        assert len(on_prescription) >= 150


def test_exceptions_name_substances_of_the_list_and_known_markets():
    data = yaml.safe_load((config.folder() / "words" / "medicines.yaml").read_text(encoding="utf-8"))
    substances = {each.substance for each in medicines()}

    assert set(data["without-prescription"]) <= substances
    told = [*data["without-prescription"].values(), *data["packs-without-prescription"].values()]
    assert {market for markets in told for market in markets} <= set(MARKETS)


def test_no_name_stands_twice():
    names = [name for each in medicines() for name in each.names]

    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_names_are_in_order():
    assert list(names_for("ca", ("prescription",))) == sorted(names_for("ca", ("prescription",)))


def test_unknown_market_is_refused():
    with pytest.raises(ValidationError):
        Spec.model_validate({"market": "gb"})


def test_phrase_that_cannot_be_read_is_refused():
    with pytest.raises(ValueError, match="no lexicon"):
        probes(Spec.model_validate({"market": "uk", "with": ["{nothing}"]}), {})
