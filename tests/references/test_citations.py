"""Markers are found where they stand, with every source they point to."""

import json
from pathlib import Path

import pytest

from medlint.references import author_years, markers

CRAFT = Path(__file__).resolve().parents[2] / ".." / "shared" / "data" / "craft_citations" / "dev.jsonl"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It works [1].", [("[1]", ("1",))]),
        ("It works [1, 3].", [("[1, 3]", ("1", "3"))]),
        ("It works [1–3,7].", [("[1–3,7]", ("1", "2", "3", "7"))]),
        ("It works [ 2 ] well.", [("[ 2 ]", ("2",))]),
        ("It works[^note].", [("[^note]", ("note",))]),
        ("It works.²", [("²", ("2",))]),
        ("It works.¹²,¹⁴", [("¹²,¹⁴", ("12", "14"))]),
        ("One [1], two [2].", [("[1]", ("1",)), ("[2]", ("2",))]),
        ("It measures 20 m² and 10⁶ cells and 4 cm³.", []),
        ("It works [sic] (see Figure 2).", []),
        ("Pages [3-400].", []),
    ],
)
def test_markers(text, expected):
    assert [(text[found.start : found.end], found.keys) for found in markers(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It works (1).", ["(1)"]),
        ("It works.1 And more.", ["1"]),
        ("It works1.", ["1"]),
        ("40%* of all.", ["*"]),
        ("It works (3).", []),
        ("Take vitamin D3 and 40 mg.", []),
    ],
)
def test_loose_forms_count_where_they_resolve(text, expected):
    assert [text[found.start : found.end] for found in markers(text, {"1", "*"})] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It works (Orban et al., 2019).", ["Orban et al., 2019"]),
        ("It works (Orban 2019; Bell 2020a).", ["Orban 2019", "Bell 2020a"]),
        ("Orban and Bell (2019) agree.", ["Orban and Bell (2019"]),
        ("So van der Orban et al. 2019 say.", ["So van der Orban et al. 2019"]),
        ("It works (Orban, Bell & Ray, 2019).", ["Orban, Bell & Ray, 2019"]),
        ("Orban (2019) agrees.", ["Orban (2019)"]),
        ("(March 2021)", []),
        ("(Updated 2021)", []),
        ("In Bangkok 2024 we met.", []),
        ("Since 2019 it has been so.", []),
    ],
)
def test_author_years(text, expected):
    assert [text[start:end] for start, end in author_years(text)] == expected


@pytest.mark.skipif(not CRAFT.exists(), reason="../shared/data/craft_citations is not here")
@pytest.mark.parametrize("style", ["numeric", "author-year"])
def test_markers_of_articles_are_found(style):
    found_met = found_all = gold_met = gold_all = 0
    for line in CRAFT.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        for paragraph in item["paragraphs"] if item["style"] == style else ():
            gold = [tuple(span) for span in paragraph["citations"]]
            found = [(each.start, each.end) for each in markers(paragraph["text"])]
            found += list(author_years(paragraph["text"]))
            found_met += sum(any(a < d and c < b for c, d in gold) for a, b in found)
            gold_met += sum(any(a < d and c < b for c, d in found) for a, b in gold)
            found_all, gold_all = found_all + len(found), gold_all + len(gold)

    assert found_met / found_all >= 0.97
    assert gold_met / gold_all >= 0.97
