"""Rules that ask what words can be: examples of many kinds, and suggestions that mend what they name."""

import re
from pathlib import Path

import pytest

from medlint import parsers
from medlint.rules.grammar import common_noun_capital
from tests.documents import marked
from tests.rules.grammar.conftest import grammar_rules, matches

RULES = grammar_rules()
OURS = {
    path.stem
    for path in (Path(common_noun_capital.__file__).parent).glob("*.py")
    if "medlint.tagging" in path.read_text(encoding="utf-8")
    or "word_codes" in path.read_text(encoding="utf-8")
} | {"common_noun_capital", "decimal_comma", "stray_capital", "missing_stop", "mixed_dialect"}
STRUCTURAL = [rule for rule in RULES if rule.origin.rpartition(".")[2] in OURS]


def told(text: str, label: str | None = None) -> list[str]:
    """Return the words of a page that rules of a label flag."""
    page = parsers.parse("page.md", text.encode())
    found = matches([rule for rule in STRUCTURAL if label in (None, rule.label)], page)
    return [page.text[match.region.start : match.region.end] for _, match in found]


@pytest.mark.parametrize("rule", STRUCTURAL, ids=lambda rule: rule.id)
def test_suggestion_mends_what_it_names(rule):
    for example in rule.bad:
        text, _ = marked(example)
        page = parsers.parse("page.md", text.encode())
        for _, match in matches([rule], page):
            for suggestion in match.suggestions:
                start, end = page.source(match.region)
                mended = parsers.parse("page.md", (text[:start] + suggestion + text[end:]).encode())
                place = range(start, start + len(suggestion))
                left = [m for _, m in matches([rule], mended) if mended.source(m.region)[0] in place]
                assert left == [], (example, suggestion)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Go to surgeon if it hurts.", "to surgeon"),
        ("We wait for doctor and the nurse.", "for doctor"),
        ("It was done by experienced surgeon in May.", "by experienced surgeon"),
        ("What is difference between a crown and a veneer?", "What is difference"),
        ("First visit is free.", "First visit"),
        ("Of all methods, it is most common method here.", "most common method"),
        ("The smoking increases the risk.", "The"),
        ("We flew to Netherlands.", "Netherlands"),
        ("She is nurse, and he is dentist.", "is nurse"),
    ],
)
def test_article_that_is_missing_or_too_many(text, expected):
    assert expected in told(text, "grammar.article")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Each of our nurse has a phone.", "Each of our nurse"),
        ("How many tablet do I take?", []),
        ("These kind of tablets are new.", "These kind"),
        ("After 20 minute the pain is gone.", "20 minute"),
        ("All the device are new.", "All the device"),
        ("The doctors that work here has a room.", []),
        ("If a nurse have time, she calls.", "have"),
        ("The number of patients are low.", "are"),
        ("Everybody know the way.", "know"),
        ("The doctor and the nurses is here.", "is"),
        ("The doctors and the nurse is here.", "is"),
        ("A nurse who have time calls you.", "have"),
        ("The clinic that we use are old.", "are"),
        ("They cells are old.", []),
        ("My teeth was bad.", "was"),
    ],
)
def test_number_that_does_not_agree(text, expected):
    found = told(text, "grammar.agreement")
    assert found == expected if expected == [] else expected in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cream may irritates the skin.", "may irritates"),
        ("It must cleaned with water.", "must cleaned"),
        ("You cannot to drive.", "cannot to"),
        ("Did you felt pain?", "Did you felt"),
        ("It is belong to a new group.", "is belong"),
        ("The wound was heal in a week.", "was heal"),
        ("It has not any taste.", "has not any"),
        ("Patients can back to work.", "can back"),
        ("It helps to sleeping.", "helps to sleeping"),
        ("The tumour will be remove.", "be remove"),
        ("She has went home.", "has went"),
        ("The nurse let the man to go.", "let the man to"),
        ("We work since 2005.", "work"),
        ("Last year we have opened a clinic.", "have opened"),
        ("The clinic is open since 1998.", "is"),
        ("The cream not contains water.", "cream not contains"),
        ("When I will walk?", "When I"),
        ("Do you know how long does it last?", "how long does it"),
        ("Can you tell us where is the clinic?", "where is the"),
    ],
)
def test_verb_that_has_the_wrong_form_or_place(text, expected):
    found = told(text, "grammar.verb")
    assert found == expected if expected == [] else expected in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When the wound is dry you can wash it.", "dry you"),
        ("If you are sick call us.", "sick call"),
        ("The results, are good.", "results, are"),
        ("The reason is, that it hurts.", "is, that"),
        ("We know, how it works.", "know, how"),
        ("The room is big, it is warm.", "big, it"),
        ("The visit is free, most patients need it.", "free, most"),
        ("It rests, but, it hurts.", "but, it"),
        ("It is free, thus we like it.", "free, thus"),
        ("Have you questions, call us.", []),
    ],
)
def test_comma_that_is_missing_or_too_many(text, expected):
    found = told(text, "grammar.punctuation")
    assert found == expected if expected == [] else expected in found


@pytest.mark.parametrize(
    "text",
    [
        "The nurse will ask what medicines you take and how often you take them.",
        "Doctors do not know what causes it. What matters is that you rest.",
        "Ask your doctor or nurse whether you can drive, and when.",
        "In one trial, half of the patients had fewer attacks; the rest had as many as before.",
        "Some people find that walking helps. Others would rather rest.",
        "Once the wound has healed, you may swim. Until then, keep it dry.",
        "Most of what you eat is broken down in the gut.",
        "The pain can come and go. It can be hard to say what sets it off.",
        "A child who has had a fever for more than five days should see a doctor.",
        "Being overweight makes it more likely, and so does smoking.",
        "If you think you may be pregnant, tell the nurse before the scan.",
        "There is little that doctors can do, but there are ways to feel better.",
        "Not everyone who has these signs is ill, nor is everyone who lacks them well.",
        "Since 2010, fewer people have had it. It has been rare since then.",
        "Nurses on the ward are there to help; so are we.",
    ],
)
def test_sound_text_stays_silent(text):
    assert told(text) == []


def test_dialect_of_names_and_quotations_does_not_count():
    page = "The tumour and the colour are seen at Hollowbrook Center.\n\n> The color was fine.\n"

    assert told(page, "grammar.spelling") == []


def test_rarer_spelling_is_told_once_for_each_word():
    page = "The tumour, the colour, the fibre and the anaesthetic. A color, the color and one center."

    assert told(page, "grammar.spelling") == ["color", "center"]


def test_common_noun_behind_a_verb_is_told():
    assert told("The nurse will prescribe Antibiotics.", "grammar.capitalisation") == ["Antibiotics"]


def test_every_rule_says_why():
    for rule in STRUCTURAL:
        assert len(rule.why.split()) >= 15, rule.id
        assert re.search(r"[.!]$", rule.advice), rule.id
        assert len(rule.bad) >= 2, rule.id
        assert len(rule.good) >= 2, rule.id
