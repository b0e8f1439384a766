from typing import Any

import pytest

from medlint.model import Failure
from medlint.reporters.summary import exit_code, exit_reason
from tests.reporters.reports import CLEAN, LEAFLET, VISIT, document, finding, report

FAILURE = (Failure("a.md", "document", "cannot be read"),)


@pytest.mark.parametrize(
    ("made", "fail_on", "code", "reason"),
    [
        (CLEAN, "note", 0, "exit 0: no finding at or above note"),
        (report(VISIT), "error", 0, "exit 0: no finding at or above error"),
        (report(VISIT), "note", 1, "exit 1: 2 findings at or above note"),
        (report(LEAFLET), "warning", 1, "exit 1: 5 findings at or above warning"),
        (
            report(document("a.md", finding("So safe.", "safe"))),
            "error",
            1,
            "exit 1: 1 finding at or above error",
        ),
        (report(LEAFLET), "never", 0, "exit 0: findings fail no run"),
        (report(LEAFLET, failures=FAILURE), "never", 2, "exit 2: 1 thing could not be checked"),
        (
            report(LEAFLET, failures=FAILURE),
            "error",
            2,
            "exit 2: 1 thing could not be checked; 2 findings at or above error",
        ),
        (report(), "error", 2, "exit 2: no file was checked"),
    ],
)
def test_the_exit_code_has_a_reason(made: Any, fail_on: Any, code: int, reason: str) -> None:
    assert exit_code(made, fail_on) == code
    assert exit_reason(made, fail_on) == reason
