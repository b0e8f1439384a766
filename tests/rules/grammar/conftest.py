"""What the tests of grammar rules share: run one rule over a page, see what a reader would see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import pytest

from medlint import config, engine, pack, parse, parsers
from medlint.model import Document, Match
from medlint.rule import Rule
from medlint.rules import python_rules

SHARED = Path(__file__).resolve().parents[3] / ".." / "shared"

Findings = list[tuple[str, str]]
"""The words that are flagged and the message, in reading order."""


def grammar_rules() -> tuple[Rule, ...]:
    """Return all rules of the category, Python's and the pack's."""
    python = tuple(rule for rule in python_rules() if rule.category == "grammar" and _runs(rule))
    return python + pack.load(config.folder() / "grammar.yaml").rules


def _runs(rule: Rule) -> bool:
    return rule.needs_model is None or parse.installed() is not None


def matches(rules: Sequence[Rule], document: Document) -> list[tuple[Rule, Match]]:
    """Return what the rules find, by place."""
    found = []
    for rule, match in engine.run(engine.build(rules), document):
        assert isinstance(match, Match), match
        assert match.region is not None
        found.append((rule, match))
    return sorted(found, key=lambda each: (each[1].region.start, each[0].id))  # type: ignore[union-attr]


def told(document: Document, rule: Rule, match: Match) -> tuple[str, str]:
    """Return the words that are flagged and the message."""
    assert match.region is not None
    text = document.text[match.region.start : match.region.end]
    return text, rule.message.format(text=text, **match.words)


@pytest.fixture
def find() -> Callable[[str, str], Findings]:
    """Return a function: name of a module and Markdown → its findings."""

    def run(module: str, markdown: str) -> Findings:
        rule = import_module(f"medlint.rules.grammar.{module}").check
        document = parsers.parse("page.md", markdown.encode())
        return [told(document, *found) for found in matches([rule], document)]

    return run


@pytest.fixture
def suggest() -> Callable[[str, str], list[tuple[str, ...]]]:
    """Return a function: name of a module and Markdown → the suggestions of each finding."""

    def run(module: str, markdown: str) -> list[tuple[str, ...]]:
        rule = import_module(f"medlint.rules.grammar.{module}").check
        document = parsers.parse("page.md", markdown.encode())
        return [match.suggestions for _, match in matches([rule], document)]

    return run
