import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

import medlint
from medlint.model import Failure, Position
from medlint.reporters import REPORTERS, RenderOptions
from tests.reporters.reports import CLEAN, FULL, VISIT, document, finding, page_finding, report

SCHEMA = json.loads(
    (Path(medlint.__file__).parent / "schemas" / "report.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
Data = dict[str, Any]


def rendered(made: Any, **options: Any) -> str:
    return REPORTERS["json"](made, RenderOptions(**options))


def test_a_full_report_is_this_text(snapshot: SnapshotAssertion) -> None:
    assert rendered(FULL) == snapshot


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "made", [FULL, CLEAN, report(), report(failures=(Failure("", "tool", "is missing"),))]
)
def test_reports_follow_the_schema(made: Any) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(rendered(made)))] == []


def test_every_object_of_the_schema_names_and_describes_its_keys() -> None:
    for each in (SCHEMA, *SCHEMA["$defs"].values()):
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])
        assert all("$ref" in key or key["description"] for key in each["properties"].values())


def _first(data: Data) -> Data:
    found: Data = data["documents"][0]["findings"][0]
    return found


MUTATIONS: dict[str, Callable[[Data], Any]] = {
    "another version": lambda data: data.update(schema_version=2),
    "an unknown key": lambda data: data.update(made_at="2026-11-24T10:00:00"),
    "a missing key": lambda data: data.pop("failures"),
    "an unknown key of a finding": lambda data: _first(data).update(line_number=3),
    "a finding without advice": lambda data: _first(data).pop("advice"),
    "an unknown severity": lambda data: _first(data).update(severity="fatal"),
    "an unknown need": lambda data: _first(data).update(needs="luck"),
    "a rule without category": lambda data: _first(data).update(rule="ceiling"),
    "a line from 0": lambda data: _first(data).update(line=0),
    "a start without end": lambda data: _first(data).update(end=None),
    "a line without column": lambda data: _first(data).update(column=None),
    "an end that is text": lambda data: _first(data).update(end="12"),
    "a source without address": lambda data: _first(data)["sources"][0].pop("url"),
    "a source nobody can open": lambda data: _first(data)["sources"][0].update(url="guide.pdf"),
    "a place with a box of three": lambda data: _first(data)["location"].update(box=[1, 2, 3]),
    "a suggestion that is a number": lambda data: _first(data)["suggestions"].append(3),
    "half a hash": lambda data: data["documents"][0].update(sha256="c0ffee"),
    "words below 0": lambda data: data["documents"][0].update(words=-1),
    "a summary with another severity": lambda data: data["summary"].update(fatal=1),
    "a failure without message": lambda data: data["failures"][0].pop("message"),
    "a date that is none": lambda data: data["tool"].update(as_of="today"),
    "documents as an object": lambda data: data.update(documents={}),
}


@pytest.mark.parametrize("mutate", MUTATIONS.values(), ids=MUTATIONS)
def test_the_schema_refuses(mutate: Callable[[Data], Any]) -> None:
    data = json.loads(rendered(FULL))
    mutated = copy.deepcopy(data)
    mutate(mutated)

    assert mutated != data
    assert not VALIDATOR.is_valid(mutated)


def test_documents_failures_and_findings_are_sorted_whatever_came_first() -> None:
    shuffled = replace(
        FULL,
        documents=tuple(replace(each, findings=each.findings[::-1]) for each in FULL.documents[::-1]),
        failures=FULL.failures[::-1],
    )

    assert rendered(shuffled) == rendered(FULL)


def test_findings_on_the_whole_page_come_last_with_null_places() -> None:
    made = report(document("page.md", page_finding(), finding("It is safe.", "safe")))

    last = json.loads(rendered(made))["documents"][0]["findings"][-1]

    assert [last[key] for key in ("start", "end", "line", "column", "end_line", "end_column")] == [None] * 6
    assert last["location"] == {"page": None, "paragraph": None, "slide": None, "box": None, "cue": None}


def test_a_place_on_a_page_is_a_location() -> None:
    there = Position(1, 1, page=2, paragraph=3, box=(1.0, 2.0, 3.5, 4.0))
    made = report(document("page.pdf", finding("It is safe.", "safe", position=there, start=None, end=None)))

    data = json.loads(rendered(made))

    assert data["documents"][0]["findings"][0]["location"] == {
        "page": 2,
        "paragraph": 3,
        "slide": None,
        "box": [1.0, 2.0, 3.5, 4.0],
        "cue": None,
    }
    assert VALIDATOR.is_valid(data)


def test_summary_counts_what_is_shown() -> None:
    data = json.loads(rendered(report(VISIT), show="warning"))

    assert data["documents"][0]["findings"] == []
    assert data["summary"] == {"error": 0, "warning": 0, "note": 0}


@pytest.mark.parametrize("character", ["\x1b", "\x9b", "\u202e", "\u2066", "\udcff", "\x7f", "\x00"])
def test_active_characters_are_escaped_and_keep_their_meaning(character: str) -> None:
    made = report(document(f"a{character}b.md", finding(f"So {character} safe.", "safe")))

    text = rendered(made)

    assert character not in text
    assert json.loads(text)["documents"][0]["path"] == f"a{character}b.md"


def test_letters_of_all_scripts_stand_as_they_are() -> None:
    assert "👩‍⚕️ 漢方 and Zelpax" in rendered(FULL)
    assert "für alle.md" in rendered(FULL)
