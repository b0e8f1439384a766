import re
from pathlib import Path
from typing import Any

import pytest

from medlint import settings
from medlint.allowances import ALLOWANCE_RULES, Applied, apply, unused_in_settings
from medlint.directives import directives
from medlint.model import Anchors, Comment, Document, Finding, Region
from medlint.parsers import markdown, plain
from medlint.rule import Rule
from medlint.settings import Settings

KNOWN = ("overclaim.completely-safe", "overclaim.cure", "statistic.ceiling", "document.no-risks")
BAD = "medlint.bad-allowance: This remark to medlint cannot be followed: "
WORDS = {"completely safe": KNOWN[0], "cures": KNOWN[1], "up to 70 percent": KNOWN[2]}


def page(source: str) -> Document:
    """Return a page as its parser reads it: Markdown where remarks are HTML comments, else plain text."""
    parser = markdown if "<!--" in source else plain
    return parser.parse("page.md", source, "")


def finding(document: Document, rule: str, region: Region | None) -> Finding:
    text, sentence, inside, start, end = "", "", (0, 0), None, None
    if region is not None:
        around = document.sentence_at(region.start)
        text, sentence = document.text[region.start : region.end], around.text
        inside = (region.start - around.region.start, region.end - around.region.start)
        start, end = document.source(region)
    return Finding(
        document.path, rule, None, "error", "wording", "", "", (), start, end, None, None, text, sentence,
        inside, (), "",
    )  # fmt: skip


def findings(document: Document) -> list[Finding]:
    """Return a finding for each of `WORDS`."""
    return [
        finding(document, rule, Region(found.start(), found.end()))
        for words, rule in WORDS.items()
        for found in re.finditer(words, document.text)
    ]


def run(source: str, values: dict[str, Any] | None = None, **options: Any) -> Applied:
    document = page(source)
    return apply(document, findings(document), made(values or {}), KNOWN, **options)


def made(values: dict[str, Any]) -> Settings:
    return settings.with_command_line(settings.default(Path.cwd()), values)


def kept(applied: Applied) -> list[str]:
    return [found.text for found in applied.kept]


def told(applied: Applied) -> list[str]:
    by_id = {rule.id: rule for rule in ALLOWANCE_RULES}
    return [
        f"{problem.rule}: {by_id[problem.rule].message.format_map({'text': problem.text, **problem.words})}"
        for problem in applied.problems
    ]


@pytest.mark.parametrize(
    "source",
    [
        "Zelpax is completely safe. <!-- medlint: allow overclaim.completely-safe -- poster -->",
        "<!-- medlint: allow overclaim.completely-safe -- poster --> Zelpax is completely safe.",
        "Zelpax <!-- medlint: allow overclaim -- poster --> is\nnew and completely safe.",
        "<!-- medlint: allow overclaim.completely-safe -- poster -->\nZelpax is completely safe.",
        "<!-- medlint: allow overclaim. -- poster -->\n\nZelpax is completely safe.",
        "<!--\n  medlint: allow overclaim\n  -- poster\n-->\nZelpax is completely safe.",
        "<!-- Medlint:allow overclaim.completely-safe—poster -->\nZelpax is completely safe.",
        "<!-- medlint: allow statistic, overclaim -- poster -->\nup to 70 percent, completely safe",
        "medlint: allow overclaim.completely-safe -- poster\nZelpax is completely safe.",
        "<!-- medlint: allow-file overclaim -- poster -->\n\nHello.\n\nZelpax is completely safe.",
        "Zelpax is completely safe.\n\n<!-- medlint: allow-file overclaim -- poster -->",
        (
            "<!-- medlint: allow-start overclaim -- poster -->\n\nZelpax is completely safe.\n\nIt cures.\n\n"
            "<!-- medlint: allow-end overclaim -->"
        ),
        (
            "<!-- medlint: allow-start overclaim -- poster -->\n\nZelpax is completely safe.\n\n"
            "<!-- medlint: allow-end -->"
        ),
        (
            "<!-- medlint: allow-start overclaim, statistic -- poster -->\n\n"
            "up to 70 percent, completely safe\n\n"
            "<!-- medlint: allow-end statistic -->\n\nIt cures.\n\n<!-- medlint: allow-end overclaim -->"
        ),
    ],
)
def test_an_allowance_with_a_reason_allows(source: str) -> None:
    applied = run(source)

    assert kept(applied) == []
    assert "completely safe" in [each.finding.text for each in applied.allowed]
    assert told(applied) == []


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (
            "<!-- medlint: allow overclaim -- poster -->\nZelpax is completely safe.\n\nIt cures.",
            ["cures"],
        ),
        (
            "It cures.\n\n<!-- medlint: allow overclaim -- poster -->\n\nZelpax is completely safe.",
            ["cures"],
        ),
        (
            "Zelpax is completely safe and cures. <!-- medlint: allow overclaim.cure -- it does -->",
            [KNOWN[0]],
        ),
        (
            (
                "It cures.\n\n<!-- medlint: allow-start overclaim -- poster -->\n\n"
                "Zelpax is completely safe.\n\n"
                "<!-- medlint: allow-end overclaim -->\n\nup to 70 percent"
            ),
            ["cures", "up to 70 percent"],
        ),
    ],
)
def test_an_allowance_allows_no_more_than_it_says(source: str, left: list[str]) -> None:
    applied = run(source)

    found = {text for finding in applied.kept for text in (finding.text, finding.rule)}
    assert set(left) <= found
    assert len(applied.kept) == len(left)
    assert told(applied) == []


