"""Tables of prepositions find the wrong one behind a word, with adverbs or a person between."""

import pytest

from medlint.matchers.prepositions import Spec, probe
from tests.documents import document

SPEC = Spec(
    verbs="depend|rely on: of from\nask for: after+the\nlisten to: at -\nmention -: about\nreport on: of",
    adjectives="fond|well-known of: with",
    nouns="demand for: of+the after",
    objects="protect from: of\nprovide with: by",
)


def found(text):
    """Return what is flagged and its suggestions, in reading order."""
    page = document(text)
    matches = [match for sentence in page.sentences for match in probe(SPEC).find(page, sentence)]
    places = sorted((match.region.start, match.region.end, match.suggestions) for match in matches)
    return [(page.text[start:end], suggestions) for start, end, suggestions in places]


@pytest.mark.parametrize(
    ("text", "flagged", "suggestion"),
    [
        ("It depends of age.", "depends of", "depends on"),
        ("It depends mostly of age.", "depends mostly of", "depends mostly on"),
        ("He relied very often from it.", "relied very often from", "relied very often on"),
        ("We ask after the bill.", "ask after", "ask for"),
        ("She is fond with cats.", "fond with", "fond of"),
        ("It is well-known with us.", "well-known with", "well-known of"),
        ("The demands of the staff grow.", "demands of", "demands for"),
        ("A cap protects you of sun.", "protects you of", "protects you from"),
        ("We provide the patients by tea.", "provide the patients by", "provide the patients with"),
        ("He mentioned about pain.", "mentioned about", "mentioned"),
        ("Please listen the nurse.", "listen the", "listen to the"),
    ],
)
def test_wrong_preposition_is_found_and_mended(text, flagged, suggestion):
    assert found(text) == [(flagged, (suggestion,))]


@pytest.mark.parametrize(
    "text",
    [
        "It depends on age. It depends on the age of the cat.",
        "It depends of course on age.",
        "It depends from case to case on age.",
        "It depends of itself.",
        "The cat on which it depends of old is here.",
        "It depends of.",
        "It depends, of all things, on age.",
        "It depends now and then of age.",
        "We ask after sport, and to be free.",
        "A cap protects the skin of your face. A cap protects patients of all ages.",
        "He has listened that day. They were mentioned about noon.",
        "The report of the nurse is long, and reports of all kinds came.",
    ],
)
def test_sound_text_is_silent(text):
    assert found(text) == []


def test_noun_of_the_same_form_is_no_verb():
    assert found("We report of it.") == [("report of", ("report on",))]
    assert found("A report of it came.") == []


@pytest.mark.parametrize("line", ["depend on", "depend: of", "depend on:"])
def test_line_that_cannot_be_read_is_named(line):
    with pytest.raises(ValueError, match="is not of the form 'head right: wrong wrong …'"):
        probe(Spec(verbs=line))
