"""What the tests of safety notation and of words for people share."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from medlint import engine, linter, parsers
from medlint.checking import load_rules
from medlint.model import Finding

FOLDER = Path(__file__).resolve().parent / "data" / "notation"


def lines(name: str) -> list[str]:
    """Return the sentences of a file of `tests/data/notation`."""
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()


def unmarked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a sentence without its `[[…]]`, and where they stood."""
    text, spans = "", []
    for number, part in enumerate(re.split(r"\[\[|\]\]", line)):
        if number % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return text, spans


@cache
def _engine() -> engine.Engine:
    rules = [rule for rule in load_rules().rules if rule.category in ("safety-notation", "person-first")]
    return engine.build(rules)


def findings(text: str) -> tuple[Finding, ...]:
    """Return what the two packs find in a page of Markdown."""
    found, failures = linter.findings(parsers.parse("page.md", text.encode()), _engine())
    assert failures == ()
    return found


def applied(text: str, found: Sequence[Finding]) -> str:
    """Return the text with the first suggestion of each finding in place of its words."""
    for finding in sorted(found, key=lambda each: each.start or 0, reverse=True):
        assert finding.start is not None
        assert finding.end is not None
        text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    return text
