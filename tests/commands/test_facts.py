"""`medlint facts`: search, and what is to be looked at again."""

import json

FACTS = """registry: house
topics: {knees: [[artificial knee]]}
measures: {in-place: {words: [in place]}}
facts:
  - id: knee-10y
    statement: Of artificial knees 94% are in place after ten years.
    topic: knees
    measure: in-place
    value: 94
    time: 10 years
    sources: [{title: Hollow Register, year: 2024, url: "https://hollow.example/register", seen: confirmed}]
    review-by: 2028-01-01
"""


def test_facts_of_a_topic_are_listed_with_their_sources(medlint):
    result = medlint("facts", "dental", "implants", "20")

    assert result.code == 0
    assert "implant-20y: After twenty years 78% to 92% of dental implants are still in place." in result.out
    assert "confirmed: Kupka et al., Clinical Oral Investigations (2024), https://" in result.out
    assert result.out.rstrip().endswith("1 fact")


def test_unknown_topic_lists_nothing(medlint):
    result = medlint("facts", "unicorns")

    assert (result.code, result.out.strip()) == (1, "0 facts")


def test_own_registry_as_json(medlint, tmp_path):
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "medlint.yaml").write_text("evidence: {registry: facts.yaml}\n", encoding="utf-8")
    (fact,) = json.loads(medlint("facts", "--format", "json").out)["facts"]

    assert (fact["id"], fact["values"], fact["time"], fact["review_by"]) == (
        "knee-10y",
        [94.0],
        "10 years",
        "2028-01-01",
    )


def test_check_names_facts_past_their_day(medlint, tmp_path):
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "medlint.yaml").write_text("evidence: {registry: facts.yaml}\n", encoding="utf-8")

    assert medlint("facts", "check", "--as-of", "2028-01-01").code == 0
    late = medlint("facts", "check", "--as-of", "2028-01-02")
    assert late.code == 1
    assert "knee-10y: was to be looked at again by 2028-01-01" in late.out
    assert "1 fact, 0 of them from memory; 1 to be looked at again as of 2028-01-02" in late.out


def test_wrong_registry_is_named_with_its_place(medlint, tmp_path):
    (tmp_path / "facts.yaml").write_text(FACTS.replace("topic: knees", "topic: noses"), encoding="utf-8")
    (tmp_path / "medlint.yaml").write_text("evidence: {registry: facts.yaml}\n", encoding="utf-8")
    result = medlint("facts", "check")

    assert result.code == 2
    assert "facts.yaml:7:5: facts.0.topic: there is no topic 'noses'" in result.err


def test_own_registry_decides_what_a_page_contradicts(medlint, tmp_path):
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "medlint.yaml").write_text("evidence: {registry: facts.yaml}\n", encoding="utf-8")
    (tmp_path / "page.md").write_text(
        "After ten years 60% of patients have their artificial knee in place.\n"
    )
    result = medlint("check", "page.md", "--select", "evidence", "--format", "concise", "--fail-on", "never")

    assert "evidence.contradicted" in result.out
    assert "Hollow Register (2024)" in result.out


def test_day_that_is_none_is_a_mistake(medlint):
    assert "is no day" in medlint("facts", "check", "--as-of", "soon").err
