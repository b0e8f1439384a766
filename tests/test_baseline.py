from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint import baseline, baseline_file
from medlint.baseline_file import Baseline, Entry, Page
from medlint.errors import UsageError
from medlint.model import Document, Report
from medlint.pairing import Sketch
from tests.pages import FAULTY, FRESH, SOBER, by_page, edited, own, pages, text
from tests.real import page, real, real_by_all

EMPTY = Baseline(Path.cwd())
MORE = " ".join(SOBER[:6])


def gone(_: str) -> bool:
    return False


def there(_: str) -> bool:
    return True


def made_of(*documents: Document) -> Baseline:
    """Return the baseline of these pages, as it comes back from its file."""
    return baseline.written(real(*documents), EMPTY, gone)


def new(report: Report, known: Baseline, exists=gone) -> list[str]:
    """Return the words of what is new."""
    return [each.text for each in baseline.apply(report, known, exists).report.findings]


def test_what_is_in_the_baseline_is_left_out_and_counted():
    known = made_of(page("Zelpax is completely safe."))
    applied = baseline.apply(real(page("Zelpax is completely safe. A miracle!")), known, there)

    assert [each.text for each in applied.report.findings] == ["miracle"]
    assert [(each.text, each.state) for each in applied.report.documents[0].known] == [
        ("completely safe", "known")
    ]
    assert applied.stale == {}


@pytest.mark.parametrize(
    "after",
    [
        "Zelpax is\ncompletely\nsafe.",
        "# A title\n\nSome words. Zelpax is completely safe. More words.",
        "- Zelpax is **completely** safe.",
    ],
)
def test_wrapping_capitals_markup_and_other_sentences_make_nothing_new(after):
    assert new(real(page(after)), made_of(page("Zelpax is completely safe."))) == []


@pytest.mark.parametrize(
    "after",
    [
        "Zelpax is completely safe, they say.",
        "Velorin is completely safe.",
        "Zelpax is completely safe. Zelpax is completely safe.",
    ],
)
def test_another_sentence_or_one_more_of_it_is_new(after):
    assert new(real(page(after)), made_of(page("Zelpax is completely safe."))) == ["completely safe"]


def test_a_renamed_page_keeps_its_entries_though_it_was_edited():
    known = made_of(page(f"Zelpax is completely safe. {MORE}", "old.md"))
    applied = baseline.apply(real(page(f"Hello. Zelpax is completely safe. {MORE}", "new.md")), known, gone)

    assert applied.report.findings == ()
    assert applied.stale == {}
    assert applied.renamed == {"old.md": "new.md"}


def test_two_pages_that_change_names_are_told_apart():
    first, second = f"{FAULTY[0]} {' '.join(SOBER[:5])}", f"{FAULTY[1]} {' '.join(SOBER[5:])}"
    known = made_of(page(first, "a.md"), page(second, "b.md"))

    assert new(real(page(second, "a.md"), page(first, "b.md")), known) == []


def test_a_copy_of_a_page_that_is_still_there_is_new():
    known = made_of(page(f"{FAULTY[0]} {MORE}", "a.md"))

    assert new(real(page(f"{FAULTY[0]} {MORE}", "copy.md")), known, there) == ["completely safe"]
    both = real(page(f"{FAULTY[0]} {MORE}", "a.md"), page(f"{FAULTY[0]} {MORE}", "copy.md"))
    assert new(both, known, there) == ["completely safe"]


def test_a_sentence_on_another_page_is_new():
    known = made_of(page(FAULTY[0], "a.md"), page(MORE, "b.md"))

    assert new(real(page(MORE, "a.md"), page(f"{MORE} {FAULTY[0]}", "b.md")), known) == ["completely safe"]


def test_what_is_needed_no_more_is_stale():
    known = made_of(page(f"Zelpax is completely safe. A miracle! {MORE}", "a.md"), page("A miracle!", "b.md"))
    applied = baseline.apply(real(page(f"A miracle! {MORE}", "a.md")), known, gone)

    assert {name: [each.text for each in entries] for name, entries in applied.stale.items()} == {
        "a.md": ["completely safe"],
        "b.md": ["miracle"],
    }
    assert baseline.told(applied.stale) == (
        "2 entries are needed no more (a.md 1, b.md 1); `medlint baseline prune` takes them out"
    )


def test_pages_that_were_not_checked_are_not_stale():
    known = made_of(page("A miracle!", "a.md"), page("A miracle!", "b.md"))

    assert baseline.apply(real(page("A miracle!", "a.md")), known, there).stale == {}


def test_entries_of_rules_that_did_not_run_are_not_stale():
    known = made_of(page("A miracle!", "a.md"))
    report = real(page("Sober words.", "a.md"))
    narrow = replace(report, documents=(replace(report.documents[0], rules=("grammar.a-or-an",)),))

    assert baseline.apply(narrow, known, there).stale == {}
    assert list(baseline.apply(report, known, there).stale) == ["a.md"]


def test_nothing_stale_is_nothing_told():
    assert baseline.told({}) == ""
    assert baseline.told({"a.md": (Entry("1", "r", "t"),)}).startswith("1 entry is needed no more (a.md 1);")


def test_writing_again_keeps_pages_that_were_not_checked():
    first = made_of(page("A miracle!", "a.md"), page("A miracle!", "b.md"))
    second = baseline.written(real(page("Zelpax is completely safe.", "a.md")), first, there)

    assert {name: [each.text for each in entry.entries] for name, entry in second.pages.items()} == {
        "a.md": ["completely safe"],
        "b.md": ["miracle"],
    }


