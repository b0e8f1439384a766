"""A rule: what is wrong, why, what to do, examples, and the probes that say where."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal

from medlint import authorities
from medlint.errors import UsageError
from medlint.model import Document, Match, Needs, Passage, Region, Severity, Source

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""Worst first."""

CATEGORIES = (
    "statistic",
    "overclaim",
    "evidence",
    "terminology",
    "safety-notation",
    "grammar",
    "person-first",
    "plain-language",
    "document",
    "regulatory",
    "medlint",
)
"""The part of a rule's id before the first dot."""

SAFELY_FIXED = ("grammar", "safety-notation")
"""Categories whose suggestions say the same as the words they stand for, unless a rule says otherwise."""

Fix = Literal["safe", "unsafe"]
"""Whether the one suggestion of a match may take the place of the words while nobody looks."""

Scope = Literal["sentence", "block", "document"]
Find = Callable[[Document, Passage], Iterable[Match]]
Doubt = Callable[[Document, Region], str | None]
"""Says why words that a rule has flagged are likely innocent, or nothing."""

SecondLook = Callable[[Document, Sequence[Region]], Iterable[Match]]
"""A search that runs when all probes have, told which words are already flagged, in reading order."""


@dataclass(frozen=True)
class Probe:
    """One thing to look for: the words without which it cannot be there, and how to look.

    `find` is called for each passage of the scope that holds one of the anchors as whole words, or
    for every passage where there are no anchors; for the scope `document` once, with all of it.
    """

    anchors: tuple[str, ...]  # written as in `Document.plain`: lower case, a space for a hyphen
    find: Find
    scope: Scope = "sentence"


@dataclass(frozen=True)
class Option:
    """A setting of a rule, read from the signature of its check."""

    name: str
    type: type
    default: Any


@dataclass(frozen=True)
class Rule:
    """One fault, whether it was written in YAML or in Python."""

    id: str
    message: str  # with {text} and the names of Match.words
    severity: Severity
    needs: Needs
    why: str
    advice: str
    sources: tuple[str, ...]  # keys of authorities.yaml or https addresses
    bad: tuple[str, ...]  # [[…]] marks the words to be flagged
    good: tuple[str, ...]
    probes: tuple[Probe, ...]
    label: str | None = None
    profiles: tuple[str, ...] = ("general",)
    not_for: tuple[str, ...] = ()  # audiences for which it does not run, whatever the market
    misses: tuple[str, ...] = ()  # faults not found yet
    false_alarms: tuple[str, ...] = ()  # sound text flagged, [[…]] marks what
    options: Mapping[str, Option] = field(default_factory=dict)
    origin: str = ""  # the pack or module that holds it
    second_look: SecondLook | None = None
    doubt: Doubt | None = None  # asked of what other rules of the category have found
    suggestions: tuple[str, ...] = ()  # wordings that fit wherever the rule matches
    needs_model: str | None = None  # "parse": runs only where such a model is installed and wanted
    absorbs: tuple[str, ...] = ()  # categories whose findings in the same words become its causes

    @property
    def cited(self) -> tuple[Source, ...]:
        """Its sources; those of a duty of law say whether their pointers were confirmed."""
        resolve = authorities.cited if self.category == "regulatory" else authorities.resolve
        return tuple(resolve(source) for source in self.sources)

    fix: Fix | None = None  # None: as its category has it

    @property
    def is_safely_fixed(self) -> bool:
        """Whether `--fix` may apply its suggestion, where a match has exactly one."""
        return self.fix == "safe" if self.fix else self.category in SAFELY_FIXED

    @property
    def category(self) -> str:
        """The part of the id before the first dot."""
        return self.id.partition(".")[0]

    def with_options(self, values: Mapping[str, Any]) -> Rule:
        """Return the rule with other values for its options.

        Raises:
            UsageError: an option is unknown or its value has the wrong type.
        """
        for name, value in values.items():
            option = self.options.get(name)
            if option is None:
                raise UsageError(f"rule {self.id} has no option {name!r}")
            if type(value) is not option.type:
                raise UsageError(f"{self.id}.{name}: {option.type.__name__} expected, not {value!r}")
        probes = tuple(replace(probe, find=partial(probe.find, **values)) for probe in self.probes)
        if not values:
            return self
        second_look = partial(self.second_look, **values) if self.second_look else None
        return replace(self, probes=probes, second_look=second_look)


def rule(
    *,
    id: str,
    message: str,
    severity: Severity,
    needs: Needs,
    advice: str,
    sources: Sequence[str],
    bad: Sequence[str],
    good: Sequence[str],
    scope: Scope = "sentence",
    anchors: Sequence[str] = (),
    label: str | None = None,
    profiles: Sequence[str] = ("general",),
    not_for: Sequence[str] = (),
    misses: Sequence[str] = (),
    false_alarms: Sequence[str] = (),
    needs_model: str | None = None,
    absorbs: Sequence[str] = (),
    fix: Fix | None = None,
) -> Callable[[Callable[..., Iterator[Match]]], Rule]:
    """Make a `Rule` of a check; the module's docstring is its `why`.

    The check takes `(document, passage, *, options)`, or `(document, *, options)` where the scope
    is the document. Its keyword-only parameters, each with a type and a default, are its options.
    `fix="unsafe"` says that a suggestion is one of several cures, or may change what the text says.
    """

    def make(check: Callable[..., Iterator[Match]]) -> Rule:
        find: Find = _on_document(check) if scope == "document" else check
        return Rule(
            id=id,
            label=label,
            message=message,
            severity=severity,
            needs=needs,
            why=" ".join((inspect.getmodule(check).__doc__ or "").split()),
            advice=advice,
            sources=tuple(sources),
            profiles=tuple(profiles),
            not_for=tuple(not_for),
            bad=tuple(bad),
            good=tuple(good),
            misses=tuple(misses),
            false_alarms=tuple(false_alarms),
            probes=(Probe(tuple(anchors), find, scope),),
            options=_options(check),
            origin=check.__module__,
            needs_model=needs_model,
            absorbs=tuple(absorbs),
            fix=fix,
        )

    return make


def whole(document: Document) -> Passage:
    """Return the document as one passage."""
    return Passage("paragraph", document.text, Region(0, len(document.text)))


def _on_document(check: Callable[..., Iterator[Match]]) -> Find:
    def find(document: Document, _: Passage, **options: Any) -> Iterator[Match]:
        return check(document, **options)

    return find


def _options(check: Callable[..., Iterator[Match]]) -> dict[str, Option]:
    if not check.__code__.co_kwonlyargcount:
        return {}  # most rules; to evaluate annotations is what making a rule costs
    parameters = inspect.signature(check, eval_str=True).parameters.values()
    return {
        parameter.name: Option(parameter.name, parameter.annotation, parameter.default)
        for parameter in parameters
        if parameter.kind is parameter.KEYWORD_ONLY
    }
