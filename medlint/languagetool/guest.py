"""LanguageTool as a guest of our own rules: what it adds to a document, and what a run says of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from medlint.languagetool import rules
from medlint.languagetool.session import Found, Session
from medlint.model import Failure, Match, Report
from medlint.rule import Rule
from medlint.settings import Settings

WHAT = "grammar.languagetool"
"""How a failure names it."""

Ask = Callable[[], Found | None]
"""Waits for what LanguageTool found in a document; None where it could not be asked."""


@dataclass
class Guest:
    """LanguageTool at one document."""

    ask: Ask | None
    running: Mapping[str, Rule]  # by id
    loaded: Collection[str]  # ids of all rules there are
    found: Found | None = None

    def matches(self) -> Iterator[tuple[Rule, Match]]:
        """Yield what it found, as rules and matches."""
        self.found = self.ask() if self.ask else None
        yield from rules.matches(self.found or (), self.running, self.loaded)

    @property
    def active(self) -> tuple[str, ...]:
        """The ids of all rules that ran; its own only where it answered."""
        ours = (name for name in self.running if not name.startswith(rules.PREFIX))
        return (*ours, *(rules.active(self.running, self.loaded) if self.found is not None else ()))


def not_tried(settings: Settings, session: Session | None) -> set[int]:
    """Return the settings' allowances that only LanguageTool could need, unless it answered for all files."""
    if session and session.asked and session.note is None:
        return set()
    allow = enumerate(settings.values.allow)
    return {index for index, each in allow if f"{each.rule.rstrip('.')}.".startswith(rules.PREFIX)}


def noted(report: Report, session: Session | None, settings: Settings) -> Report:
    """Return the report with what is to be known of LanguageTool: a failure where it had to take part."""
    if session is None or session.note is None:
        return report
    if settings.values.grammar.engine == "languagetool":
        failure = Failure("", WHAT, session.note)
        return replace(report, failures=(failure, *report.failures))
    return replace(report, not_checked=(f"grammar: {session.note}",))
