"""Which findings make a run fail: from one severity on, or for each kind of rule from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from medlint.model import Finding
from medlint.rule import SEVERITIES
from medlint.selection import named
from medlint.settings_shape import FailOn

DEFAULT = "default"
"""The key of `fail-on` that stands for all rules without one of their own."""


@dataclass(frozen=True)
class Gate:
    """From which severity on a finding makes the run fail."""

    level: FailOn = "error"
    rules: tuple[tuple[str, FailOn], ...] = ()  # rule, category or beginning of ids; the longest decides

    def fails(self, finding: Finding) -> bool:
        """Say whether this finding makes the run fail."""
        level = self.level_of(finding.rule)
        return level != "never" and SEVERITIES.index(finding.severity) <= SEVERITIES.index(level)

    def level_of(self, rule: str) -> FailOn:
        """Return from which severity on findings of a rule make the run fail."""
        levels = [(len(name.rstrip(".-")), level) for name, level in self.rules if named(name, (rule,))]
        return max(levels, key=lambda each: each[0])[1] if levels else self.level

    @property
    def can_fail(self) -> bool:
        """Whether there is a finding that would make a run fail."""
        return any(level != "never" for level in (self.level, *(level for _, level in self.rules)))

    def __str__(self) -> str:
        """Return `error`, or `error (grammar: never, overclaim: warning)`."""
        others = ", ".join(f"{name}: {level}" for name, level in self.rules)
        return f"{self.level} ({others})" if others else self.level


def gate(fail_on: FailOn | Mapping[str, FailOn] | Gate) -> Gate:
    """Return what the setting `fail-on` says."""
    if isinstance(fail_on, Gate):
        return fail_on
    if isinstance(fail_on, str):
        return Gate(fail_on)
    rules = tuple(sorted((name, level) for name, level in fail_on.items() if name != DEFAULT))
    return Gate(fail_on.get(DEFAULT, "error"), rules)
