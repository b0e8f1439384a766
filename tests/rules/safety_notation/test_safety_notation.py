"""Dose notation: our own sentences are found, sound ones stay silent, suggestions mend."""

import pytest

from tests.notation import applied, findings, lines, unmarked

FAULTY = lines("safety-notation-faulty.txt")
SOUND = lines("safety-notation-sound.txt")


@pytest.mark.parametrize("line", FAULTY)
def test_unsafe_notation_is_found_at_its_words(line):
    text, spans = unmarked(line)
    found = findings(text)

    assert [each.text for each in found] == [text[start:end] for start, end in spans]


@pytest.mark.parametrize("line", FAULTY)
def test_suggestion_stands_in_place_of_the_words_and_mends_them(line):
    text, _ = unmarked(line)
    found = findings(text)

    assert all(each.suggestions for each in found)
    assert findings(applied(text, found)) == ()


@pytest.mark.parametrize("line", SOUND)
def test_innocent_use_stays_silent(line):
    assert [(each.rule, each.text) for each in findings(line)] == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Inject 10U SC t.i.d.", "Inject 10 units under the skin 3 times a day."),
        ("Dose: .125mg PO BID x10d", "Dose: 0.125 mg by mouth twice a day for 10 days"),
        ("BID dosing of the tablets is usual.", "twice-a-day dosing of the tablets is usual."),
        ("The drug is a 5 mg SC injection.", "The drug is a 5 mg subcutaneous injection."),
        ("D/C the tablets.", "Stop the tablets."),
        ("Tablets ii at night.", "2 tablets at night."),
        ("Take a tablet q1h, then q12h.", "Take a tablet every hour, then every 12 hours."),
        ("Take 3 grains of the tablets.", "Take 195 mg of the tablets."),
        ("Take 2¼ tablets.", "Take two and a quarter tablets."),
        ("Adrenaline 1:500,000 numbs the gum.", "Adrenaline 2 micrograms/mL numbs the gum."),
        ("We are D/C'ing the tablets.", "We are stopping the tablets."),
        ("Take the capsule q8pm daily, and every 6° at first.", None),
    ],
)
def test_several_faults_are_mended_at_once(text, mended):
    result = applied(text, findings(text))

    assert findings(result) == ()
    assert mended is None or result == mended


def test_laboratory_table_for_professionals_stays_silent():
    head = "| Test | Result | Reference |\n| --- | --- | --- |\n"
    table = head + "| ALT | 40 U | <50 U |\n| Ferritin | 30.0 µg | 20 |\n"

    assert findings(table) == ()


def test_table_of_ingredients_is_checked():
    table = "| Ingredient | Amount |\n| --- | --- |\n| Selenium | 55 µg |\n"

    assert [each.text for each in findings(table)] == ["55 µg"]


@pytest.mark.parametrize(
    "text",
    [
        "Take it.\n\n## References\n\n1. Quill M. Insulin 10 U QD in adults. J Doses. 2020;1:1.0 mg",
        "> Take 1.0 mg QD, said the old leaflet.",
    ],
)
def test_titles_of_sources_and_quotations_stay_silent(text):
    assert findings(text) == ()


def test_tenfold_risks_are_errors_and_the_rest_is_milder():
    found = findings("Take 1.0 mg or .5 mg or 10 U of insulin or Zelpax20 mg; then 5cc or 10mg.")

    assert [each.severity for each in found] == ["error"] * 4 + ["warning", "note"]
