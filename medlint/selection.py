"""Which rules run, with which severity and options, as the settings say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from medlint.errors import Mistake, SettingsError, UsageError
from medlint.rule import CATEGORIES, Rule
from medlint.settings import Settings, with_overrides
from medlint.shapes import KeyPath, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

GENERAL = "general"
"""The profile of rules that hold for every text."""

_TYPES = {"int": "a whole number", "float": "a number", "bool": "true or false", "str": "text"}


def named(name: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the rule ids that a name stands for, none where it is unknown.

    A name is an id, a category (`overclaim`) or the beginning of ids up to a dot or hyphen
    (`statistic.`, `overclaim.best` for `overclaim.best-ever`); so that a shortened word is a mistake.
    """
    ids = tuple(ids)
    if name in ids:
        return (name,)
    stem = name.rstrip(".-")
    beginnings = [name] if stem != name else [f"{stem}.", f"{stem}-"]
    # Without a dot it is a category, whole: "safety-" or "plain" is none.
    ends = tuple(beginning for beginning in beginnings if "." in beginning)
    return tuple(rule for rule in ids if rule.startswith(ends)) if stem and ends else ()


def selected(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """Return the rules that run, in their order, with their severities and options.

    `ignore` wins over `select`; of several names for one rule the longest sets severity and options.
    Rules of a profile run when the settings have that market or audience; none runs for an audience
    that it is not for.

    Raises:
        SettingsError: with every unknown name and wrong option, or because no rule is left.
    """
    ids = tuple(rule.id for rule in rules)
    if mistakes := tuple(_mistakes(rules, settings)):
        raise SettingsError(mistakes)
    chosen = set(_chosen(rules, settings))
    values = settings.values
    severities = {rule: level for name, level in _by_length(values.severity) for rule in named(name, ids)}
    options: dict[str, dict[str, Any]] = {}
    for name, given in _by_length(values.options):
        for rule in named(name, ids):
            options.setdefault(rule, {}).update(given)
    if values.evidence.registry:
        for rule in named("evidence", ids):
            options.setdefault(rule, {})["registry"] = str(settings.folder / values.evidence.registry)
    return tuple(
        replace(
            _with_options(rule, options.get(rule.id, {})), severity=severities.get(rule.id, rule.severity)
        )
        for rule in rules
        if rule.id in chosen
    )


def check_version(settings: Settings, version: str) -> None:
    """Refuse settings that are made for another version of medlint.

    Raises:
        SettingsError: `required-version` cannot be read, or `version` does not meet it.
    """
    wanted = settings.values.required_version
    if wanted is None:
        return
    is_met = _is_met(wanted, version)
    if is_met is None:
        problem = f"{wanted!r} is no version; write '>=0.1' or '==0.1.0'"
    else:
        problem = f"these settings are for medlint {wanted}, this is medlint {version}"
    if not is_met:
        raise SettingsError([settings.mistake(("required-version",), problem)])


def _by_length(mapping: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(mapping.items(), key=_length)


def _length(item: tuple[str, Any]) -> int:
    return len(item[0].rstrip(".-"))


def _chosen(rules: Sequence[Rule], settings: Settings) -> Iterator[str]:
    values = settings.values
    ids = tuple(rule.id for rule in rules)
    profiles = {GENERAL, values.profile.market, values.profile.audience}
    ignored = {rule for name in values.ignore for rule in named(name, ids)}
    asked = {rule for name in values.select or () for rule in named(name, ids)}
    for rule in rules:
        wanted = rule.id in asked if values.select is not None else True
        is_for = profiles.intersection(rule.profiles) and values.profile.audience not in rule.not_for
        if wanted and rule.id not in ignored and is_for:
            yield rule.id


def _mistakes(rules: Sequence[Rule], settings: Settings) -> Iterator[Mistake]:
    values = settings.values
    groups: list[tuple[tuple[str | int, ...], Any, Settings]] = [((), values, settings)]
    for index, override in enumerate(values.overrides):
        groups.append((("overrides", index), override, with_overrides(settings, (index,))))
    for before, group, view in groups:
        found = tuple(_group_mistakes(rules, settings, before, group))
        yield from found
        if not found and not any(_chosen(rules, view)):
            key = (*before, "select" if group.select is not None else "ignore")
            yield settings.mistake(key, "no rule is left; to leave files out, use exclude")
    ids = tuple(rule.id for rule in rules)
    if not isinstance(values.fail_on, str):
        names: dict[Any, str] = {("fail-on", name): name for name in values.fail_on if name != "default"}
        yield from _unknown(settings, names, ids)
    for index, allowance in enumerate(values.allow):
        yield from _unknown(settings, {("allow", index, "rule"): allowance.rule}, ids)


def _group_mistakes(
    rules: Sequence[Rule], settings: Settings, before: tuple[str | int, ...], group: Any
) -> Iterator[Mistake]:
    ids = tuple(rule.id for rule in rules)
    names: dict[KeyPath, str] = {(*before, "select", i): name for i, name in enumerate(group.select or ())}
    names |= {(*before, "ignore", i): name for i, name in enumerate(group.ignore)}
    names |= {(*before, "severity", name): name for name in group.severity}
    names |= {(*before, "options", name): name for name in group.options}
    yield from _unknown(settings, names, ids)
    if group.select == ():
        yield settings.mistake((*before, "select"), "no rule is selected; leave the key out to have all")
    by_id = {rule.id: rule for rule in rules}
    for name, given in group.options.items():
        meant = [by_id[rule] for rule in named(name, ids)]
        for option, value in given.items() if meant else ():
            key_path = (*before, "options", name, option)
            if problem := _unknown_option(name, meant, option):
                yield settings.mistake(key_path, problem, at_value=False)
            elif problem := _wrong_value(meant, option, value):
                yield settings.mistake(key_path, problem)


def _unknown(settings: Settings, names: Mapping[Any, str], ids: Sequence[str]) -> Iterator[Mistake]:
    for key_path, name in names.items():
        if not named(name, ids):
            known = [*ids, *(category for category in CATEGORIES if named(category, ids))]
            message = f"no rule is called {name!r}{nearest(name, known)}"
            yield settings.mistake(key_path, message, at_value=key_path[-1] != name)


def _unknown_option(name: str, rules: Sequence[Rule], option: str) -> str:
    if any(_word(option) in rule.options for rule in rules):
        return ""
    known = sorted({other.replace("_", "-") for rule in rules for other in rule.options})
    near = nearest(option, known) or (f"; it has {', '.join(known)}" if known else "; it has none")
    return f"{name} has no option {option!r}{near}"


def _wrong_value(rules: Sequence[Rule], option: str, value: Any) -> str:
    for rule in rules:
        try:
            _with_options(rule, {option: value})
        except UsageError:
            expected = rule.options[_word(option)].type.__name__
            return f"{_TYPES.get(expected, expected)} expected, not {value!r}"
    return ""


def _word(option: str) -> str:
    """Return an option's name in Python."""
    return option.replace("-", "_")


def _with_options(rule: Rule, given: Mapping[str, Any]) -> Rule:
    """Return the rule with those of the options that it has; a whole number may stand for a number."""
    values: dict[str, Any] = {}
    for name, value in given.items():
        option = rule.options.get(_word(name))
        if option is not None:
            is_whole = option.type is float and type(value) is int
            values[option.name] = float(value) if is_whole else value
    return rule.with_options(values)


_CONDITION = re.compile(r"\s*(>=|<=|==|!=|>|<|)\s*(\d+(?:\.\d+)*)\s*")


def _is_met(wanted: str, version: str) -> bool | None:
    """Say whether all comma-separated conditions hold; None where one cannot be read."""
    conditions = [_CONDITION.fullmatch(part) for part in wanted.split(",")]
    if not all(conditions):
        return None
    mine = _numbers(version)
    return all(_holds(mine, found[1], _numbers(found[2])) for found in conditions if found)


def _numbers(version: str) -> tuple[int, ...]:
    # A development version ("0.2.0.dev1") counts as the version it leads to.
    numbers = [int(number) for number in re.findall(r"(?:^|\.)(\d+)(?=\.|$)", version)]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _holds(mine: tuple[int, ...], sign: str, other: tuple[int, ...]) -> bool:
    return {
        ">=": mine >= other,
        "<=": mine <= other,
        ">": mine > other,
        "<": mine < other,
        "!=": mine != other,
    }.get(sign, mine == other)
