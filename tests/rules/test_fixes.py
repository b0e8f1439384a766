"""A rule whose suggestions are safe keeps its word: on its own examples they take the finding away."""

from __future__ import annotations

import pytest

from medlint import checking, engine, linter
from medlint.examples import marked
from medlint.fixing import proof, rounds
from medlint.fixing.rounds import Fixer
from medlint.model import CheckedDocument

RULES = [
    rule
    for rule in checking.load_rules().rules
    if rule.is_safely_fixed and rule.probes and not rule.needs_model
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_safe_suggestion_takes_its_finding_away(rule):
    built = engine.build([rule])

    def check(document):
        found, _ = linter.findings(document, built)
        return CheckedDocument(document.path, document.sha256, document.words, found, document=document)

    fixer = Fixer(check, lambda _: True)
    for example in rule.bad:
        result = rounds.fixed(fixer, fixer.read("example.md", marked(example)[0].encode()))

        assert {proof.STAYS, proof.BRINGS_ANOTHER}.isdisjoint(result.left), example
