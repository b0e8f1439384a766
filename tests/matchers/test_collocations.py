"""Tables of collocations find the wrong verb, or adjective, of a noun."""

import pytest

from medlint.matchers.collocations import Spec, probe
from tests.documents import document

SPEC = Spec(
    verbs="give|hand_out answer|blood_test|hope: make do\ntake photo|photos: make\nkeep rest: make",
    adjectives="severe pain|back_pain: strong heavy\nfinal result: finally",
)


def found(text):
    """Return what is flagged and its suggestions, in reading order."""
    page = document(text)
    matches = [match for sentence in page.sentences for match in probe(SPEC).find(page, sentence)]
    places = sorted((match.region.start, match.region.end, match.suggestions) for match in matches)
    return [(page.text[start:end], suggestions) for start, end, suggestions in places]


@pytest.mark.parametrize(
    ("text", "flagged", "suggestions"),
    [
        ("We make an answer.", "make", ("give", "hand out")),
        ("Making the long, true answer.", None, ()),
        ("We made a very long and true blood test.", None, ()),
        ("We made a true blood test in May.", "made", ("gave", "handed out")),
        ("He makes you a photo.", "makes", ("takes",)),
        ("He makes always photos.", "makes", ("takes",)),
        ("Made photos are rare, but we have often made photos.", "made", ("taken",)),
        ("Two photos were never made.", "made", ("taken",)),
        ("It is the answer that must be made.", "made", ("given", "handed out")),
        ("It is strong pain.", "strong", ("severe",)),
        ("Strong back pain is rare.", "Strong", ("Severe",)),
        ("It is strong, old pain.", None, ()),
        ("A finally result came.", "finally", ("final",)),
    ],
)
def test_wrong_partner_is_found(text, flagged, suggestions):
    assert found(text) == ([(flagged, suggestions)] if flagged else [])


@pytest.mark.parametrize(
    "text",
    [
        "We give an answer. We make an answer sheet.",
        "It makes an answer possible. It makes the answer a joke.",
        "We make the photo off.",
        "It makes patients rest, and it makes babies hope.",
        "Does an answer help?",
        "What he makes, answers all.",
        "A photo was made easy. Photos are made of paper.",
        "Strong pain relief is here. It finally results in pain.",
        "They realise what they make. The answer is here.",
    ],
)
def test_sound_text_is_silent(text):
    assert found(text) == []


@pytest.mark.parametrize("line", ["make photo", "photo: make", "take photo:"])
def test_line_that_cannot_be_read_is_named(line):
    with pytest.raises(ValueError, match=r"is not of the form 'right noun.noun: wrong"):
        probe(Spec(verbs=line))
