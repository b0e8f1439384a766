"""Frames find the parts of a claim near each other, in one clause."""

import pytest

from medlint.matchers.frame import Spec, probes
from tests.documents import document, marked

LEXICONS = {"verb": ("restores", "restored"), "body": ("knees", "skin")}
ROLES = {"does": ["{verb}"], "what": ["{body}"]}


def found(text, **spec):
    page = document(text)
    (probe,) = probes(Spec.model_validate({"roles": ROLES, **spec}), LEXICONS)
    matches = probe.find(page, page.sentences[0])
    return [page.text[match.region.start : match.region.end] for match in matches]


@pytest.mark.parametrize(
    ("example", "spec"),
    [
        ("Velloro [[restores tired knees]] overnight.", {}),
        ("Velloro [[restores the tired, worn skin]].", {}),
        ("Your [[knees are restored]].", {"order": "any"}),
        ("It [[restores knees]] and skin.", {}),
        ("Velloro restores tired [[knees]].", {"from": "what"}),
    ],
)
def test_parts_near_each_other_are_one_claim(example, spec):
    text, (region,) = marked(example)

    assert found(text, **spec) == [text[region.start : region.end]]


@pytest.mark.parametrize(
    ("text", "spec"),
    [
        ("Your knees are restored.", {}),
        ("It restores hope; your knees stay as they are.", {}),
        ("It restores hope, but not your knees.", {}),
        ("It restores one and two and three and four and five knees.", {}),
        ("It restores tired knees.", {"words": 0}),
        ("It restores.", {}),
    ],
)
def test_parts_far_apart_or_in_another_clause_are_none(text, spec):
    assert found(text, **spec) == []


def test_unknown_role_is_refused_by_name():
    with pytest.raises(ValueError, match="no role 'who'; the roles are does, what"):
        Spec(roles={"does": ["x"], "what": ["y"]}, **{"from": "who"})


def test_rarest_role_is_the_anchor():
    (probe,) = probes(Spec(roles={"how": ["the"], "what": ["{body}"]}), LEXICONS)

    assert probe.anchors == ("knees", "skin")


def test_unknown_lexicon_is_named():
    with pytest.raises(ValueError, match="no lexicon 'verbs'"):
        probes(Spec(roles={"does": ["{verbs}"], "what": ["x"]}), LEXICONS)
