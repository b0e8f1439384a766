"""The registry of facts: what it holds, and what a wrong one says."""

from datetime import date

import pytest

from medlint.errors import PackError
from medlint.evidence.registry import load, shipped
from medlint.lexicons import shipped as lexicons
from medlint.matchers.phrases import compile_phrase

HEAD = """registry: test
topics: {knees: [[artificial knee, new knees]]}
measures: {in-place: {words: [in place], opposite: [removed]}}
dimensions: {sex: {women: [women], men: [men]}}
facts:
"""
FACT = """  - id: knee
    statement: Of knees 90% are in place.
    topic: knees
    measure: in-place
    value: 90
    range: [85, 95]
    time: 10 years
    people: [women]
    sources: [{title: Hollow Study, year: 2021, seen: confirmed}]
    review-by: 2030-01-01
"""


def registry(tmp_path, facts=FACT):
    path = tmp_path / "facts.yaml"
    path.write_text(HEAD + facts, encoding="utf-8")
    return load(path)


def test_fact_has_all_that_was_written(tmp_path):
    (fact,) = registry(tmp_path).facts

    assert (fact.id, fact.values, fact.figure, fact.people) == ("knee", (90.0,), "90%", (("sex", "women"),))
    assert fact.low < 85 <= 95 < fact.high
    assert fact.days == pytest.approx(3652.5)
    assert fact.review_by == date(2030, 1, 1)
    assert fact.plain == fact.statement


def test_fact_takes_what_it_does_not_say_from_the_one_it_is_like(tmp_path):
    second = FACT + "  - {like: knee, id: knee-men, value: 80, people: [men]}\n"
    _, fact = registry(tmp_path, second).facts

    assert fact.statement == "Of knees 90% are in place."
    assert (fact.values, fact.people, fact.time) == ((80.0,), (("sex", "men"),), "10 years")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "topic: knees",
            "topic: knee",
            ":8:5: facts.0.topic: there is no topic 'knee', did you mean 'knees'?",
        ),
        ("measure: in-place", "measure: inplace", "there is no measure 'inplace'"),
        ("people: [women]", "people: [woman]", "no dimension has 'woman', did you mean 'women'?"),
        ("range: [85, 95]", "range: [95, 85]", "the first value is larger than the second"),
        ("    value: 90\n", "", "facts.0.value: missing here"),
        ("    review-by: 2030-01-01\n", "", "facts.0.review-by: missing here"),
        ("    statement: Of knees 90% are in place.\n", "", "facts.0.statement: missing here"),
        ("seen: confirmed", "seen: dreamt", "dreamt"),
        ("  - id: knee\n", "  - id: knee\n    like: nose\n", "there is no fact 'nose' above this one"),
    ],
)
def test_mistake_is_named_with_its_place(tmp_path, old, new, message):
    with pytest.raises(PackError) as error:
        registry(tmp_path, FACT.replace(old, new))

    assert message in str(error.value)
    assert "facts.yaml:" in str(error.value)


def test_two_facts_of_one_name_are_a_mistake(tmp_path):
    with pytest.raises(PackError, match="already a fact 'knee'"):
        registry(tmp_path, FACT + FACT)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(PackError, match=r"nowhere\.yaml:1:1: .*cannot be read"):
        load(tmp_path / "nowhere.yaml")


def test_shipped_registry_has_its_facts():
    found = shipped()

    assert len(found.facts) >= 130
    assert {"crlm-cumulative-stockholm", "implant-10y", "antibiotics-not-viruses"} <= {
        fact.id for fact in found.facts
    }


@pytest.mark.parametrize("fact", shipped().facts, ids=lambda fact: fact.id)
def test_shipped_fact_is_whole(fact):
    assert all(source.title and source.seen for source in fact.sources)
    assert fact.review_by > date(2026, 11, 1)
    assert all(compile_phrase(text, lexicons()).anchors for text in fact.misstated)
