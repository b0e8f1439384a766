"""The shape of medlint.yaml: its keys, what each may hold, and the JSON Schema made of it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from medlint.model import Severity

Market = Literal["us", "uk", "eu", "de", "tr", "au", "ca"]
"""Where a text is published, and so whose rules it has to keep."""

Audience = Literal["patient", "professional", "domestic", "abroad"]
"""Whom a text speaks to; the last two are patients, inside and outside the market's own country."""

TrackedChanges = Literal["final", "original"]
"""Whether tracked changes are read as if accepted or as if rejected."""

FailOn = Literal["error", "warning", "note", "never"]
"""From which severity on a finding makes the exit code 1."""

OptionValue = bool | int | float | str
"""What an option of a rule may be set to."""

NOT_AVAILABLE = "not available in this version"

UNAVAILABLE = (
    ("profile", "register"),
    ("scopes",),
    ("evidence", "claims"),
    ("allowances", "max-age"),
)
"""Keys that have their name already; a value for them is refused, for it would do nothing."""


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_kebab, populate_by_name=False)


class Profile(_Shape):
    """What kind of text is checked."""

    market: Market | None = Field(default=None, description="Where the text is published.")
    audience: Audience | None = Field(default=None, description="Whom the text speaks to.")
    register_: str | None = Field(
        default=None, alias="register", description=f"Kind of page: {NOT_AVAILABLE}."
    )


class Rejected(_Shape):
    """A wording that house style refuses."""

    words: str = Field(description="The wording, as it stands in a text.", min_length=1)
    message: str | None = Field(default=None, description="What is wrong with it.")
    use: str | None = Field(default=None, description="What to write in its place.")


class Words(_Shape):
    """House style: words that are always right, and words that never are."""

    accept: tuple[str, ...] = Field(default=(), description="Words on which no finding stands.")
    reject: tuple[str | Rejected, ...] = Field(default=(), description="Words that are always a finding.")

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """The refused wordings, plain text brought into the same form."""
        return tuple(Rejected(words=entry) if isinstance(entry, str) else entry for entry in self.reject)


class Override(_Shape):
    """Other settings for some files."""

    files: tuple[str, ...] = Field(description="Patterns as in .gitignore.", min_length=1)
    select: tuple[str, ...] | None = Field(default=None, description="In place of the general selection.")
    ignore: tuple[str, ...] = Field(default=(), description="Beside what is ignored in general.")
    severity: dict[str, Severity] = Field(default={}, description="Rule, or beginning of ids, to severity.")
    options: dict[str, dict[str, OptionValue]] = Field(default={}, description="Rule to its options.")


class Grammar(_Shape):
    """How grammar is checked."""

    engine: Literal["auto", "builtin", "languagetool", "off"] = Field(
        default="auto",
        description=(
            "Who checks grammar: our own rules, and with auto LanguageTool where it is installed; with "
            "languagetool it must be, with builtin it is not asked, with off nobody checks."
        ),
    )
    parser: Literal["auto", "on", "off"] = Field(
        default="auto",
        description=(
            "Whether rules that need a spaCy model with a parser run: with auto where one is installed; "
            "with on it must be, with off it is not used."
        ),
    )


class SecondReader(_Shape):
    """The trained model beside the rules."""

    enabled: bool = Field(default=True, description="Whether it reads what the rules left.")
    bar: float | None = Field(default=None, gt=0, lt=1, description="The probability from which it reports.")


class Evidence(_Shape):
    """Where settled facts and approved claims lie."""

    registry: str | None = Field(default=None, description="A file of settled facts in place of ours.")
    claims: str | None = Field(default=None, description=f"A file of approved claims: {NOT_AVAILABLE}.")


class Allowances(_Shape):
    """What an allowance must have."""

    require_reason: bool = Field(default=True, description="Whether an allowance without a reason is void.")
    max_age: int | str | None = Field(
        default=None, description=f"When an allowance expires: {NOT_AVAILABLE}."
    )


class Allow(_Shape):
    """An allowance for words, wherever they stand."""

    rule: str = Field(description="A rule, a category, or the beginning of rule ids.")
    words: str = Field(description="The words that may stand.", min_length=1)
    reason: str | None = Field(default=None, description="Why they may stand.")
    author: str | None = Field(default=None, description="Who said so.", min_length=1)
    until: date | None = Field(default=None, description="The last day on which they may: 2027-01-31.")
    files: tuple[str, ...] = Field(default=(), description="Only in files of these patterns.")


class Values(_Shape):
    """All of medlint.yaml; every key may be left out."""

    required_version: str | None = Field(default=None, description="The medlint this file is for: '>=0.1'.")
    extends: str | None = Field(default=None, description="A settings file that this one builds on.")
    profile: Profile = Field(default=Profile(), description="What kind of text is checked.")
    packs: tuple[str, ...] = Field(default=(), description="Rule packs beside those that come with medlint.")
    select: tuple[str, ...] | None = Field(default=None, description="Only these rules or categories.")
    ignore: tuple[str, ...] = Field(default=(), description="Not these rules or categories.")
    severity: dict[str, Severity] = Field(default={}, description="Rule, or beginning of ids, to severity.")
    options: dict[str, dict[str, OptionValue]] = Field(default={}, description="Rule to its options.")
    words: Words = Field(default=Words(), description="House style.")
    exclude: tuple[str, ...] = Field(default=(), description="Files left out; patterns as in .gitignore.")
    overrides: tuple[Override, ...] = Field(default=(), description="Other settings for some files.")
    scopes: Any = Field(default=None, description=f"Which parts of a page are read: {NOT_AVAILABLE}.")
    fail_on: dict[str, FailOn] | FailOn = Field(
        default="error",
        description="From which severity on the exit code is 1; or rule, or beginning of ids, to severity, "
        "and `default` for all others.",
    )
    tracked_changes: TrackedChanges = Field(
        default="final",
        description="How a Word file with tracked changes is read: final as if all were accepted, original "
        "as if all were rejected.",
    )
    baseline: str | None = Field(default=None, description="A file of known findings, which are left out.")
    grammar: Grammar = Field(default=Grammar(), description="How grammar is checked.")
    second_reader: SecondReader = Field(
        default=SecondReader(), description="The trained model beside the rules."
    )
    evidence: Evidence = Field(default=Evidence(), description="Settled facts and approved claims.")
    allowances: Allowances = Field(default=Allowances(), description="What an allowance must have.")
    allow: tuple[Allow, ...] = Field(default=(), description="Words that may stand wherever they are.")


def schema_text() -> str:
    """Return the JSON Schema of medlint.yaml; `medlint/schemas/settings.schema.json` holds it."""
    schema = _without_null(Values.model_json_schema(by_alias=True))
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "medlint.yaml"}
    return json.dumps(head, indent=2, ensure_ascii=False) + "\n"


def _without_null(schema: Any) -> Any:
    """Return the schema without the null that stands for a key left out: written, it is a mistake."""
    if isinstance(schema, list):
        return [_without_null(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _without_null(value) for key, value in schema.items() if value is not None}
    types = [kind for kind in kept.pop("anyOf", ()) if kind != {"type": "null"}]
    if len(types) == 1:
        return types[0] | kept
    return kept | ({"anyOf": types} if types else {})
