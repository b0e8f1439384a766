from datetime import date
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, field_validator

from medlint import shapes
from medlint.errors import PackError, SettingsError


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Near(Shape):
    near: str
    within: Literal["sentence", "paragraph"] = "sentence"


class Count(Shape):
    at_most: int = Field(alias="at-most", ge=1)


class Rule(Shape):
    id: str = Field(pattern=r"^[a-z.-]+$")
    severity: Literal["error", "warning", "note"] = "note"
    bad: Annotated[tuple[str, ...], Field(min_length=2)] = ("a", "b")
    unless: tuple[str | Near | Count, ...] = ()
    words: int = 3
    share: float = 0.5
    on: bool = True
    since: date = date(2026, 1, 1)
    options: dict[str, dict[str, bool | int | str]] = Field(default_factory=dict)

    @field_validator("share")
    @classmethod
    def _sound_share(cls, share: float) -> float:
        if share > 1:
            raise ValueError("a share is at most 1")
        return share


class Pack(Shape):
    pack: str
    rules: tuple[Rule, ...] = ()


def told(text: str, path: str = "house.yaml") -> list[str]:
    with pytest.raises(PackError) as caught:
        shapes.load(path, text, Pack, PackError)
    return [str(mistake) for mistake in caught.value.mistakes]


def in_rule(text: str) -> list[str]:
    return told(f"pack: house\nrules:\n  - id: a.b\n    {text}\n")


def test_a_sound_file_becomes_its_shape() -> None:
    text = "pack: house\nrules:\n  - {id: a.b, on: no, unless: [x, {near: y}], since: 2026-05-01}\n"

    pack = shapes.load("house.yaml", text, Pack, PackError)

    assert pack.rules[0].unless == ("x", Near(near="y"))
    assert pack.rules[0].on is False
    assert pack.rules[0].since == date(2026, 5, 1)


def test_all_mistakes_are_told_at_once() -> None:
    text = """\
pack: 5
rulez: 3
rules:
  - id: a.b
    severity: eror
    bad: foo
    bad: bar
  - severity: note
    sevrity: 3
"""

    assert told(text) == [
        "house.yaml:1:7: pack: text expected, not the number 5; put it in quotes",
        "house.yaml:2:1: rulez: unknown key, did you mean 'rules'?",
        "house.yaml:5:15: rules.severity: 'eror' is not one of error, warning, note; did you mean 'error'?",
        "house.yaml:6:10: rules.bad: a list expected, not the text 'foo'; write [foo]",
        "house.yaml:7:5: bad: written twice; the first is on line 6",
        "house.yaml:8:5: rules.id: missing here",
        "house.yaml:9:5: rules.sevrity: unknown key, did you mean 'severity'?",
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("severity: 3", "4:15: rules.severity: the number 3 is not one of error, warning, note"),
        ("severity: tree", "4:15: rules.severity: 'tree' is not one of error, warning, note"),
        ("words: many", "4:12: rules.words: a whole number expected, not the text 'many'"),
        ("words: 4.5", "4:12: rules.words: a whole number expected, not the number 4.5"),
        ("share: half", "4:12: rules.share: a number expected, not the text 'half'"),
        ("share: 2", "4:12: rules.share: a share is at most 1"),
        ("on: 7", "4:9: rules.on: true or false expected, not the number 7"),
        ("on: perhaps", "4:9: rules.on: true or false expected, not the text 'perhaps'"),
        ("since: soon", "4:12: rules.since: a date such as 2026-03-31 expected, not the text 'soon'"),
        ("bad: [x]", "4:10: rules.bad: at least 2 needed, 1 given"),
        ("bad: [x, y, true]", "4:17: rules.bad: text expected, not true; put it in quotes"),
        ("bad:", "4:9: rules.bad: a list expected, but there is nothing"),
        ("options: {x: 3}", "4:18: rules.options.x: keys with values expected, not the number 3"),
        ("options: {x: {y: [1]}}", "4:22: rules.options.x.y: true or false, a whole number or text"),
        ("colour: red", "rules.colour: unknown key; known here: id, severity, bad, unless, words, share"),
        (f"severity: {'long' * 20}", f"rules.severity: '{'long' * 9}lon…' is not one of"),
    ],
)  # fmt: skip
def test_a_message_is_for_a_writer(line: str, message: str) -> None:
    (found,) = in_rule(line)

    assert message in found


@pytest.mark.parametrize(
    ("line", "messages"),
    [
        ("unless: [{neer: y}]", ["near: missing here", "neer: unknown key, did you mean 'near'?"]),
        ("unless: [{near: y, within: page}]", ["within: 'page' is not one of sentence, paragraph"]),
        ("unless: [{at-most: 0}]", ["at-most: must be 1 or more"]),
        ("unless: [7]", ["unless: text or keys with values expected, not the number 7; put it in quotes"]),
        ("unless: [[a]]", ["unless: text or keys with values expected, not a list"]),
    ],
)
def test_only_the_form_that_was_meant_is_told(line: str, messages: list[str]) -> None:
    assert [found.partition("rules.")[2].removeprefix("unless.") for found in in_rule(line)] == messages


def test_a_pattern_is_not_shown_to_writers() -> None:
    assert told("pack: x\nrules: [{id: A}]") == [
        "house.yaml:2:14: rules.id: 'A' does not have the right form"
    ]


def test_other_complaints_lose_their_jargon() -> None:
    class Even(Shape):
        share: float = Field(multiple_of=2)

    with pytest.raises(SettingsError) as caught:
        shapes.load("x.yaml", "share: 3", Even, SettingsError)

    assert str(caught.value) == "x.yaml:1:8: share: should be a multiple of 2"


@pytest.mark.parametrize("text", ["", "# nothing but a remark\n", "~"])
def test_an_empty_file_is_a_mistake(text: str) -> None:
    assert told(text) == ["house.yaml:1:1: the file is empty"]


def test_a_list_is_no_file() -> None:
    assert told("- a\n- b") == ["house.yaml:1:1: keys with values expected, not a list"]


def test_toml_is_checked_alike() -> None:
    text = '[tool.medlint]\npack = 3\n[[tool.medlint.rules]]\nid = "x"\nseverity = "nota"\n'

    assert told(text, "pyproject.toml") == [
        "pyproject.toml:2:1: pack: text expected, not the number 3; put it in quotes",
        "pyproject.toml:5:1: rules.severity: 'nota' is not one of error, warning, note; did you mean 'note'?",
    ]


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("severty", ", did you mean 'severity'?"),
        ("Fail_On", ", did you mean 'fail-on'?"),
        ("banana", ""),
    ],
)
def test_the_nearest_name_is_offered(word: str, answer: str) -> None:
    assert shapes.nearest(word, ("severity", "fail-on")) == answer


def test_a_key_of_any_kind_is_text() -> None:
    class Free(Shape):
        values: dict[str, Any]

    assert shapes.load("x.yaml", "values: {1: a, true: b}", Free, PackError).values == {"1": "a", "true": "b"}


def test_a_wrong_key_of_a_mapping_is_told_at_the_key() -> None:
    class Levels(Shape):
        levels: dict[Literal["high", "low"], int]

    with pytest.raises(PackError) as caught:
        shapes.load("x.yaml", "levels:\n  hihg: 3", Levels, PackError)

    assert (
        str(caught.value) == "x.yaml:2:3: levels.hihg: 'hihg' is not one of high, low; did you mean 'high'?"
    )