def test_writing_again_forgets_pages_that_are_gone():
    first = made_of(page("A miracle!", "a.md"), page("Zelpax is completely safe.", "b.md"))

    assert list(baseline.written(real(page("A miracle!", "a.md")), first, gone).pages) == ["a.md"]


def test_pruning_takes_out_what_is_stale_and_follows_names():
    known = made_of(
        page(f"Zelpax is completely safe. A miracle! {MORE}", "old.md"), page("A miracle!", "b.md")
    )
    applied = baseline.apply(real(page(f"A miracle! {MORE}", "new.md")), known, gone)
    left = baseline.pruned(known, applied)

    assert {name: [each.text for each in entry.entries] for name, entry in left.pages.items()} == {
        "new.md": ["miracle"]
    }


@pytest.mark.slow
class TestProperty:
    """200 random small edits: no old finding comes back as new, and every really new one does."""

    @settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def test_only_what_is_new_is_shown(self, data: st.DataObject) -> None:
        site = {f"{name}.md": data.draw(pages(name)) for name in "abc"[: data.draw(st.integers(1, 3))]}
        before = real_by_all(*(page(text(name, each, 80), name) for name, each in site.items()))
        known = baseline.written(before, EMPTY, gone)

        names = data.draw(st.permutations([*site, "d.md", "e.md"]))[: len(site)]
        renamed = dict(zip(site, names if data.draw(st.booleans()) else site, strict=False))
        after = real_by_all(
            *(
                page(text(old, data.draw(edited(each)), data.draw(st.integers(20, 120))), renamed[old])
                for old, each in site.items()
            )
        )
        shown = baseline.apply(after, known, lambda name: name in renamed.values())

        found, old = by_page(shown.report), by_page(before)
        for name, present in by_page(after).items():
            origin = next(was for was, now in renamed.items() if now == name)
            assert found[name] == present - old[origin], (origin, name)


@pytest.mark.parametrize("sentence", [*FAULTY, *FRESH])
def test_the_sentences_of_the_property_have_findings(sentence):
    assert [each.sentence for each in real_by_all(page(sentence)).findings if each.sentence]


@pytest.mark.parametrize("sentence", [*SOBER, *own("a")])
def test_the_sober_sentences_of_the_property_have_none(sentence):
    assert [each.text for each in real_by_all(page(sentence)).findings if each.sentence] == []


class TestFile:
    def test_a_baseline_comes_back_as_it_was_written(self, tmp_path):
        known = replace(made_of(page(f"Zelpax is completely safe. {MORE}", "für alle/a.md")), folder=tmp_path)
        (tmp_path / "b.json").write_text(baseline_file.text(known), encoding="utf-8")

        assert baseline_file.read(tmp_path / "b.json") == known

    def test_a_finding_has_a_line_of_its_own(self):
        known = Baseline(Path("/x"), {"a.md": Page(Sketch(("0a", "1b")), (Entry("ff", "r.a", "“so”"),))})

        assert baseline_file.text(known) == (
            '{\n  "medlint_baseline": 1,\n  "pages": {\n    "a.md": {\n      "sketch": "0a 1b",\n'
            '      "findings": [\n        ["ff", "r.a", "\\u201cso\\u201d"]\n      ]\n    }\n  }\n}\n'
        )

    def test_an_empty_baseline_is_read(self, tmp_path):
        (tmp_path / "b.json").write_text(baseline_file.text(Baseline(tmp_path)), encoding="utf-8")

        assert baseline_file.read(tmp_path / "b.json").pages == {}

    @pytest.mark.parametrize(
        ("written", "problem"),
        [
            (None, "there is no such baseline; `medlint baseline write PATH` writes it anew"),
            (b"\xff", "is not UTF-8"),
            (b'{\n"a": <<<<<<< HEAD', "b.json:2:6: is not JSON (expecting value), perhaps after a merge"),
            (b"[]", "is no baseline of this version of medlint"),
            (b'{"medlint_baseline": 2}', "is no baseline of this version of medlint"),
            (b'{"medlint_baseline": 1}', "is no sound baseline"),
            (
                b'{"medlint_baseline": 1, "pages": {"a": {"sketch": "", "findings": [1]}}}',
                "is no sound baseline",
            ),
            (b'{"medlint_baseline": 1, "pages": []}', "is no sound baseline"),
        ],
    )
    def test_what_is_no_baseline_is_told(self, tmp_path, written, problem):
        if written is not None:
            (tmp_path / "b.json").write_bytes(written)
        with pytest.raises(UsageError) as caught:
            baseline_file.read(tmp_path / "b.json")

        assert problem in str(caught.value)
        assert "b.json" in str(caught.value)

    def test_a_folder_is_no_baseline(self, tmp_path):
        with pytest.raises(UsageError, match="cannot be read: is a directory"):
            baseline_file.read(tmp_path)

    def test_paths_count_from_the_folder_of_the_file(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "a.md").touch()

        assert Baseline(tmp_path / "site").name("site/a.md") == "a.md"
        assert Baseline(tmp_path / "x").name("site/a.md") == "../site/a.md"
        assert baseline.is_file_beside(Path("site/b.json"))("a.md")
        assert not baseline.is_file_beside(Path("site/b.json"))("b.md")
