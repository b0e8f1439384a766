"""Conditions silence a match by context, by kind of passage and by words near by."""

import pytest

from medlint.conditions import All, Near, compile_condition, guarded
from medlint.matchers.phrases import probes
from tests.documents import document, passage


def holds(condition, page, words="miracle"):
    start = page.plain.index(words)
    from medlint.model import Region

    return compile_condition(condition, {}).holds(page, Region(start, start + len(words)))


def test_kind_of_passage_is_a_condition():
    page = document(passage("heading", "A miracle"), "Plain.")

    assert holds("heading", page)
    assert not holds("quote", page)


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        ({"near": ["risk"]}, True),
        ({"near": ["danger"]}, False),
        ({"near": ["danger"], "within": "block"}, True),
        ({"near": ["poison"], "within": "block"}, False),
        ({"near": ["poison"], "within": "document"}, True),
        ({"near": ["risk"], "side": "before"}, False),
        ({"near": ["risk"], "side": "after"}, True),
        ({"near": ["risk"], "words": 3}, False),
        ({"near": ["risk"], "words": 4}, True),
        ({"near": ["miracle"]}, False),
    ],
)
def test_nearness(near, expected):
    page = document("A miracle without so much risk. No danger.", "Poison.")

    assert holds(Near(**near), page) is expected


def test_unknown_condition_names_the_nearest():
    with pytest.raises(ValueError, match="did you mean 'heading'"):
        compile_condition("headin", {})


def test_only_and_unless_decide_what_stands():
    page = document(passage("heading", "A miracle"), "A miracle by risk.")
    only = [compile_condition("paragraph", {})]
    unless = [compile_condition(Near(near=["risk"]), {})]
    (probe,) = guarded(probes(["miracle"], {}), unless, only)
    found = [list(probe.find(page, sentence)) for sentence in page.sentences]

    assert found == [[], []]
    assert (
        probe.find.silenced_by(page, next(iter(probes(["miracle"], {})[0].find(page, page.sentences[0]))))
        == "only paragraph"
    )


def test_probes_without_conditions_stay_as_they_are():
    made = probes(["miracle"], {})

    assert guarded(made, (), ()) == made


@pytest.mark.parametrize(("words", "expected"), [("clinic", True), ("school", False)])
def test_conditions_can_be_asked_together(words, expected):
    page = document(passage("heading", "A miracle at our clinic"))
    both = All.model_validate({"all": ["heading", {"near": [words]}]})

    assert holds(both, page) is expected
    assert compile_condition(both, {}).name == f"heading and near {words}"
