"""A word that is one slip away from a known one is told, and nothing else is."""

from pathlib import Path

import pytest

from medlint import checking, settings
from medlint.parsers import parse
from medlint.rules.grammar import misspelling


@pytest.fixture
def rights(find):
    """Return a function that maps the words flagged on a page to what is suggested."""

    def look(text):
        return dict(find("misspelling", text))

    return look


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("temprature", "temperature"),
        ("sucess", "success"),
        ("alergy", "allergy"),
        ("hospitel", "hospital"),
        ("pharmasist", "pharmacist"),
        ("stomatch", "stomach"),
        ("beleif", "belief"),
        ("tryed", "tried"),
        ("immidiately", "immediately"),
        ("wellcome", "welcome"),
    ],
)
def test_misspelt_word_is_told_with_the_right_one(rights, wrong, right):
    assert rights(f"It is {wrong} again.") == {wrong: f"“{wrong}” looks like a slip of “{right}”."}


def test_capital_is_kept_where_a_sentence_begins(rights):
    assert rights("Temprature is taken.") == {
        "Temprature": "“Temprature” looks like a slip of “Temperature”."
    }


@pytest.mark.parametrize(
    "text",
    [
        "Behaviour, behavior, counselling, counseling, organise, organize, practise and practice.",
        "Litre, liter, centimetre, aluminum, aluminium, oestrogen, estrogen, paediatric, pediatric.",
        "Causal and casual, statue and stature, prostrate and prostate, martial and marital.",
        "He was tested, retested and untested; the testings went on.",
        "Many psoriases are known.",
        "Ask Mr Temprature of Sucess Ltd.",
        "Write to sucess@hollowbrook.example or see www.example.org/temprature.",
        "ALERGY is a brand.",
        "The zelpaxoid and the xyzzyum are new.",
    ],
)
def test_sound_text_is_silent(rights, text):
    assert rights(text) == {}


def test_word_of_many_places_is_told_once_with_their_number(find):
    told = find("misspelling", "They recieve it. " * 5)

    assert told == [("recieve", "“recieve” looks like a slip of “receive” (5 times on this page).")]


def test_word_that_comes_again_and_again_is_a_term(rights):
    assert rights("The celll hums. " * 4) == {}


def test_clear_slip_has_one_suggestion_and_an_unclear_one_is_doubted():
    clear, unclear = matches("The pateint is well."), matches("The hedding is new.")

    assert [(m.suggestions, m.doubt) for m in clear] == [(("patient",), "")]
    assert [len(m.suggestions) > 1 and bool(m.doubt) for m in unclear] == [True]


def test_unclear_slip_names_all_that_may_be_meant(rights):
    assert rights("The hedding is new.")["hedding"].startswith("“hedding” looks like a slip of “")
    assert " or “" in rights("The hedding is new.")["hedding"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("thrombocytopneia", "thrombocytopenia"),
        ("metformn", "metformin"),
        ("pembrolizumba", "pembrolizumab"),
        ("anaesthtic", "anaesthetic"),
        ("presynaptiic", "presynaptic"),
        ("peirvascular", "perivascular"),
    ],
)
def test_slip_in_a_word_of_medicine_is_told(rights, wrong, right):
    assert rights(f"We speak of {wrong} here.") == {wrong: f"“{wrong}” looks like a slip of “{right}”."}


@pytest.mark.parametrize(
    "text",
    [
        "Maeve, 45, is well. Hollins Creek is a clinic.",
        "Die Patientin wurde gestern ambulant operiert und entlassen.",
        "The tag #tratment and the file tratment.pdf are given.",
        "Nonsurgical, neurorehabilitation, perihilar, hyperinsulinaemia and reinfused are words.",
        "He cutted it, and the informations bleeded.",
        "They didn t say so, and the leiomyosarcomas were rare.",
    ],
)
def test_names_other_languages_and_made_words_are_silent(rights, text):
    assert rights(text) == {}


def matches(text):
    document = parse("page.md", text.encode())
    return [match for probe in misspelling.check.probes for match in probe.find(document, None)]


@pytest.mark.parametrize(
    ("accepted", "left"), [("zelpaxin", ["alergy", "hospitel"]), ("alergy", ["hospitel"])]
)
def test_accepted_word_is_silent(accepted, left):
    asked = {"select": ["grammar.misspelling"], "words": {"accept": [accepted]}}
    chosen = settings.with_command_line(settings.default(Path.cwd()), asked)
    document = parse("page.md", b"The alergy and the hospitel.")
    report = checking.check_documents(checking.checker(chosen, "2026-01-01"), [document])

    assert [finding.text for finding in report.findings] == left
