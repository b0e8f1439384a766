"""The examples of a rule are its tests: run them and say what does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medlint import engine, parse, parsers
from medlint.errors import RuleError
from medlint.linter import merged
from medlint.model import Document
from medlint.rule import Rule

_MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)

Span = tuple[int, int]
"""Start and end (excluded) in code points of an example without its marks."""


@dataclass(frozen=True)
class Broken:
    """An example that does not hold."""

    rule: str
    kind: str  # bad, good, misses or false_alarms
    example: str
    problem: str


def broken(rule: Rule) -> Iterator[Broken]:
    """Yield the examples of `rule` that do not hold.

    `bad` must be flagged at exactly the marked words and `good` nowhere. `misses` and `false_alarms`
    are known limits: one that is lifted is told too, so that it moves to `bad` or `good`.
    """
    if rule.needs_model and not parse.installed():
        return  # `medlint test` and the report say that the parser took no part
    built = engine.build([rule])
    for example in rule.bad:
        if problem := _difference(built, example):
            yield Broken(rule.id, "bad", example, problem)
    for example in rule.good:
        if found := _found(built, example):
            yield Broken(rule.id, "good", example, f"{_quoted(example, found)} is flagged")
    for example in rule.misses:
        if not _difference(built, example):
            yield Broken(rule.id, "misses", example, "is found now: move it to bad")
    for example in rule.false_alarms:
        if _difference(built, example):
            yield Broken(rule.id, "false_alarms", example, "is not flagged any more: move it to good")


def marked(example: str) -> tuple[str, tuple[Span, ...]]:
    """Return the example without its `[[…]]` marks, and where they stood."""
    spans: list[Span] = []
    for found in _MARK.finditer(example):
        start = found.start() - 4 * len(spans)
        spans.append((start, start + len(found[1])))
    return _MARK.sub(r"\1", example), tuple(spans)


def _difference(built: engine.Engine, example: str) -> str:
    _, wanted = marked(example)
    found = _found(built, example)
    if set(found) == set(wanted or [(-1, -1)]):
        return ""
    told = f"{_quoted(example, found)} is flagged" if found else "nothing is flagged"
    return f"{told}, not {_quoted(example, wanted)}" if wanted else told


def _found(built: engine.Engine, example: str) -> tuple[Span, ...]:
    """Return what is flagged; (-1, -1) for the page as a whole."""
    document = _document(marked(example)[0])
    matches = []
    for rule, match in engine.run(built, document):
        if isinstance(match, RuleError):
            raise match
        matches.append((rule, match))
    regions = (match.region for _, match in merged(matches))
    return tuple(sorted(document.source(region) if region else (-1, -1) for region in regions))


def _document(text: str) -> Document:
    return parsers.parse("example.md", text.encode())


def _quoted(example: str, spans: Sequence[Span]) -> str:
    text, _ = marked(example)
    return ", ".join("the page" if span == (-1, -1) else repr(text[slice(*span)]) for span in spans)
