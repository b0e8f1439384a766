"""A YAML pack → rules; mistakes are named by line and column, all at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from medlint import authorities, compiled, config, kept_pack, lexicons, shapes
from medlint.conditions import Condition, compile_condition, guarded
from medlint.errors import Mistake, PackError
from medlint.kept_pack import Recipe
from medlint.lexicons import Lexicon
from medlint.matchers import KINDS
from medlint.matchers.absent import Spec as AbsentSpec
from medlint.matchers.frame import Spec as FrameSpec
from medlint.matchers.medicines import Spec as MedicinesSpec
from medlint.matchers.pairs import Spec as PairsSpec
from medlint.matchers.pattern import Spec as PatternSpec
from medlint.matchers.quantity import Spec as QuantitySpec
from medlint.matchers.tokens import Spec as TokensSpec
from medlint.model import Needs, Severity
from medlint.rule import CATEGORIES, Fix, Probe, Rule
from medlint.words import nearest

_ID = re.compile(r"[a-z][a-z-]*\.[a-z0-9]+(-[a-z0-9]+)*")
_MARK = re.compile(r"\[\[.+?\]\]", re.DOTALL)
_SHAPE = ConfigDict(extra="forbid", frozen=True)
_WORDS = ("text", "value")  # what a message may name

LABELS: Mapping[str, tuple[str, ...]] = {
    "statistic": ("unsupported", "ceiling", "relative-only", "no-frame"),
    "overclaim": (
        *("guarantee", "cure", "safety", "superlative", "comparative", "hype", "credential", "authority"),
        *("universal", "urgency", "testimonial", "natural", "minimising", "inducement", "causal", "outcome"),
    ),
    "grammar": (
        *("agreement", "verb", "article", "preposition", "repeated", "missing", "extra", "punctuation"),
        *("spelling", "capitalisation", "list", "fragment", "wordchoice"),
    ),
    "terminology": (
        *("misuse", "redundant", "inconsistent", "abbreviation", "unsafe-notation", "stigma", "false"),
    ),
    "document": ("no-references", "no-reviewer", "no-date", "no-risks", "no-disclaimer", "no-alternatives"),
}
"""Kinds of fault that a label may name, by category."""


class MatchShape(BaseModel):
    """One way to find a fault: exactly one kind, and when it is none."""

    model_config = _SHAPE

    phrases: list[str] | None = Field(default=None, min_length=1)
    pairs: PairsSpec | None = None
    frame: FrameSpec | None = None
    pattern: PatternSpec | None = None
    tokens: TokensSpec | None = None
    quantity: QuantitySpec | None = None
    absent: AbsentSpec | None = None
    medicines: MedicinesSpec | None = None
    unless: list[Condition] = []
    only: list[Condition] = []


class RuleShape(BaseModel):
    """A rule as YAML writes it."""

    model_config = _SHAPE

    id: str
    label: str | None
    severity: Severity
    needs: Needs
    message: str
    advice: str
    why: str
    sources: list[str] = Field(min_length=1)
    profiles: list[str] = ["general"]
    not_for: list[str] = []
    match: MatchShape | list[MatchShape]
    suggestions: list[str] = []
    fix: Fix | None = None
    bad: list[str] = Field(min_length=2)
    good: list[str] = Field(min_length=2)
    misses: list[str] = []
    false_alarms: list[str] = []


class PackShape(BaseModel):
    """A pack as YAML writes it."""

    model_config = _SHAPE

    pack: str
    lexicons: dict[str, list[str] | dict[Literal["words", "nouns", "verbs"], list[str]]] = {}
    rules: list[RuleShape] = Field(min_length=1)


@dataclass(frozen=True)
class Pack:
    """Rules that belong together."""

    name: str
    path: str
    sha256: str
    rules: tuple[Rule, ...]  # in the order of the file


def shipped() -> tuple[Path, ...]:
    """Return the paths of the packs that come with medlint, by name."""
    found = (path for path in config.folder().glob("*.yaml") if path.stem.partition("-")[0] not in _NO_PACKS)
    return tuple(sorted(found))


_NO_PACKS = {"lexicons", "irregular", "frequent", "authorities", "precision", "taxonomy", "evidence"}
"""First words of the names of files in `config/` that hold no rules."""


def load(path: Path) -> Pack:
    """Return the pack at `path`.

    Raises:
        PackError: it cannot be read or is wrong; all mistakes are told.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
        raise PackError([Mistake(str(path), 1, 1, "", f"the pack cannot be read: {reason}")]) from error
    key = (compiled.digest_of(text), config.digest())
    if (kept := kept_pack.read(key)) is not None:
        name, rules = kept
    else:
        name, rules = _read(path, text, key)
    return Pack(name, str(path), hashlib.sha256(text.encode()).hexdigest(), rules)


