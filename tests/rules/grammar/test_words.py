"""Articles, number and verbs, word by word."""

import pytest


@pytest.mark.parametrize(
    ("word", "right"),
    [
        *(
            (word, "an")
            for word in (
                "hour",
                "honest",
                "MRI",
                "X-ray",
                "NHS",
                "mRNA",
                "eGFR",
                "11",
                "18",
                "8",
                "80",
                "800",
            )
        ),
        *(
            (word, "an")
            for word in ("8,000", "11,000", "18-month", "ulcer", "umbrella", "unintended", "upper", "urgent")
        ),
        *(
            (word, "an")
            for word in ("S-shaped", "F-wave", "M.D.", "SSRIs", "EU", "AIDS", "apple", "onset", "anti-ageing")
        ),
        *(
            (word, "a")
            for word in (
                "100",
                "1,100",
                "12",
                "unit",
                "university",
                "European",
                "one-off",
                "once-daily",
                "UV",
            )
        ),
        *(
            (word, "a")
            for word in ("useful", "uterus", "urine", "T-cell", "B.Sc.", "pH", "CT", "PET", "young", "house")
        ),
        *((word, "a") for word in ("UTI", "U-shaped", "xenograft", "eukaryote", "usual")),
    ],
)
def test_article_follows_the_sound(suggest, word, right):
    other = "a" if right == "an" else "an"

    assert suggest("a_or_an", f"It is {right} {word} here.") == []
    assert suggest("a_or_an", f"It is {other} {word} here.") == [(right,)]


@pytest.mark.parametrize(
    "word",
    [
        "herb",
        "historic",
        "hotel",
        "1100",
        "0.5",
        "LASIK",
        "MERS",
        "UNESCO",
        "HbA1c",
        "uvw",
        "yttrium",
        "mr-s",
        "STROKES",
    ],
)
def test_article_before_an_unsure_sound_is_left_alone(suggest, word):
    assert suggest("a_or_an", f"It is a {word} here. It is an {word} here.") == []


@pytest.mark.parametrize(
    "text", ["Vitamin A is here.", "Give vitamin a or b.", "See n.a. in it.", "Plan-a ends."]
)
def test_letter_is_no_article(find, text):
    assert find("a_or_an", text) == []


def test_message_names_the_word_behind_the_article(find):
    assert find("a_or_an", "It takes a hour.") == [
        ("a", "“a” is the wrong form of the article before “hour”.")
    ]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("The surgeon insert a tube.", ("insert", "“insert” does not agree with “The surgeon”."), "inserts"),
        ("The nurse often go about it.", ("go", "“go” does not agree with “The nurse often”."), "goes"),
        ("The doctor carry a bag.", ("carry", "“carry” does not agree with “The doctor”."), "carries"),
        ("The drug reach is known.", None, None),
        ("The drug reach your brain.", ("reach", "“reach” does not agree with “The drug”."), "reaches"),
        ("The implants is new.", ("is", "“is” does not agree with “The implants”."), "are"),
        (
            "It is a new drug that help you.",
            ("help", "“help” does not agree with “a new drug that”."),
            "helps",
        ),
    ],
)
def test_subject_and_verb(find, suggest, text, found, right):
    assert find("subject_verb", text) == ([found] if found else [])
    assert suggest("subject_verb", text) == ([(right,)] if right else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They has time.", ("has", "“has” does not agree with “They”.")),
        ("Several of them was here.", ("was", "“was” does not agree with “Several of them”.")),
        ("There was numerous scars.", ("was", "“was” does not agree with “There”.")),
        ("Everyone have time.", ("have", "“have” does not agree with “Everyone”.")),
    ],
)
def test_pronoun_and_verb(find, text, found):
    assert find("pronoun_verb", text) == [found]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("These symptom is rare.", "These symptoms"),
        ("He saw a children.", "a child"),
        ("It lasts 3 day.", "3 days"),
        ("Each Patients may ask.", "Each Patient"),
    ],
)
def test_determiner_and_number(suggest, text, right):
    assert suggest("determiner_number", text) == [(right,)]


def test_word_repeated_over_a_line_break_is_flagged_whole(find):
    assert find("repeated_word", "Take it with\nwith water.") == [
        ("with with", "“with with” says the same twice in a row.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It is new. Because, as we know, it heals.",
        "Because it heals.",
        "It is new. Because it is new it is free.",
    ],
)
def test_clause_that_does_not_stand_alone_is_no_fragment(find, text):
    assert find("fragment", text) == []
