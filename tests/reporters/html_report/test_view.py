"""What the report shows of a run: every part that a reviewer asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from medlint.model import Document, Failure, Position
from medlint.reporters import RenderOptions
from medlint.reporters.html_report import build, cards, charts, dossier, origin, precision
from tests.reporters.html_report.dossiers import AS_OF, CLINIC, SOBER, checker, run, view
from tests.reporters.reports import CODE, FULL, GUIDE, finding


def test_findings_are_worst_first_and_numbered_through() -> None:
    shown = view({"a.md": CLINIC, "b.txt": "Zelpax cures migraine.\n"})
    cards_ = [card for group in shown.groups for card in group.cards]
    order = ["error", "warning", "note"]

    assert [card.number for card in cards_] == list(range(1, len(cards_) + 1))
    assert [order.index(card.severity) for card in cards_] == sorted(
        order.index(card.severity) for card in cards_
    )


def test_card_holds_words_in_their_sentence_reason_advice_source_and_measured_precision() -> None:
    shown = view({"page.md": CLINIC})
    card = next(c for g in shown.groups for c in g.cards if c.rule == "overclaim.completely-safe")
    right, wrong = precision.measured()["overclaim.completely-safe"]

    assert (card.before, card.words, card.after) == ("Zelpax is ", "completely safe", ".")
    assert card.place == "line 3, column 11"
    assert card.why.startswith("Every treatment")
    assert card.advice.startswith("Say what was measured")
    assert card.sources[0].url.startswith("https://")
    assert card.precision == f"measured: right in {right} of {right + wrong} findings"
    assert card.is_marked


def test_rule_without_measurement_says_so() -> None:
    assert precision.told("house.invented") == "precision not measured"


def test_sober_page_has_no_trigger_and_is_never_called_compliant() -> None:
    shown = view({"page.txt": SOBER})

    assert shown.headline == "No trigger found"
    assert [(need.label, need.number) for need in shown.needs] == [
        ("change", 0), ("evidence", 0), ("judgement", 0), ("addition", 0),
    ]  # fmt: skip
    assert shown.charts == ()


def test_headline_counts_by_what_is_needed() -> None:
    shown = view({"page.txt": "Zelpax is completely safe. Up to 70 percent of people sleep better.\n"})

    assert "to change" in shown.headline
    assert "to prove" in shown.headline


def test_index_has_hash_words_and_counts_of_each_file() -> None:
    rows = {row.path: row for row in view({"b.txt": SOBER, "a.md": CLINIC}).files}

    assert list(rows) == ["a.md", "b.txt"]
    assert rows["a.md"].title == "Zelpax at Hollowbrook"
    assert rows["b.txt"].words == 5
    assert rows["b.txt"].told == "no trigger found"
    assert len(rows["a.md"].sha256) == 64


def test_untold_market_says_which_rules_ran_and_how_to_tell_it() -> None:
    market, audience, day = view({"page.txt": SOBER}).context

    assert (market.value, market.remark) == (
        "not stated",
        "only rules that hold for every market ran; --market sets one",
    )
    assert audience.value == "not stated"
    assert day.value == AS_OF


def test_told_market_and_audience_are_named_in_words(tmp_path: Path) -> None:
    settings = "profile: {market: de, audience: professional}\n"
    market, audience, _ = view({"page.txt": SOBER}, settings, tmp_path).context

    assert (market.value, audience.value) == ("Germany", "health professionals")


def test_against_what_names_version_hashes_and_packs() -> None:
    shown = view({"page.txt": SOBER})
    rows = {row.name: row.value for row in shown.against}

    assert rows["Tool"] == f"medlint {shown.version}"
    assert len(rows["Rules, SHA-256"]) == len(rows["Settings, SHA-256"]) == 64
    assert rows["Library of claims"] == "none was used"
    assert "claims" in {pack.name for pack in shown.packs}


def test_what_did_not_run_is_told_with_its_reason_and_rules(tmp_path: Path) -> None:
    settings = (
        "ignore: [overclaim.completely-safe]\nsecond-reader: {enabled: false}\ngrammar: {engine: 'off'}\n"
    )
    told = {each.why: each.names for each in view({"page.txt": SOBER}, settings, tmp_path).not_checked}

    assert told["left out by the settings (`ignore`)"] == ("overclaim.completely-safe",)
    assert "grammar is off (`grammar.engine`)" in told
    assert "the second reader is off (`second-reader.enabled`)" in told


def test_rules_that_were_not_asked_for_are_told(tmp_path: Path) -> None:
    settings = "select: [statistic]\noverrides: [{files: ['*.md'], ignore: [statistic.ceiling]}]\n"
    told = view({"page.txt": SOBER}, settings, tmp_path).not_checked
    names = next(each.names for each in told if "(`select`)" in each.why)

    assert "overclaim.completely-safe" in names
    assert "statistic.ceiling" not in names
    assert "other rules may have run for *.md" in {each.why for each in told}


def test_rules_of_another_market_are_told() -> None:
    report, given = run({"page.txt": SOBER})
    foreign = replace(given.rules[0], id="zz.foreign", profiles=("tr", "professional"))
    shown = build.view(report, replace(given, rules=(*given.rules, foreign)), RenderOptions())

    assert ("for tr or professional only, which this text is not said to be for", ("zz.foreign",)) in {
        (each.why, each.names) for each in shown.not_checked
    }


def test_failures_and_parts_of_pages_are_told() -> None:
    told = {
        (each.what, each.why)
        for each in build.view(FULL, dossier.of_report(FULL), RenderOptions()).not_checked
    }

    assert ("leaflets/zelpax für alle.md", "3 images without text") in told
    assert any(what == "old/scan.txt" and "Save it as UTF-8" in why for what, why in told)
    assert any(what == "the run" and why.startswith("grammar.languagetool: ") for what, why in told)


def test_claims_ledger_has_support_and_gap() -> None:
    claims = {claim.text: claim for claim in view({"page.md": CLINIC}).tables[0].claims}
    cited = claims["Up to 70 percent of the people who take it sleep better [1]."]
    bare = claims["Zelpax is completely safe."]

    assert cited.kinds == ("figure", "wording")
    assert (cited.support, cited.gap) == ("[1]", "wording")
    assert (bare.support, bare.gap) == ("", "no source")
    assert [each.rule for each in bare.findings] == ["overclaim.completely-safe"]


def test_sentence_of_effect_is_a_claim_without_any_finding() -> None:
    shown = view({"page.txt": "The tablets reduce the pressure in the eye.\n"})

    assert [(claim.kinds, claim.findings) for claim in shown.tables[0].claims] == [(("effect",), ())]


@pytest.mark.parametrize(
    "sentence", ["Do the tablets reduce pain?", "The tablets do not cure asthma.", "The tablets are white."]
)
def test_question_denial_and_description_are_no_claims_of_effect(sentence: str) -> None:
    assert view({"page.txt": f"{sentence}\n"}).tables[0].claims == ()


def test_link_of_a_claim_is_shown_where_it_may_be_followed() -> None:
    text = "Zelpax helps 6 of 10 people ([study](https://example.org/study/7), [no](javascript:alert))\n"
    (claim,) = view({"page.md": text}).tables[0].claims

    assert [(link.title, link.url) for link in claim.links] == [("study", "https://example.org/study/7")]


def test_every_number_is_in_a_table() -> None:
    tables = view({"page.md": CLINIC}).tables[0]
    figures = {figure.number: figure for figure in tables.figures}
    others = {other.number: other for other in tables.others}

    assert figures["70 percent"].read_as.startswith("up to, percentage")
    assert figures["70 percent"].is_supported
    assert "6 of 10" in figures
    assert "2009" in others
    assert others["2009"].lines == "8"


def test_number_that_stands_often_is_told_once_with_its_lines() -> None:
    text = "\n\n".join(["Call 555-0100."] * 15) + "\n"
    (other,) = view({"page.txt": text}).tables[0].others

    assert (other.number, other.times) == ("555-0100", 15)
    assert other.lines.endswith(" …")


def test_allowances_of_the_text_and_of_the_settings_are_listed(tmp_path: Path) -> None:
    text = (
        "<!-- medlint: allow overclaim.completely-safe -- quoted from an old poster -->\n"
        "Zelpax is completely safe.\n\n"
        "<!-- medlint: allow overclaim.painless -- left over -->\nTake one tablet.\n\n"
        "<!-- medlint: allow-start overclaim -->\n\nIt is safe.\n\n<!-- medlint: allow-end overclaim -->\n"
    )
    settings = (
        "allow: [{rule: overclaim, words: miracle garden, reason: the name of a house}]\n"
        "words: {accept: [Lunavee]}\n"
    )
    rows = {(row.rules, row.state): row for row in view({"page.md": text}, settings, tmp_path).allowances}

    assert rows["overclaim.completely-safe", "in force"].reason == "quoted from an old poster"
    assert rows["overclaim.completely-safe", "in force"].place == "page.md, line 1"
    assert rows["overclaim.painless", "unused"].reason == "left over"
    assert rows["overclaim", "void: no reason"].place == "page.md, line 7"
    assert rows["overclaim", "unused"].words == "“miracle garden”"
    assert rows["all rules", "in force"].words == "“Lunavee”"
    assert len(rows) == 5


def test_allowance_that_ends_soon_stands_first_with_its_author_and_end() -> None:
    text = (
        "<!-- medlint: allow overclaim.completely-safe -- an old poster "
        "(by Ada Example, until 2026-12-01) -->\nZelpax is completely safe.\n"
    )
    (row,) = view({"page.md": text}).allowances

    assert (row.state, row.reason, row.remark) == (
        "ends soon",
        "an old poster",
        "by Ada Example, until 2026-12-01",
    )


def test_findings_that_a_baseline_knows_are_told() -> None:
    report, given = run({"page.txt": "Zelpax is completely safe.\n"})
    (document,) = report.documents
    known = replace(document, findings=(), known=document.findings)
    told = build.view(replace(report, documents=(known,)), given, RenderOptions()).not_checked

    assert ("page.txt", ("overclaim.completely-safe",)) in {(each.what, each.names) for each in told}


def test_lacking_parts_of_a_page_are_listed_with_what_to_add() -> None:
    shown = build.view(FULL, dossier.of_report(FULL), RenderOptions())

    assert [(lack.rule, lack.advice) for lack in shown.lacks] == [
        ("document.no-risks", "Add the common and the serious harms, with their numbers.")
    ]


def test_asked_severity_hides_the_rest_and_says_so() -> None:
    report, given = run({"page.md": CLINIC})
    shown = build.view(report, given, RenderOptions(show="error"))

    assert {card.severity for group in shown.groups for card in group.cards} == {"error"}
    assert "warning" in shown.hidden


def test_charts_have_a_bar_for_each_kind_and_file() -> None:
    kinds, files = view({"a.md": CLINIC, "b.txt": SOBER}).charts

    assert "overclaim" in [bar.label for bar in kinds.bars]
    assert [(bar.label, bar.told != "no trigger found") for bar in files.bars] == [
        ("a.md", True),
        ("b.txt", False),
    ]
    assert max(start + width for bar in kinds.bars for _, start, width in bar.parts) == pytest.approx(
        100, abs=0.1
    )


def test_chart_of_many_files_shows_the_worst_and_says_how_many_there_are() -> None:
    keys = {f"{number:03}.md": f"p{number}" for number in range(30)}
    found = replace(finding("Zelpax is completely safe.", "completely safe"), path="029.md")
    chart = charts.charts([found], keys)[1]

    assert len(chart.bars) == 20
    assert chart.bars[0].label == "029.md"
    assert chart.remark == "The 20 files with most findings; section 1 lists all 30."


def test_changed_file_is_not_shown_in_place_of_the_checked_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("kept.txt", "changed.txt", "gone.txt"):
        Path(name).write_text(SOBER, encoding="utf-8")
    report, _ = run(dict.fromkeys(("kept.txt", "changed.txt", "gone.txt"), SOBER))
    Path("changed.txt").write_text("Something else.\n", encoding="utf-8")
    Path("gone.txt").unlink()
    forgotten = tuple(replace(document, document=None) for document in report.documents)
    report = replace(report, documents=forgotten)
    shown = build.view(report, dossier.gather(report, checker()), RenderOptions())

    assert [page.path for page in shown.pages] == ["kept.txt"]
    assert {row.path: row.has_text for row in shown.files} == {
        "changed.txt": False, "gone.txt": False, "kept.txt": True,
    }  # fmt: skip


def test_report_alone_names_no_settings_and_still_has_a_command() -> None:
    shown = build.view(FULL, dossier.of_report(FULL), RenderOptions(show="warning"))

    assert {row.name: row.value for row in shown.against}["Settings"] == "not stated"
    assert shown.command == (
        "medlint report 'leaflets/zelpax für alle.md' visit.txt --as-of 2026-11-24 --severity warning"
    )


def test_hash_to_sign_is_the_hash_of_the_report_in_json() -> None:
    import hashlib

    from medlint.reporters import json

    assert origin.hash_to_sign(FULL, RenderOptions(width=40)) == (
        hashlib.sha256(json.render(FULL, RenderOptions()).encode()).hexdigest()
    )


def test_cited_sources_are_counted_and_unsafe_addresses_dropped() -> None:
    bad = replace(GUIDE, title="Bad", url="javascript:alert(1)")
    found = [
        replace(finding("Zelpax is safe.", "safe"), sources=sources)
        for sources in ((GUIDE, bad), (CODE, GUIDE))
    ]

    assert [(each.title, each.url, each.findings) for each in origin.cited(found)] == [
        (GUIDE.title, GUIDE.url, 2), ("Bad", "", 1), (CODE.title, CODE.url, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "url", ["javascript:x()", "data:text/html,x", "https://[", "file:///x", "https://", ""]
)
def test_address_that_is_none_of_the_web_is_not_followed(url: str) -> None:
    assert not cards.is_web(url)


@pytest.mark.parametrize(
    ("position", "told"),
    [
        (None, "the whole page"),
        (Position(3, 4), "line 3, column 4"),
        (Position(1, 1, page=2, paragraph=5), "page 2, paragraph 5"),
        (Position(1, 1, slide=7), "slide 7"),
    ],
)
def test_place_is_told_as_the_format_counts(position: Position | None, told: str) -> None:
    assert cards.told_place(position) == told


def test_doubt_state_and_long_words_are_told_on_the_card() -> None:
    words = "very " * 400 + "safe"
    found = replace(
        finding(f"It is {words}.", words), path="page.txt", doubt="it may be meant", state="known"
    )
    report, given = run({"page.txt": SOBER})
    document = replace(report.documents[0], findings=(found,))
    card = build.view(replace(report, documents=(document,)), given, RenderOptions()).groups[0].cards[0]

    assert (card.doubt, card.state) == ("it may be meant", "known")
    assert len(card.words) < 900
    assert " … " in card.words


def test_endless_sentence_is_cut_around_the_words() -> None:
    sentence = "word " * 300 + "completely safe" + " word" * 300
    report, given = run({"page.txt": SOBER})
    found = replace(finding(sentence, "completely safe"), path="page.txt")
    document = replace(report.documents[0], findings=(found,))
    shown = build.view(replace(report, documents=(document,)), given, RenderOptions())
    card = shown.groups[0].cards[0]

    assert card.before.startswith("… word")
    assert card.words == "completely safe"
    assert card.after.endswith("word …")
    assert len(card.before) + len(card.after) < 900


def test_unreadable_file_is_a_failure_and_no_page() -> None:
    report, given = run({"page.txt": SOBER})
    shown = build.view(
        replace(report, failures=(Failure("x.txt", "document", "cannot be read"),)), given, RenderOptions()
    )

    assert ("x.txt", "cannot be read") in {(each.what, each.why) for each in shown.not_checked}
    assert all(isinstance(page, Document) for page in given.documents.values())
