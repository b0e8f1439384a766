"""A pack that is wrong is refused whole, each mistake with its line, column and the nearest right name."""

import pytest

from medlint import pack
from medlint.errors import PackError

GOOD = """\
pack: house
lexicons:
  drug: [zelpax, velloro]
rules:
  - id: overclaim.house-miracle
    label: overclaim.hype
    severity: note
    needs: wording
    message: "“{text}” is not for us."
    advice: Cut it.
    why: House style.
    sources: ["https://example.org/style"]
    match:
      phrases: ["{drug} miracle"]
      unless: [negated]
    bad: ["The [[Zelpax miracle]].", "Our [[velloro miracle]]."]
    good: ["No miracle.", "Zelpax is new."]
"""


def write(folder, text):
    path = folder / "house.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(folder, text):
    with pytest.raises(PackError) as caught:
        pack.load(write(folder, text))
    return [(m.line, m.key, m.message) for m in caught.value.mistakes]


def test_pack_becomes_rules(tmp_path):
    loaded = pack.load(write(tmp_path, GOOD))

    assert loaded.name == "house"
    assert [rule.id for rule in loaded.rules] == ["overclaim.house-miracle"]
    assert loaded.rules[0].probes[0].anchors == ("miracle",)


@pytest.mark.parametrize(
    ("right", "wrong", "line", "problem"),
    [
        ("severity: note", "severty: note", 7, "did you mean 'severity'"),
        ("severity: note", "severity: eror", 7, "did you mean 'error'"),
        ("id: overclaim.house-miracle", "id: overclam.house-miracle", 5, "did you mean 'overclaim'"),
        ("id: overclaim.house-miracle", "id: House Miracle", 5, "category.fault"),
        ("label: overclaim.hype", "label: overclaim.hipe", 6, "did you mean 'overclaim.hype'"),
        ("{text}", "{txt}", 9, "{txt} is not known"),
        ("{text}", "{text", 9, "a brace is open"),
        ("https://example.org/style", "ftp://example.org", 12, "neither a key of authorities.yaml"),
        ("{drug} miracle", "{drugs} miracle", 13, "there is no lexicon 'drugs'"),
        ("[negated]", "[negatd]", 13, "did you mean 'negated'"),
        ("The [[Zelpax miracle]].", "The Zelpax miracle.", 16, "marks no words"),
        ("No miracle.", "No [[miracle]].", 17, "nothing in a good example is flagged"),
        ('phrases: ["{drug} miracle"]', "phrases: [x]\n      absent: {phrases: [y]}", 13, "exactly one of"),
    ],
)
def test_mistake_is_named_with_its_line(tmp_path, right, wrong, line, problem):
    found = mistakes(tmp_path, GOOD.replace(right, wrong))

    assert [number for number, _, message in found if problem in message] == [line], found


def test_all_mistakes_are_told_at_once(tmp_path):
    text = GOOD.replace("severity: note", "severity: eror").replace("needs: wording", "nedes: wording")

    assert [line for line, _, _ in mistakes(tmp_path, text)] == [5, 7, 8]


def test_second_rule_of_one_id_is_a_mistake(tmp_path):
    rule = GOOD[GOOD.index("  - id:") :]

    assert [(line, key) for line, key, _ in mistakes(tmp_path, GOOD + rule)] == [(18, "rules.1.id")]


def test_lexicon_that_names_a_later_one_is_a_mistake(tmp_path):
    text = GOOD.replace("drug: [zelpax, velloro]", 'drug: ["{drog}"]')

    assert mistakes(tmp_path, text)[0][0::2] == (2, "there is no lexicon 'drog' above this one")


def test_missing_pack_is_named(tmp_path):
    with pytest.raises(PackError, match="cannot be read: No such file"):
        pack.load(tmp_path / "none.yaml")


def test_pack_that_is_not_utf8_is_named(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"pack: caf\xe9\n")

    with pytest.raises(PackError, match="is not UTF-8"):
        pack.load(path)
