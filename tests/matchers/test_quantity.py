"""`quantity:` finds the numeric claims of one kind."""

import pytest
from pydantic import ValidationError

from medlint.matchers.quantity import Spec, probes
from medlint.rule import whole
from tests.documents import document


def told(spec: dict[str, list[str]], text: str) -> list[str]:
    """Return the words that a spec finds in a page of one paragraph."""
    page = document(text)
    (probe,) = probes(Spec.model_validate(spec), {})
    regions = [match.region for match in probe.find(page, whole(page))]
    return [page.text[region.start : region.end] for region in regions if region]


TEXT = (
    "Our success rate is 97%. Up to 70% of users return. One in ten has it. It halves the risk. "
    "Success: 9 of 10 cases after a year."
)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ({"unit": ["ratio"], "is-not": ["rate"]}, ["One in ten"]),
        ({"bound": ["ceiling"]}, ["Up to 70% of users"]),
        ({"subject": ["risk"]}, ["halves the risk"]),
        ({"is": ["relative"]}, ["halves the risk"]),
        ({"is": ["rate"], "lacks": ["time-frame", "population"]}, ["Our success rate is 97%"]),
        ({"is": ["rate"], "has": ["time-frame"]}, ["Success: 9 of 10 cases"]),
        ({"is": ["relative"], "has": ["absolute"]}, []),
    ],
)
def test_claims_of_one_kind_are_found(spec, expected):
    assert told(spec, TEXT) == expected


def test_value_of_a_claim_can_stand_in_the_message():
    page = document("Up to 70 percent of users return.")
    (probe,) = probes(Spec(), {})
    (match,) = probe.find(page, whole(page))

    assert match.words == {"value": "70 percent"}


@pytest.mark.parametrize("spec", [{"unit": ["parsec"]}, {"is": ["nice"]}, {"frame": []}, {"is_": ["rate"]}])
def test_unknown_kind_is_refused(spec):
    with pytest.raises(ValidationError):
        Spec.model_validate(spec)
