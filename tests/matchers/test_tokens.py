"""Token patterns are spaCy's; their places count characters of the document."""

import pytest

from medlint.matchers.tokens import Spec, probes
from tests.documents import document


def test_tokens_are_placed_in_characters_of_the_document():
    page = document("First.", "The \U0001f600 dose is 5 mg daily.")
    (probe,) = probes(Spec(patterns=[[{"LIKE_NUM": True}, {"LOWER": "mg"}]], anchors=["mg"]), {})
    (match,) = probe.find(page, page.sentences[1])

    assert page.text[match.region.start : match.region.end] == "5 mg"


def test_attribute_of_a_tagger_is_refused():
    with pytest.raises(ValueError, match="POS would need a trained model"):
        probes(Spec(patterns=[[{"POS": "NOUN"}]], anchors=["x"]), {})
