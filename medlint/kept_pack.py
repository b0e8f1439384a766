"""Packs that an earlier run has read and found right: rules as plain data, made into rules again.

Expressions and tables are not in it; a probe reads its part when a page first holds one of its anchors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from medlint import compiled, lexicons
from medlint.conditions import Condition, Named, Near, compile_condition, guarded, near, together
from medlint.lexicons import Lexicon, Lexicons
from medlint.matchers import KINDS
from medlint.rule import Probe, Rule

Recipe = tuple[str, Any, Sequence[Any], Sequence[Any]]
"""How the probes of one `match:` are made again: its kind, its data, `unless` and `only`."""

_FIELDS = tuple(each.name for each in fields(Rule) if each.name not in ("probes", "options"))


def read(key: Sequence[str]) -> tuple[str, tuple[Rule, ...]] | None:
    """Return name and rules of the pack with that key, None where it was not kept.

    Args:
        key: Hashes of the pack and of all that its rules are made of.
    """
    kept = compiled.get("pack", key)
    if kept is None:
        return None
    name, own, rules = kept
    known = names(own, key)
    return name, tuple(_rule(values, recipes, known) for values, recipes in rules)


def write(
    key: Sequence[str],
    name: str,
    own: Mapping[str, Lexicon],
    rules: Sequence[Rule],
    recipes: Sequence[Sequence[Recipe]],
) -> None:
    """Keep a pack without mistakes; `recipes` has those of each rule."""
    plain = [
        (tuple(getattr(rule, field) for field in _FIELDS), tuple(each))
        for rule, each in zip(rules, recipes, strict=True)
    ]
    compiled.put("pack", key, (name, dict(own), plain))


def names(own: Mapping[str, Lexicon], key: Sequence[str]) -> Lexicons:
    """Return the lexicons that a pack may name: the shipped ones and its own."""
    return Lexicons({**lexicons.shipped(), **own}, compiled.digest_of(*key))


def recipe(
    kind: str, spec: Any, probes: Sequence[Probe], unless: Sequence[Condition], only: Sequence[Condition]
) -> Recipe:
    """Return how the probes of one `match:` are made again."""
    return kind, KINDS[kind].plain(spec, probes), _plain(unless), _plain(only)


def _plain(conditions: Sequence[Condition]) -> tuple[Any, ...]:
    return tuple(each if isinstance(each, str) else each.model_dump() for each in conditions)


def _rule(values: Sequence[Any], recipes: Sequence[Recipe], known: Lexicons) -> Rule:
    probes = tuple(probe for each in recipes for probe in _probes(each, known))
    return Rule(**dict(zip(_FIELDS, values, strict=True)), probes=probes)


def _probes(recipe: Recipe, known: Lexicons) -> tuple[Probe, ...]:
    kind, data, unless, only = recipe
    found: tuple[Probe, ...] = KINDS[kind].restored(data, known)
    return guarded(found, _conditions(unless, known), _conditions(only, known))


def _conditions(plain: Sequence[Any], known: Lexicons) -> list[Named]:
    return [_condition(each, known) for each in plain]


def _condition(plain: Any, known: Lexicons) -> Named:
    if isinstance(plain, str):
        return compile_condition(plain, known)
    if "all" in plain:
        return together(_conditions(plain["all"], known))
    return near(Near.model_construct(**plain), known)
