"""How a finding becomes the smallest change, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from medlint.fixing import edits, proof
from medlint.model import CheckedDocument, Finding, Region
from medlint.parsers import parse


def found(document, words, new, rule="grammar.invented", nth=0):
    start = -1
    for _ in range(nth + 1):
        start = document.source_text.index(words, start + 1)
    return Finding(
        path=document.path, rule=rule, label=None, severity="note", needs="wording", message="m", advice="a",
        sources=(), start=start, end=start + len(words), position=document.source_position(start),
        end_position=None, text=words, sentence=words, in_sentence=(0, len(words)), suggestions=(new,),
        fingerprint=f"{rule}{start}", fixable=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "new", "changed", "into"),
    [
        ("Rest in hospital today.", "in hospital", "in the hospital", "hospital", "the hospital"),
        ("A fever,cough.", "fever,cough", "fever, cough", ",", ", "),
        ("Then the nurse has went.", "has went", "has gone", "went", "gone"),
        ("Take the the tablet.", "the the", "the", " the", ""),
        ("You may loose weight.", "loose", "lose", "loose", "lose"),
        ("We are open.", "We", "We all", "We", "We all"),
    ],
)
def test_only_the_words_that_differ_are_changed(text, words, new, changed, into):
    document = parse("page.txt", text.encode())
    (edit,), left = edits.planned(document, [found(document, words, new)])

    assert (document.source_text[edit.start : edit.end], edit.new) == (changed, into)
    assert edits.edited(document.text, [edit]) == text.replace(words, new)
    assert left == {}


def test_of_overlapping_words_the_first_and_longest_are_changed():
    document = parse("page.txt", b"one two three four")
    asked = [
        found(document, "two three", "x", "grammar.c"),
        found(document, "one two", "y", "grammar.b"),
        found(document, "one", "z", "grammar.a"),
        found(document, "four", "w"),
    ]

    chosen, _ = edits.planned(document, asked)

    assert [edit.finding.text for edit in chosen] == ["one two", "four"]
    assert [edit.finding.text for edit in edits.planned(document, asked[::-1])[0]] == ["one two", "four"]


def test_finding_about_the_whole_page_or_of_other_words_has_no_edit():
    document = parse("page.txt", b"one two")
    page = replace(found(document, "one", "x"), start=None, end=None)
    other = replace(found(document, "one", "x"), text="two", fingerprint="other")

    chosen, left = edits.planned(document, [page, other])

    assert chosen == []
    assert set(left.values()) == {edits.NOT_AS_READ}


def checked(document, *findings):
    return document, CheckedDocument(document.path, "", 0, tuple(findings), document=document)


def test_edit_that_leaves_its_finding_or_brings_another_is_refused():
    before, after = parse("page.txt", b"It is one two."), parse("page.txt", b"It is one ten.")
    finding = found(before, "two", "ten")
    chosen, _ = edits.planned(before, [finding])
    there = found(after, "ten", "x")
    other, claim = found(after, "It", "x", "grammar.other"), found(after, "It", "x", "overclaim.other")
    elsewhere = found(after, "It", "x", "grammar.invented")

    def told(*now):
        return proof.problems(checked(before, finding), checked(after, *now), chosen)

    assert told(there) == {0: proof.STAYS}
    assert told(other) == {0: proof.BRINGS_ANOTHER}
    assert told() == told(claim) == told(elsewhere) == {}


def test_edit_that_changes_more_than_its_words_is_refused():
    before, after = parse("page.txt", b"It is one two."), parse("page.txt", b"It was one ten.")
    finding = found(before, "two", "ten")
    chosen, _ = edits.planned(before, [finding])

    assert proof.problems(checked(before, finding), checked(after), chosen) == {0: edits.NOT_AS_READ}


def test_words_that_are_gone_may_be_either_of_the_two():
    assert list(edits._same("a the the b", Region(5, 9)))[:3] == [Region(5, 9), Region(6, 10), Region(4, 8)]
