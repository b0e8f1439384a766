"""LanguageTool's matches as findings of ours: `grammar.lt.<its id>`, in our words where we have some."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from medlint.languagetool import jars
from medlint.languagetool.messages import MESSAGES
from medlint.model import Match, Region
from medlint.rule import Rule
from medlint.selection import named

if TYPE_CHECKING:
    from medlint.languagetool.hits import Hit
    from medlint.languagetool.session import Found
    from medlint.settings import Settings
    from medlint.settings_shape import Override, Values

PREFIX = "grammar.lt."
"""How the ids begin of what LanguageTool finds."""

OTHER = f"{PREFIX}other"
"""The rule that stands for all that have no words of ours and are not named in the settings."""

ATTRIBUTION = f"LanguageTool {jars.VERSION}, LGPL 2.1 or later"

_WHY = (
    "LanguageTool, a program of its own that is asked where it is installed, knows thousands of errors of "
    "English. It was not made for medical text, so that it may be wrong here."
)
_SOURCE = "https://languagetool.org/"

# Parts of LanguageTool's ids that tell what is wrong; the first that is there counts.
_SIGNS = (
    ("repeated", r"REPE(?:AT|TITION)|DT_DT"),
    ("agreement", r"AGR(?:EEMENT)?|NNS|PLURAL|SINGULAR|UNCOUNTABLE|HE_VERB|IT_VBZ|THERE_(?:S|RE|WAS)_MANY"),
    ("article", r"A_VS_AN|ARTICLE|(?:^|_)DT|^AN?_|^THE_"),
    ("preposition", r"PREPOSITION|_(?:ABOUT|OF|ON|TO|FOR|WITH|FROM)$"),
    ("verb", r"VB|MD|MODAL|VERB|TENSE|INFINITIV|BASE_?FORM|DID|HAVE|_DO(?:ES)?_"),
)
_BY_CATEGORY: Mapping[str, str] = {
    "CASING": "capitalisation",
    "PROPER_NOUNS": "capitalisation",
    "PUNCTUATION": "punctuation",
    "TYPOS": "spelling",
    "CONFUSED_WORDS": "wordchoice",
    "COLLOCATIONS": "preposition",
    "NONSTANDARD_PHRASES": "wordchoice",
}


@cache
def names() -> tuple[str, ...]:
    """Return the ids of all that LanguageTool may find, ours of its pinned version."""
    text = Path(__file__).with_name("rule-names.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return (OTHER, *(PREFIX + name for line in lines for name in line.split()))


def rules(asked: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Return the rules with words of ours, the one for all others, and those that are asked for by name."""
    wanted = {f"{PREFIX}{name}" for name in MESSAGES}
    for name in asked:
        # A name of them all means the one for all others too; to have a rule for each would only be slow.
        if name.startswith(PREFIX) and name != PREFIX:
            wanted.update(named(name, names()))
    return tuple(rule(name) for name in sorted(wanted | {OTHER}))


def written(settings: Settings) -> Iterator[str]:
    """Yield the names of rules that stand anywhere in the settings."""
    values = settings.values
    groups: tuple[Values | Override, ...] = (values, *values.overrides)
    for group in groups:
        yield from (*(group.select or ()), *group.ignore, *group.severity, *group.options)
    for allowance in values.allow:
        yield allowance.rule


def is_wanted(settings: Settings) -> bool:
    """Say whether anything that LanguageTool finds could be shown; else it need not be asked."""
    values = settings.values
    if values.grammar.engine not in ("auto", "languagetool"):
        return False
    if {"grammar", "grammar.lt"}.intersection(name.rstrip(".-") for name in values.ignore):
        return False
    groups: tuple[Values | Override, ...] = (values, *values.overrides)
    return any(group.select is None or any(named(name, names()) for name in group.select) for group in groups)


@cache
def rule(name: str) -> Rule:
    """Return the rule of an id that begins with `PREFIX`."""
    words = MESSAGES.get(name.removeprefix(PREFIX))
    return Rule(
        id=name,
        label=f"grammar.{words.fault}" if words else None,
        message=words.message if words else "{told}",
        severity="note",
        needs="wording",
        why=_WHY,
        advice=f"{words.advice if words else 'Read the sentence aloud.'} (Found by {ATTRIBUTION}.)",
        sources=(_SOURCE,),
        bad=words.bad if words else (),
        good=words.good if words else (),
        probes=(),
        origin=__name__,
        fix="unsafe",  # its suggestions are guesses, and what it knows is not ours to prove
    )


def matches(
    found: Found, active: Mapping[str, Rule], loaded: Collection[str]
) -> Iterator[tuple[Rule, Match]]:
    """Yield what was found as rules and matches, in reading order.

    Args:
        found: Blocks and LanguageTool's hits in them.
        active: The rules that run, by id.
        loaded: The ids of all rules there are: one that is there and not active is switched off.
    """
    for annotated, hits in found:
        for hit in hits:
            applied = _applied(name_of(hit.rule), active, loaded)
            if applied is not None:
                start = annotated.block.region.start
                region = Region(start + hit.start, start + hit.end)
                label = None if applied.label else label_of(hit)
                yield applied, Match(region, {"told": _told(hit.message)}, hit.suggestions, label)


def _applied(name: str, active: Mapping[str, Rule], loaded: Collection[str]) -> Rule | None:
    if name in loaded:
        return active.get(name)
    other = active.get(OTHER)
    return replace(other, id=name) if other else None


def active(running: Mapping[str, Rule], loaded: Collection[str]) -> Iterator[str]:
    """Yield the ids of all that LanguageTool may find and would be shown; arguments as in `matches`."""
    for name in names():
        if name in running if name in loaded else OTHER in running:
            yield name


def name_of(id: str) -> str:
    """Return our id of a rule of LanguageTool; one of a kind that it makes up for itself has the kind's."""
    name = PREFIX + re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")
    known = _known()
    while name not in known:
        name = name.rpartition("-")[0]
        if len(name) <= len(PREFIX):
            return OTHER
    return name


@cache
def _known() -> frozenset[str]:
    return frozenset(names())


def label_of(hit: Hit) -> str:
    """Return the kind of fault, as well as LanguageTool's names tell it."""
    if fault := _BY_CATEGORY.get(hit.category):
        return f"grammar.{fault}"
    fault = next((fault for fault, sign in _SIGNS if re.search(sign, hit.rule.upper())), "wordchoice")
    return f"grammar.{fault}"


def _told(message: str) -> str:
    """Return LanguageTool's message as one sentence of text."""
    text = " ".join(message.replace("<suggestion>", "“").replace("</suggestion>", "”").split())
    return text if text.endswith((".", "?", "!")) else f"{text}."
