"""Patterns run where an anchor stands, over folded text or the text as it is."""

import pytest

from medlint.matchers.pattern import Spec, probes
from medlint.matchers.runaway import repeats_without_bound
from tests.documents import document


def found(text, **spec):
    page = document(text)
    (probe,) = probes(Spec(**spec), {"drug": ("zelpax", "velloro")})
    return [page.text[m.region.start : m.region.end] for m in probe.find(page, page.sentences[0])]


def test_folded_text_is_matched_and_the_text_is_flagged():
    assert found("It\u2019s a MIRACLE.", regex=r"it's a \w+", anchors=["it's"]) == ["It\u2019s a MIRACLE"]


def test_sensitive_pattern_sees_capitals():
    assert found("The US and us.", regex=r"\bUS\b", anchors=["us"], case="sensitive") == ["US"]


def test_group_narrows_what_is_flagged():
    assert found("a total cure", regex=r"total (?P<flagged>cure)", anchors=["cure"]) == ["cure"]


def test_lexicon_stands_in_a_pattern_and_as_an_anchor():
    (probe,) = probes(Spec(regex=r"{drug} \d mg", anchors=["{drug}"]), {"drug": ("zelpax", "velloro")})

    assert probe.anchors == ("zelpax", "velloro")
    assert found("Take Velloro 5 mg.", regex=r"{drug} \d mg", anchors=["{drug}"]) == ["Velloro 5 mg"]


def test_empty_match_is_no_finding():
    assert found("abc", regex=r"x*", anchors=["abc"]) == []


@pytest.mark.parametrize(
    ("spec", "problem"),
    [
        ({"regex": "(", "anchors": ["x"]}, "cannot be read"),
        ({"regex": "(a+)+b", "anchors": ["x"]}, "repeat inside a repeat"),
        ({"regex": "{drog}", "anchors": ["x"]}, "no lexicon 'drog'"),
        ({"regex": "x", "anchors": ["{drog}"]}, "no lexicon 'drog'"),
    ],
)
def test_pattern_that_cannot_be_used_says_why(spec, problem):
    with pytest.raises(ValueError, match=problem):
        probes(Spec(**spec), {})


@pytest.mark.parametrize("regex", ["(a+)+", "(a*b?)*", "(?:x|(?:ab+))+", "(a{2,})*"])
def test_repeat_inside_a_repeat_is_seen(regex):
    assert repeats_without_bound(regex)


@pytest.mark.parametrize("regex", ["a+b+", "(ab){0,5}c+", "(a{1,5})+", "[ab]+", "(?=a+)b*"])
def test_harmless_repeat_is_allowed(regex):
    assert not repeats_without_bound(regex)