def _read(path: Path, text: str, key: tuple[str, str]) -> tuple[str, tuple[Rule, ...]]:
    """Return name and rules of a pack, and keep them for later runs."""
    shape = shapes.load(str(path), text, PackShape, PackError)
    own = {**lexicons.of_family(path), **_own_lexicons(path, text, shape)}
    names = kept_pack.names(own, key)
    recipes: list[Sequence[Recipe]] = []
    rules: list[Rule] = []
    mistakes: list[Mistake] = []
    for number, rule_shape in enumerate(shape.rules):
        wrong = list(_problems(rule_shape, {rule.id for rule in rules}))
        try:
            probes, made_by = _probes(rule_shape, names)
        except ValueError as error:
            wrong.append(("match", str(error)))
        else:
            rules.append(_rule(rule_shape, probes, shape.pack))
            recipes.append(made_by)
        mistakes += [_mistake(path, text, ("rules", number, key), message) for key, message in wrong]
    if mistakes:
        raise PackError(mistakes)
    kept_pack.write(key, shape.pack, own, rules, recipes)
    return shape.pack, tuple(rules)


def _own_lexicons(path: Path, text: str, shape: PackShape) -> dict[str, Lexicon]:
    try:
        own: dict[str, Any] = dict(shape.lexicons)
        return lexicons.expand(own, lexicons.irregular_verbs())
    except KeyError as error:
        message = f"there is no lexicon {error.args[0]!r} above this one"
        raise PackError([_mistake(path, text, ("lexicons",), message)]) from error


def _mistake(path: Path, text: str, keys: Sequence[str | int], message: str) -> Mistake:
    line, column = shapes.place(text, keys)
    return Mistake(str(path), line, column, ".".join(map(str, keys)), message)


def _problems(shape: RuleShape, earlier: set[str]) -> Iterator[tuple[str, str]]:
    """Yield key and message of what the shape alone cannot refuse."""
    category = shape.id.partition(".")[0]
    if not _ID.fullmatch(shape.id):
        yield "id", f"{shape.id!r} is not of the form category.fault, in lower case with hyphens"
    elif category not in CATEGORIES:
        yield "id", f"there is no category {category!r}{nearest(category, CATEGORIES)}"
    if shape.id in earlier:
        yield "id", f"there is already a rule {shape.id!r} in this pack"
    if shape.label is not None and not is_label(shape.label):
        known = [f"{name}.{fault}" for name, faults in LABELS.items() for fault in faults]
        yield "label", f"there is no label {shape.label!r}{nearest(shape.label, known)}"
    for source in shape.sources:
        if not authorities.is_known(source):
            yield "sources", f"{source!r} is neither a key of authorities.yaml nor an https address"
    yield from _message_problems(shape)
    yield from _example_problems(shape)


def _example_problems(shape: RuleShape) -> Iterator[tuple[str, str]]:
    for key in ("bad", "misses", "false_alarms"):
        for example in getattr(shape, key):
            if not _MARK.search(example) and not _is_about_the_page(shape):
                yield key, f"{example!r} marks no words; write [[ ]] around those to be flagged"
    for example in shape.good:
        if _MARK.search(example):
            yield "good", f"{example!r} marks words, but nothing in a good example is flagged"


def _message_problems(shape: RuleShape) -> Iterator[tuple[str, str]]:
    try:
        names = [name for _, name, _, _ in Formatter().parse(shape.message) if name is not None]
    except ValueError:
        yield "message", "a brace is open; write {{ for a brace of the text"
        return
    for name in names:
        if name not in _WORDS:
            yield "message", f"{{{name}}} is not known; a message may name {', '.join(_WORDS)}"


def is_label(label: str) -> bool:
    """Say whether `label` is a kind of fault that medlint knows."""
    category, _, fault = label.partition(".")
    return fault in LABELS.get(category, ())


def _is_about_the_page(shape: RuleShape) -> bool:
    return all(match.absent is not None for match in _matches(shape))


def _matches(shape: RuleShape) -> list[MatchShape]:
    return shape.match if isinstance(shape.match, list) else [shape.match]


def _probes(shape: RuleShape, names: Mapping[str, Lexicon]) -> tuple[tuple[Probe, ...], list[Recipe]]:
    """Return the probes of a rule, and how a later run makes them again."""
    found: list[Probe] = []
    recipes: list[Recipe] = []
    for match in _matches(shape):
        chosen = [kind for kind in KINDS if getattr(match, kind) is not None]
        if len(chosen) != 1:
            raise ValueError(f"exactly one of {', '.join(KINDS)} is needed, not {len(chosen)}")
        value: Any = getattr(match, chosen[0])
        probes = KINDS[chosen[0]].probes(value, names)
        unless = [compile_condition(condition, names) for condition in match.unless]
        only = [compile_condition(condition, names) for condition in match.only]
        found += guarded(probes, unless, only)
        recipes.append(kept_pack.recipe(chosen[0], value, probes, match.unless, match.only))
    return tuple(found), recipes


def _rule(shape: RuleShape, probes: tuple[Probe, ...], pack: str) -> Rule:
    return Rule(
        id=shape.id,
        label=shape.label,
        message=shape.message,
        severity=shape.severity,
        needs=shape.needs,
        why=" ".join(shape.why.split()),
        advice=" ".join(shape.advice.split()),
        sources=tuple(shape.sources),
        profiles=tuple(shape.profiles),
        not_for=tuple(shape.not_for),
        bad=tuple(shape.bad),
        good=tuple(shape.good),
        misses=tuple(shape.misses),
        false_alarms=tuple(shape.false_alarms),
        suggestions=tuple(shape.suggestions),
        fix=shape.fix,
        probes=probes,
        origin=pack,
    )
