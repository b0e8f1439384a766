"""A safe wording stands by claims that can be made soundly, and never by those that must be proved or cut."""

import pytest

from medlint import config, pack
from tests.company.test_company import found

CLAIMS = pack.load(config.folder() / "claims.yaml").rules
NEVER = (
    "overclaim.cure",
    "overclaim.guarantee",
    "overclaim.superlative",
    "overclaim.hype",
    "overclaim.testimonial",
)


@pytest.mark.parametrize("wording", sorted({wording for rule in CLAIMS for wording in rule.suggestions}))
def test_suggested_wording_is_no_claim(wording):
    sentence = f"Zelpax {wording.replace('…', 'those')}."

    assert [rule for rule, _ in found(sentence) if rule.startswith(("overclaim", "statistic"))] == []


@pytest.mark.parametrize("rule", [rule for rule in CLAIMS if rule.label in NEVER], ids=lambda rule: rule.id)
def test_claim_that_must_be_proved_or_cut_has_no_safe_wording(rule):
    allowed = {
        "overclaim.for-ever",
        "overclaim.certain-future",
        "overclaim.condition-free",
    }  # the measured effect can be told

    assert rule.id in allowed or rule.suggestions == ()
