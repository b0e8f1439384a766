"""Reports made by hand, with what is hard to show."""

from dataclasses import replace
from typing import Any

from medlint.model import CheckedDocument, Failure, Finding, Position, Report, Source, Tool

GUIDE = Source("guide", "Invented Board: Guide to fair words, 2024", "https://example.org/guide/fair-words")
CODE = Source("code", "Invented Code, clause 4", "https://example.org/code#4")
TOOL = Tool(version="0.1.0", rules_hash="aa11", settings_hash="bb22", as_of="2026-11-24")


def finding(sentence: str, words: str, line: int = 1, **given: Any) -> Finding:
    """Return a finding on `words` of a sentence that begins at column 1 of its line."""
    start = sentence.index(words)
    values: dict[str, Any] = {
        "path": "page.md",
        "rule": "overclaim.completely-safe",
        "label": "overclaim.safety",
        "severity": "error",
        "needs": "wording",
        "message": f"“{words}” promises complete safety, which no treatment can keep.",
        "advice": "Say what was measured, and in how many people.",
        "sources": (GUIDE,),
        "start": 1000 * line + start,
        "end": 1000 * line + start + len(words),
        "position": Position(line, start + 1),
        "end_position": Position(line, start + len(words) + 1),
        "text": words,
        "sentence": sentence,
        "in_sentence": (start, start + len(words)),
        "suggestions": (),
        "fingerprint": f"{line:04}{start:04}",
    }
    return Finding(**(values | given))


def page_finding(**given: Any) -> Finding:
    """Return a finding about the page as a whole."""
    values: dict[str, Any] = {
        "rule": "document.no-risks",
        "label": "document.no-risks",
        "severity": "warning",
        "needs": "addition",
        "message": "The page names no risk of the treatment it describes.",
        "advice": "Add the common and the serious harms, with their numbers.",
        "start": None,
        "end": None,
        "position": None,
        "end_position": None,
        "fingerprint": "page",
    }
    return finding("", "", **(values | given))


def document(
    path: str, *findings: Finding, words: int = 120, not_checked: tuple[str, ...] = ()
) -> CheckedDocument:
    """Return a checked document with these findings, which get its path."""
    placed = tuple(replace(each, path=path) for each in findings)
    return CheckedDocument(path, "c0ffee" + "0" * 58, words, placed, not_checked)


def report(*documents: CheckedDocument, failures: tuple[Failure, ...] = ()) -> Report:
    """Return a report of these documents."""
    return Report(tuple(sorted(documents, key=lambda each: each.path)), failures, TOOL)


_CEILING = "Up to 70 percent of the people who take Zelpax sleep through the night within a week."
_SAFE = "👩‍⚕️ 漢方 and Zelpax are completely safe for adults, children and pets."
_BEST = "At Hollowbrook Clinic you get the very best care."
_LONG = (
    "Since the clinic opened its doors near the old harbour, many visitors have come from far away, and "
    "because the team is large and the rooms are bright, our highly experienced specialists, who are proud "
    "of what they do, welcome every guest with tea before they talk about the treatment, its cost and the "
    "weeks that follow it."
)

LEAFLET = document(
    "leaflets/zelpax für alle.md",
    finding(
        _CEILING,
        "Up to 70 percent",
        14,
        rule="statistic.ceiling",
        label="statistic.ceiling",
        severity="warning",
        needs="evidence",
        message="“Up to 70 percent” gives the best case; readers take it for the usual one.",
        advice="Give the average or the range, the number of people, and the study.",
        sources=(GUIDE, CODE),
    ),
    finding(_SAFE, "completely safe", 20),
    finding(
        _BEST,
        "the very best",
        31,
        rule="overclaim.best",
        label="overclaim.superlative",
        severity="warning",
        message="“the very best” ranks the care without saying against whom.",
        advice="Say what is good about it.",
        suggestions=("experienced care", "care by two specialists", "careful care", "care"),
        sources=(CODE,),
    ),
    finding(
        _BEST,
        "the very best",
        31,
        rule="regulatory.superlative",
        label=None,
        message="“the very best” is a superlative; the code allows none for a clinic.",
        advice="Leave it out.",
        sources=(CODE,),
    ),
    page_finding(),
    words=359,
    not_checked=("3 images without text",),
)
VISIT = document(
    "visit.txt",
    finding(
        _LONG,
        "highly experienced specialists",
        3,
        rule="overclaim.praise",
        label="overclaim.praise",
        severity="note",
        needs="judgement",
        message="“highly experienced specialists” praises without a fact.",
        advice="Name the training or the number of operations a year.",
    ),
    finding(
        _LONG,
        _LONG,
        3,
        rule="plain-language.long-sentence",
        label=None,
        severity="note",
        message="This sentence has 58 words; readers lose the thread after 25.",
        advice="Make two or three sentences of it.",
        sources=(),
    ),
    words=875,
)
FAILURES = (
    Failure("", "grammar.languagetool", "not installed; medlint languagetool install fetches it"),
    Failure(
        "old/scan.txt", "document", "is not text: it holds bytes that no encoding explains. Save it as UTF-8"
    ),
)
FULL = report(LEAFLET, VISIT, failures=FAILURES)
CLEAN = report(document("clean.md", words=1234))
