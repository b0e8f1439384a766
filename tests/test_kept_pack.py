"""A pack that an earlier run has read gives the same rules without being read again."""

from dataclasses import fields

import pytest

from medlint import checking, compiled, engine, kept_pack, linter, pack, shapes
from medlint.errors import PackError
from medlint.rule import Rule
from tests.documents import document

PACK = """pack: hollow
lexicons:
  zelpax: [zelpax, velloro gel]
rules:
"""
RULE = """  - id: overclaim.{name}
    label: overclaim.cure
    severity: warning
    needs: wording
    message: "“{{text}}” is here."
    advice: Leave it out.
    why: It is a test.
    sources: [https://hollowbrook.example]
    match:
{match}
    bad: ["[[a]] b", "[[a]] c"]
    good: [b, c]
"""
MATCHES = {
    "phrases": "      phrases: ['{zelpax} (cures|heals)', 'we <fully heal> you']",
    "guarded": "      phrases: ['miracle']\n      unless: [negated, {near: ['{zelpax}'], words: 4}]\n"
    "      only: [paragraph]",
    "pattern": "      pattern: {regex: '(?:{zelpax}) \\d+ mg', anchors: ['{zelpax}']}",
    "sensitive": "      pattern: {regex: '\\bUS\\b', anchors: [us], case: sensitive, within: block}",
    "frame": "      frame: {roles: {who: ['{zelpax}'], does: ['restores'], what: ['sight']}, from: does}",
    "pairs": "      pairs:\n        verbs: {depend of: depend on}\n        words: {'take {zelpax} by water': "
    "'take {zelpax} with water'}\n        behind-none-of: [not]",
    "tables": "      pairs:\n        prepositions: {verbs: 'insist on: in'}\n"
    "        collocations: {verbs: 'make appointment: do'}",
    "tokens": "      tokens: {patterns: [[{LOWER: certain}, {LOWER: cure}]], anchors: [certain]}",
    "quantity": "      quantity: {unit: [percent], lacks: [time-frame]}",
    "absent": "      absent: {phrases: ['side effects'], when: ['{zelpax}'], least-words: 3}",
}
TEXT = (
    "Zelpax heals you. Velloro gel cures it, and we fully heal you. It is a miracle. It is no miracle. "
    "Zelpax, a miracle. Zelpax 20 mg in the US. Zelpax soon restores your sight. It depends of you, "
    "but not depend of. Take Zelpax by water. They insist in a fee; do an appointment. "
    "A certain cure for 40 percent of patients."
)


@pytest.fixture
def hollow(tmp_path):
    rules = "".join(RULE.format(name=name, match=match) for name, match in MATCHES.items())
    path = tmp_path / "hollow.yaml"
    path.write_text(PACK + rules, encoding="utf-8")
    return path


@pytest.fixture
def twice(tmp_path, hollow, monkeypatch):
    """Return the pack as it was read, and as a later run has it."""
    compiled.keep(tmp_path / "cache")
    read = pack.load(hollow)
    compiled.save()
    compiled.keep(tmp_path / "cache")
    monkeypatch.setattr(shapes, "load", lambda *_: pytest.fail("the pack was read again"))
    kept = pack.load(hollow)
    yield read, kept
    compiled.save()


def found(rules):
    page = document(TEXT)
    findings, failures = linter.findings(page, engine.build(rules))
    assert failures == ()
    return [(each.rule, each.text, each.suggestions) for each in findings]


def test_rules_of_a_kept_pack_find_the_same(twice):
    read, kept = twice

    assert found(kept.rules) == found(read.rules)
    assert {rule for rule, _, _ in found(kept.rules)} == {f"overclaim.{name}" for name in MATCHES}


def test_rules_of_a_kept_pack_say_the_same(twice):
    read, kept = twice

    assert (kept.name, kept.path, kept.sha256) == (read.name, read.path, read.sha256)
    for ours, theirs in zip(kept.rules, read.rules, strict=True):
        for field in fields(Rule):
            if field.name != "probes":
                assert getattr(ours, field.name) == getattr(theirs, field.name)
        assert [(p.anchors, p.scope) for p in ours.probes] == [(p.anchors, p.scope) for p in theirs.probes]


def test_changed_pack_is_read_again(tmp_path, hollow):
    compiled.keep(tmp_path / "cache")
    pack.load(hollow)
    hollow.write_text(hollow.read_text(encoding="utf-8").replace("miracle", "marvel"), encoding="utf-8")
    rules = pack.load(hollow).rules
    compiled.save()

    assert "overclaim.guarded" not in {rule for rule, _, _ in found(rules)}


def test_pack_with_mistakes_is_not_kept(tmp_path, hollow):
    hollow.write_text(hollow.read_text(encoding="utf-8").replace("warning", "loud"), encoding="utf-8")
    compiled.keep(tmp_path / "cache")
    for _ in range(2):
        with pytest.raises(PackError, match="loud"):
            pack.load(hollow)
    compiled.save()


def test_what_is_kept_of_a_pack_that_was_not_is_nothing(tmp_path):
    compiled.keep(tmp_path)

    assert kept_pack.read(("never", "seen")) is None
    compiled.save()


def test_second_run_of_the_command_reads_no_pack_and_reports_the_same(medlint, tmp_path, monkeypatch):
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "own cache"))
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    first = medlint("check", "--format", "json", "page.txt")
    monkeypatch.setattr(shapes, "load", lambda *_: pytest.fail("a pack was read again"))

    assert medlint("check", "--format", "json", "page.txt").out == first.out


def test_run_without_a_folder_to_write_reports_the_same(medlint, tmp_path, monkeypatch):
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    first = medlint("check", "--format", "json", "page.txt")
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "file" / "cache"))
    done = medlint("check", "--format", "json", "page.txt")

    assert (done.out, done.err) == (first.out, first.err)


def test_shipped_packs_are_the_same_when_kept(tmp_path):
    compiled.keep(tmp_path)
    read = checking.load_rules()
    compiled.save()
    compiled.keep(tmp_path)
    kept = checking.load_rules()
    compiled.save()

    assert kept.sha256 == read.sha256
    assert [[p.anchors for p in rule.probes] for rule in kept.rules] == [
        [p.anchors for p in rule.probes] for rule in read.rules
    ]
