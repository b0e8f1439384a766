"""Rules that ask what a word is where it stands: sentences of learners, and sound ones like them."""

import pytest

from medlint import parsers
from tests.rules.grammar.conftest import grammar_rules, matches

RULES = tuple(rule for rule in grammar_rules() if not rule.needs_model)  # with a parser its rules speak first


def told(text: str) -> dict[str, str]:
    """Return the words that grammar rules flag in a sentence, each with its rule."""
    page = parsers.parse("page.md", f"Here is the first sentence. {text}".encode())
    return {
        page.text[match.region.start : match.region.end]: rule.id.partition(".")[2]
        for rule, match in matches(RULES, page)
    }


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Call us if the wound leak.", "subject-and-verb", "leak"),
        ("When you rest, the pain start slowly.", "subject-and-verb", "start"),
        ("In our clinic the surgeon and the nurse makes the plan.", "subject-and-verb", "makes"),
        ("It is the nurse who notice a swelling.", "subject-and-verb", "notice"),
        ("The technician comes early and choose the colour.", "subject-and-verb", "choose"),
        ("The bone under it start to shrink.", "subject-and-verb", "start"),
        ("Watch what the surgeon do.", "subject-and-verb", "do"),
        ("Wait until the doctor examine you.", "subject-and-verb", "examine"),
        ("The number of the patients are growing.", "verb-of-noun", "are"),
        ("No one know how it began.", "verb-of-noun", "know"),
        ("The news are good.", "verb-of-noun", "are"),
        ("There is also two rooms.", "verb-of-noun", "is"),
        ("Painkillers can themselves causing headaches.", "verb-form", "can themselves causing"),
        ("Please do not waiting for us.", "verb-form", "do not waiting"),
        ("The tooth must examined by a nurse.", "verb-form", "must examined"),
        ("After cleaned the skin, she rests.", "verb-form", "After cleaned"),
        ("The programme is depend on your age.", "verb-form", "is depend"),
        ("People are having an allergy.", "verb-form", "are having"),
        ("The treatment has not side effects.", "verb-form", "has not"),
        ("Does the doctor speaks English?", "verb-form", "speaks"),
        ("He doesn't has pain.", "verb-form", "doesn't has"),
        ("Plenty of water must be drink.", "verb-form", "be drink"),
        ("We give oxygen and sending you home.", "verb-form", "sending"),
        ("Call us if there will be pain.", "will-in-clause", "will"),
        ("Come before the month will start.", "will-in-clause", "will"),
        ("There may a stone inside.", "missing-helper", "may"),
        ("We working since May.", "missing-helper", "We working"),
        ("Must be used every day.", "missing-subject", "Must be"),
        ("If miss a dose, phone us.", "missing-subject", "If miss"),
        ("In the afternoon can choose a walk.", "missing-subject", "can"),
        ("My doctor he told me.", "second-subject", "he"),
        ("We have a bed for one companions.", "one-and-many", "one companions"),
        ("A bridge replaces two missing tooth.", "one-and-many", "two missing tooth"),
        ("A lot of patient come to us.", "one-and-many", "lot of patient"),
        ("It is a two weeks course.", "one-and-many", "two weeks"),
        ("We work with small team of doctors.", "noun-without-article", "with small team"),
        ("The patient has possibility to rest.", "noun-without-article", "possibility"),
        ("Come once month for a check.", "noun-without-article", "once month"),
        ("Most of patients sleep well.", "missing-the", "of patients"),
        ("Wash it two times the day.", "needless-the", "the day"),
        ("The nurse decides what tests do you need.", "question-order", "what tests do you"),
        ("Tell us, which tablets you take.", "needless-comma", ", which"),
        ("Women who smoke, should stop now.", "needless-comma", ", should"),
        ("The hair falls out, this is normal.", "comma-splice", "out, this"),
        ("The drug is strong therefore you must rest.", "comma-splice", "strong therefore"),
        ("If the back is painful leave this out.", "opening-comma", "painful leave"),
        ("If you can't come please call us.", "opening-comma", "come please"),
        ("Because of the sedative.", "sentence-without-verb", "Because of the sedative."),
        ("Its important to drink.", "its-or-it-is", "Its"),
        ("The patients condition is stable.", "missing-apostrophe", "patients condition"),
        ("What should I bring to the hospital.", "missing-question-mark", "hospital."),
        ("Due to the skin is thin, it tears.", "word-of-place", "Due to"),
        ("The clinic works here from 1990.", "word-of-place", "from 1990"),
        ("It happened before two years.", "word-of-place", "before two years"),
    ],
)
def test_slip_is_told_by_the_rule_for_it(text, rule, words):
    assert told(text).get(words) == rule


@pytest.mark.parametrize(
    "text",
    [
        "Call us if the wound leaks, and when you rest, the pain starts slowly.",
        "We suggest that the patient rest, and it is vital that she drink water.",
        "The doctor and the nurse have time. A number of patients have asked.",
        "The blood flow can slow down. Blood flow from the spleen drains into the liver.",
        "If no treatment were given, the risk would grow.",
        "Other drugs that help people sleep are known, and one of the drugs helps most.",
        "What we do is treat pain. How bad it is depends on the nerve.",
        "We cannot tell you if it will help, nor when it will end.",
        "A few days later she felt well. Two weeks are enough.",
        "It passes from parent to child. Chronic kidney failure is rare.",
        "Ask your doctor, nurse or pharmacist. By phone, in bed and at home it is free.",
        "Most of the patients sleep well. Half of people with it know.",
        "We ask what tests you need. Do you know what tests you need?",
        "Men who smoke should stop. He said, if you like, that it helps.",
        "The next day, you can go. If necessary, we call you.",
        "Its size changes, and it's possible that it heals.",
        "Should you feel pain, call us. What the nurse says is true.",
        "Due to the thin skin it tears. It lasted from 1990 to 2010.",
        "She has no time and does not need any. Must you rest? You must.",
    ],
)
def test_sound_text_that_looks_alike_is_left_alone(text):
    assert told(text) == {}


@pytest.mark.parametrize(
    ("items", "words"),
    [
        (("Clean your teeth.", "Eat less salt.", "Changing the brush."), "Changing the brush"),
        (("A blood test", "A scan", "To make a biopsy"), "To make"),
        (("Warm clothes", "Old letters", "You should not forget it"), "You should not"),
        (("Blood sample", "Scan of the liver.", "Urine sample", "Letter"), "."),
        (("Rest in bed.", "Drink tea.", "Sleep on your back,", "Keep it dry."), ","),
    ],
)
def test_item_of_another_kind_or_with_another_end(items, words):
    text = "\n".join(f"- {item}" for item in items)
    page = parsers.parse("page.md", text.encode())

    assert words in [page.text[m.region.start : m.region.end] for _, m in matches(RULES, page)]