@pytest.mark.parametrize(
    ("remark", "problem"),
    [
        (
            "allow overclaim",
            "medlint.no-reason: The allowance of overclaim gives no reason, so it allows nothing.",
        ),
        (
            "allow-file overclaim, statistic --",
            "medlint.no-reason: The allowance of overclaim, statistic gives no reason, so it allows nothing.",
        ),
        (
            "allow overclaim.completely-save -- poster",
            ("medlint.unknown-rule: No rule is called “overclaim.completely-save”,"
            " did you mean 'overclaim.completely-safe'?"),
        ),
        ("allow banana -- poster", "medlint.unknown-rule: No rule is called “banana”."),
        (
            "allow statistic -- poster",
            "medlint.unused-allowance: Nothing here needs the allowance of statistic.",
        ),
        (
            "allow-file statistic -- poster",
            "medlint.unused-allowance: Nothing here needs the allowance of statistic.",
        ),
        (
            "allow-start overclaim -- poster",
            "medlint.unclosed-range: The range that allows overclaim is never closed, so it allows nothing.",
        ),
        (
            "allow-end overclaim",
            (BAD + "no range that allows overclaim is open here."),
        ),
        (
            "permit overclaim -- poster",
            (BAD + "it begins with none of allow, allow-file, allow-start, allow-end."),
        ),
        (
            "-- poster",
            (BAD + "it begins with none of allow, allow-file, allow-start, allow-end."),
        ),
        ("allow -- poster", BAD + "it names no rule."),
        (
            "allow overclaim.cure overclaim.completely-safe -- poster",
            (BAD + "“overclaim.cure"
            " overclaim.completely-safe” is no name of a rule; part names by commas."),
        ),
        (
            "allow medlint.no-reason -- poster",
            (BAD + "what medlint says of allowances cannot be allowed."),
        ),
    ],
)  # fmt: skip
def test_a_faulty_allowance_is_told_and_allows_nothing(remark: str, problem: str) -> None:
    source = f"<!-- medlint: {remark} -->\nZelpax is completely safe."

    applied = run(source)

    assert kept(applied) == ["completely safe"]
    assert told(applied) == [problem]
    assert source[applied.problems[0].start : applied.problems[0].end] == source.partition("\n")[0]


def test_a_missing_colon_is_told() -> None:
    applied = run("<!-- medlint allow overclaim -- poster -->\nZelpax is completely safe.")

    assert kept(applied) == ["completely safe"]
    assert told(applied) == [(BAD + "the colon behind “medlint” is missing.")]


@pytest.mark.parametrize("remark", ["a note to medlint: allow overclaim", "TODO", "medlint is used here", ""])
def test_other_remarks_are_passed_over(remark: str) -> None:
    assert told(run(f"<!-- {remark} -->\nZelpax is completely safe.")) == []


def test_a_range_opened_twice_is_told() -> None:
    start = "<!-- medlint: allow-start overclaim -- poster -->"

    applied = run(f"{start}\n\n{start}\n\nIt cures.\n\n<!-- medlint: allow-end overclaim -->")

    assert kept(applied) == []
    assert told(applied) == [(BAD + "a range that allows overclaim is open already.")]


def test_the_sound_names_of_a_remark_still_allow() -> None:
    applied = run("<!-- medlint: allow banana, overclaim -- poster -->\nIt cures.")

    assert kept(applied) == []
    assert told(applied) == ["medlint.unknown-rule: No rule is called “banana”."]


def test_an_allowance_behind_all_blocks_is_unused() -> None:
    applied = run("It cures.\n\n<!-- medlint: allow overclaim -- poster -->")

    assert kept(applied) == ["cures"]
    assert told(applied) == ["medlint.unused-allowance: Nothing here needs the allowance of overclaim."]


def test_an_allowance_of_a_rule_that_did_not_run_is_not_called_unused() -> None:
    source = "<!-- medlint: allow overclaim.cure, statistic -- poster -->\nHello."

    assert told(run(source, active=["statistic.ceiling"])) == [
        "medlint.unused-allowance: Nothing here needs the allowance of statistic."
    ]


def test_reasons_can_be_made_optional() -> None:
    applied = run("<!-- medlint: allow overclaim -->\nIt cures.", {"allowances": {"require-reason": False}})

    assert kept(applied) == []
    assert told(applied) == []


