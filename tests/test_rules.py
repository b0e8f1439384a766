"""Every rule is complete: a reader can understand it, open its sources and see it work."""

from pathlib import Path

import pytest

from medlint import authorities, pack
from medlint.checking import load_rules
from medlint.pack import LABELS, is_label
from medlint.rule import CATEGORIES, SEVERITIES
from medlint.rules import python_rules

RULES = load_rules().rules
IDS = [rule.id for rule in RULES]
CLAIM_LABELS = [f"{c}.{f}" for c in ("statistic", "overclaim") for f in LABELS[c]]


def test_ids_are_unique_and_in_a_known_category():
    assert len(set(IDS)) == len(IDS)
    assert {rule.category for rule in RULES} <= set(CATEGORIES)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.probes], ids=lambda rule: rule.id)
def test_rule_is_complete(rule):
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2
    assert rule.why
    assert rule.advice
    assert rule.severity in SEVERITIES
    assert rule.label is None or is_label(rule.label)
    assert all(authorities.resolve(source).url for source in rule.sources)
    assert rule.message.endswith((".", "?"))


@pytest.mark.parametrize("rule", python_rules(), ids=lambda rule: rule.id)
def test_python_rule_stands_in_a_file_of_its_name(rule):
    folder, module = Path(*rule.origin.split(".")).parts[-2:]

    assert rule.id == f"{folder}.{module}".replace("_", "-")


@pytest.mark.parametrize("label", CLAIM_LABELS)
def test_every_kind_of_claim_has_a_rule(label):
    assert any(rule.label == label for rule in RULES)


def test_claims_pack_has_at_least_45_rules():
    (claims,) = [path for path in pack.shipped() if path.name == "claims.yaml"]

    assert len(pack.load(claims).rules) >= 45
