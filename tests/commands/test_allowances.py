import csv
import json
from io import StringIO
from pathlib import Path

import pytest

PAGE = """\
# Posters

<!-- medlint: allow overclaim.completely-safe -- an old poster (by A. Kestrel, until 2026-12-10) -->
Zelpax is completely safe.

<!-- medlint: allow overclaim.miracle -- the name of a ship -->
Our clinic sells a miracle.

<!-- medlint: allow overclaim -- another poster (until 2026-01-31) -->
Velorin is completely safe.

<!-- medlint: allow overclaim.miracle -- nothing there -->
The bus is late.

<!-- medlint: allow overclaim -->
<!-- medlint: allow overclaim -- a poster (until someday) -->
"""
SETTINGS = """\
grammar: {engine: builtin}
select: [overclaim, medlint]
allow:
  - rule: overclaim
    words: Safe Hands Award
    reason: The name of an award.
    author: B. Osprey
    until: 2027-01-31
  - rule: overclaim
    words: completely safe harbour
    reason: A slogan of the port.
    until: 2025-01-31
"""


def write(name, text):
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def _pages(medlint):
    assert medlint
    write("medlint.yaml", SETTINGS)
    write("page.md", PAGE)


def listed(medlint, *arguments):
    done = medlint("allowances", "--as-of", "2026-11-24", "--format", "json", *arguments)
    assert done.code == 0
    return json.loads(done.out)["allowances"]


def test_all_allowances_are_listed_with_place_state_and_terms(medlint):
    done = medlint("allowances", "--as-of", "2026-11-24")

    assert done.out.splitlines() == [
        "medlint.yaml:4:5: unused: overclaim for “Safe Hands Award”",
        "    The name of an award.; by B. Osprey; until 2027-01-31",
        "medlint.yaml:9:5: ended: overclaim for “completely safe harbour”",
        "    A slogan of the port.; until 2025-01-31",
        "page.md:3:1: ends soon: overclaim.completely-safe",
        "    an old poster; by A. Kestrel; until 2026-12-10",
        "page.md:6:1: in force: overclaim.miracle",
        "    the name of a ship; no end",
        "page.md:9:1: ended: overclaim",
        "    another poster; until 2026-01-31",
        "page.md:12:1: unused: overclaim.miracle",
        "    nothing there; no end",
        "page.md:15:1: void: no reason: overclaim",
        "    no reason; no end",
        "page.md:16:1: void: not understood: ",
        "    “someday” is no date; write it as 2027-01-31; no end",
        "8 allowances: 2 ended, 1 ends soon, 1 in force, 2 unused, 1 void: no reason, 1 void: not understood",
    ]


def test_programs_get_json(medlint):
    first = next(each for each in listed(medlint, "page.md") if each["path"] == "page.md")

    assert first == {
        "path": "page.md", "line": 3, "column": 1, "rules": "overclaim.completely-safe", "words": "",
        "reason": "an old poster", "author": "A. Kestrel", "until": "2026-12-10", "state": "ends soon",
    }  # fmt: skip


def test_spreadsheets_get_csv(medlint):
    done = medlint("allowances", "--as-of", "2026-11-24", "--format", "csv")
    rows = list(csv.DictReader(StringIO(done.out)))

    assert rows[0]["words"] == "Safe Hands Award"
    assert rows[2]["author"] == "A. Kestrel"


def test_none_is_told(medlint):
    write("medlint.yaml", "grammar: {engine: builtin}\n")
    write("page.md", "The bus is late.\n")

    assert medlint("allowances").out == "No allowance was found\n"


def test_what_cannot_be_read_is_told(medlint):
    done = medlint("allowances", "none.md")

    assert (done.code, "none.md: no such file" in done.err) == (2, True)


def test_an_ended_allowance_allows_nothing_and_is_a_finding(medlint):
    def rules(day):
        done = medlint("check", "page.md", "--as-of", day, "--format", "concise")
        lines = [line for line in done.out.splitlines() if line.startswith(("page.md:9:", "page.md:10:"))]
        return [line.split()[2] for line in lines]

    assert rules("2026-01-31") == []
    assert rules("2026-02-01") == ["medlint.expired-allowance", "overclaim.completely-safe"]


def test_the_last_day_is_named(medlint):
    done = medlint("check", "page.md", "--as-of", "2026-11-24", "--format", "concise")

    assert "The allowance of overclaim ended on 2026-01-31, so it allows nothing." in done.out


def test_an_ended_allowance_of_the_settings_allows_nothing(medlint):
    write("page.md", "We are a completely safe harbour.\n")
    before = medlint("check", ".", "--as-of", "2025-01-31", "--format", "concise").out
    after = medlint("check", ".", "--as-of", "2025-02-01", "--format", "concise").out

    assert "overclaim.completely-safe" not in before
    assert "overclaim.completely-safe" in after
    assert "medlint.yaml:9:5: warning medlint.expired-allowance" in after


@pytest.mark.parametrize("until", ["someday", "31.01.2027", "2027-13-01"])
def test_a_day_that_is_none_is_a_mistake_in_the_settings(medlint, until):
    write("medlint.yaml", SETTINGS.replace("2027-01-31", until))
    done = medlint("config", "check")

    assert done.code == 2
    assert "medlint.yaml:8:12: allow.until" in done.err


def test_a_range_ends_too(medlint):
    write(
        "page.md",
        "<!-- medlint: allow-start overclaim -- posters (until 2026-01-31) -->\n\n"
        "Zelpax is completely safe.\n\n<!-- medlint: allow-end overclaim -->\n",
    )
    done = medlint("check", "page.md", "--as-of", "2026-02-01", "--format", "concise")

    assert "page.md:1:1: warning medlint.expired-allowance" in done.out
    assert "overclaim.completely-safe" in done.out
    assert "bad-allowance" not in done.out