def test_all_cells_of_a_row_are_on_its_line() -> None:
    rows = (
        "<!-- medlint: allow overclaim -- poster -->\n\n| a | completely safe |\n|---|---|\n| b | cures |\n"
    )

    assert kept(run(rows)) == ["cures"]


@pytest.mark.parametrize(("form", "left"), [("allow", 1), ("allow-file", 0)])
def test_only_the_whole_file_allows_what_is_about_the_page(form: str, left: int) -> None:
    document = page(f"<!-- medlint: {form} document.no-risks -- a list of names -->\nHollowbrook")
    about_page = finding(document, "document.no-risks", None)

    assert len(apply(document, [about_page], made({}), KNOWN).kept) == left


def test_what_medlint_says_itself_cannot_be_allowed() -> None:
    document = page("<!-- medlint: allow-file medlint -- no -->\nHollowbrook")
    own = finding(document, "medlint.no-reason", Region(0, 11))
    values = {"words": {"accept": ["Hollowbrook"]}}

    assert apply(document, [own], made(values), KNOWN).kept == (own,)


class TestSettings:
    """Words that may stand wherever they are."""

    @pytest.mark.parametrize(
        ("words", "source"),
        [
            ("completely safe", "Zelpax is completely safe."),
            ("Completely-Safe Hands", "The completely safe hands award went to Hollowbrook."),
            ("safe", "Zelpax is completely safe."),
        ],
    )
    def test_words_around_or_inside_the_finding_allow_it(self, words: str, source: str) -> None:
        values = {"allow": [{"rule": "overclaim", "words": words, "reason": "an award"}]}

        applied = run(source, values)

        assert kept(applied) == []
        assert applied.used == {0}

    @pytest.mark.parametrize(
        "entry",
        [
            {"rule": "statistic", "words": "completely safe"},
            {"rule": "overclaim", "words": "completely sa"},
            {"rule": "overclaim", "words": "completely safe hands"},
            {"rule": "overclaim", "words": "completely safe", "files": ["*.html"]},
        ],
    )
    def test_others_do_not(self, entry: dict[str, object]) -> None:
        applied = run("Zelpax is completely safe.", {"allow": [{**entry, "reason": "an award"}]})

        assert kept(applied) == ["completely safe"]
        assert applied.used == frozenset()

    def test_apostrophes_are_folded(self) -> None:
        document = page("The world’s best")
        found = finding(document, "overclaim.cure", Region(4, 16))
        values = {"allow": [{"rule": "overclaim", "words": "World's Best", "reason": "a title"}]}

        assert apply(document, [found], made(values), KNOWN).kept == ()

    def test_accepted_words_are_counted_apart(self) -> None:
        applied = run("Completely Safe Hands is completely safe.", {"words": {"accept": ["completely safe"]}})

        assert kept(applied) == []
        assert [found.text for found in applied.accepted] == ["completely safe"]

    def test_accepted_words_must_hold_all_that_is_flagged(self) -> None:
        assert kept(run("Zelpax is completely safe.", {"words": {"accept": ["safe"]}})) == ["completely safe"]

    def test_what_a_whole_run_did_not_need_is_told_with_its_place(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        path = tmp_path / "medlint.yaml"
        path.write_text("allow:\n  - {rule: a, words: b, reason: c}\n  - {rule: d, words: e, reason: f}\n")

        assert [str(mistake) for mistake in unused_in_settings(settings.read(path), [0])] == [
            "medlint.yaml:3:5: allow: this allowance allows nothing"
        ]


def examples() -> list[Any]:
    return [
        pytest.param(rule, text, id=f"{rule.id}-{kind}-{index}")
        for rule in ALLOWANCE_RULES
        for kind in ("bad", "good")
        for index, text in enumerate(getattr(rule, kind))
    ]


@pytest.mark.parametrize(("rule", "text"), examples())
def test_the_examples_of_the_rules_hold(rule: Rule, text: str) -> None:
    marked = re.search(r"\[\[(.*?)\]\]", text)
    plain = text.replace("[[", "").replace("]]", "")

    found = run(plain, as_of="2026-11-24").problems
    problems = [problem for problem in found if problem.rule == rule.id]

    expected = [marked[1]] if marked else []
    assert [plain[problem.start : problem.end] for problem in problems] == expected


def test_the_remark_may_come_with_its_marks() -> None:
    source = "<!-- medlint: allow overclaim -- poster -->"
    comment = Comment(source, 0, len(source), 0)
    document = Document("page.md", "", (), Anchors((), (), (), 0), source, "", comments=(comment,))

    (found,) = directives(document)

    assert (found.form, found.names, found.reason) == ("allow", ("overclaim",), "poster")


def test_the_remark_may_come_without_its_address() -> None:
    source = "<!-- medlint: allow overclaim -- poster -->"
    comment = Comment("allow overclaim -- poster", 0, len(source), 0)
    document = Document("page.md", "", (), Anchors((), (), (), 0), source, "", comments=(comment,))

    (found,) = directives(document)

    assert (found.form, found.names, found.reason) == ("allow", ("overclaim",), "poster")
