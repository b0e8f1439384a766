"""Document and rules → findings: run, deduplicate, allow, sort."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from medlint.engine import Engine, run
from medlint.errors import RuleError
from medlint.model import Document, Failure, Finding, Match, Region, Severity
from medlint.rule import SEVERITIES, Rule
from medlint.wording import fits_unasked, in_place

Guest = Callable[[], Iterable[tuple[Rule, Match]]]
"""Asks somebody who is no rule of ours, such as LanguageTool, what stands in the document."""

_LONGEST_TEXT = 120  # characters of the flagged words in a message


def findings(
    document: Document, engine: Engine, guest: Guest | None = None, *, repeats: bool = False
) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
    """Return what the rules of `engine` find in `document`, and the rules that failed.

    Findings are sorted by place, then rule id, those about the page as a whole last. Where two
    rules put the same label on the same words, one finding stands: the worse, then the longer.

    Args:
        document: What to look at.
        engine: The rules.
        guest: What somebody else finds, asked last. It adds to our findings and changes none of them.
        repeats: Whether every place is wanted of slips that are else told once on a page.
    """
    matches: list[tuple[Rule, Match]] = []
    failures: list[Failure] = []
    for rule, result in run(engine, document, repeats=repeats):
        if isinstance(result, RuleError):
            failures.append(Failure(document.path, f"rule {rule.id}", str(result)))
        else:
            matches.append((rule, result))
    kept = [_doubted(document, engine, *found) for found in _absorbed(tuple(merged(matches)))]
    kept += _second_looks(document, engine, kept)
    if guest:
        kept += _beside(guest(), kept)
    kept.sort(key=_order)
    return tuple(_findings(document, kept)), tuple(failures)


def _absorbed(kept: Sequence[tuple[Rule, Match]]) -> Iterator[tuple[Rule, Match]]:
    """Yield what stands when rules that say more have taken up what others found in the same words."""
    greedy = [(rule, match) for rule, match in kept if rule.absorbs and match.region]
    for rule, match in kept:
        region = match.region
        if region is None or any(_takes(each, rule, region) for each in greedy):
            continue
        taken = (
            other.id for other, found in kept if found.region and _takes((rule, match), other, found.region)
        )
        yield rule, replace(match, causes=_causes(rule, match.causes, tuple(taken)))
    yield from ((rule, match) for rule, match in kept if match.region is None)


def _takes(greedy: tuple[Rule, Match], rule: Rule, region: Region) -> bool:
    by, match = greedy
    return by.id != rule.id and rule.category in by.absorbs and region.overlaps(match.region or Region(0, 0))


def _doubted(document: Document, engine: Engine, rule: Rule, match: Match) -> tuple[Rule, Match]:
    """Return the match with the reason for which it counts less, if a rule of its category has one."""
    if match.region is None:
        return rule, match
    for other in engine.rules:
        if other.doubt and other.category == rule.category:
            return rule, replace(match, doubt=match.doubt or other.doubt(document, match.region) or "")
    return rule, match


def _second_looks(
    document: Document, engine: Engine, found: Sequence[tuple[Rule, Match]]
) -> list[tuple[Rule, Match]]:
    """Return what rules find that look after all others, in the words that those left."""
    flagged = sorted(
        match.region for rule, match in found if match.region and rule.category in ("overclaim", "statistic")
    )
    looking = [rule for rule in engine.rules if rule.second_look]
    return [
        (rule, match) for rule in looking if rule.second_look for match in rule.second_look(document, flagged)
    ]


def _beside(
    added: Iterable[tuple[Rule, Match]], kept: Sequence[tuple[Rule, Match]]
) -> Iterator[tuple[Rule, Match]]:
    """Yield what a guest found where no rule of ours of that category found something."""
    ours = [(rule.category, match.region) for rule, match in kept if match.region]
    for rule, match in added:
        region = match.region
        if region and not any(rule.category == own and region.overlaps(place) for own, place in ours):
            yield rule, match


def _order(found: tuple[Rule, Match]) -> tuple[bool, int, int, str]:
    rule, match = found
    region = match.region or Region(0, 0)
    return match.region is None, region.start, region.end, rule.id


def merged(matches: Iterable[tuple[Rule, Match]]) -> Iterator[tuple[Rule, Match]]:
    """Yield one match for each label and stretch of words.

    Overlapping words of one rule are told as one stretch; of two rules with one label the worse
    stands, then the longer, and names the other as a cause.
    """
    by_label: dict[str, list[tuple[Region, Rule, Match]]] = {}
    whole_page: dict[str, tuple[Rule, Match]] = {}
    for rule, match in matches:
        if match.region is None:
            whole_page[rule.id] = rule, match
        else:
            by_label.setdefault(rule.label or rule.id, []).append((match.region, rule, match))
    for group in by_label.values():
        group.sort(key=lambda found: (found[0].start, -found[0].end, found[1].id))
        yield from _without_overlaps(group)
    yield from whole_page.values()


def _without_overlaps(group: Sequence[tuple[Region, Rule, Match]]) -> Iterator[tuple[Rule, Match]]:
    """Yield what stands of matches that are sorted by place."""
    region, rule, match = group[0]
    for other_region, other_rule, other in group[1:]:
        if not region.overlaps(other_region):
            yield rule, match
            region, rule, match = other_region, other_rule, other
        elif rule.id == other_rule.id:
            region = Region(region.start, max(region.end, other_region.end))
            match = replace(match, region=region)
        elif _worth(other_region, other_rule) > _worth(region, rule):
            causes = _causes(other_rule, match.causes, rule.id, other.causes)
            region, rule, match = other_region, other_rule, replace(other, causes=causes)
        else:
            match = replace(match, causes=_causes(rule, match.causes, other_rule.id))
    yield rule, match


def _causes(standing: Rule, known: Sequence[str], *more: str | Sequence[str]) -> tuple[str, ...]:
    """Return the other rules that found the fault, each once."""
    added = (name for each in more for name in ([each] if isinstance(each, str) else each))
    return tuple(name for name in dict.fromkeys((*known, *added)) if name != standing.id)


def _worth(region: Region, rule: Rule) -> tuple[int, int, bool]:
    """Return what decides; of two that are the same, a rule that knows the cure tells more than a guess."""
    return -SEVERITIES.index(rule.severity), region.end - region.start, rule.is_safely_fixed


def _findings(document: Document, matches: Sequence[tuple[Rule, Match]]) -> Iterator[Finding]:
    repeats: Counter[str] = Counter()
    for rule, match in matches:
        finding = _finding(document, rule, match)
        repeats[finding.fingerprint] += 1
        yield replace(
            finding, fingerprint=fingerprint(finding.fingerprint, str(repeats[finding.fingerprint]))
        )


def _finding(document: Document, rule: Rule, match: Match) -> Finding:
    region = match.region
    text, sentence, in_sentence = _words(document, region)
    shown = text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1].rstrip() + "…"
    start, end = document.source(region) if region else (None, None)
    suggestions = _suggestions(rule, match, text, begins=in_sentence[0] == 0)
    return Finding(
        path=document.path,
        rule=rule.id,
        label=match.label or rule.label,
        severity=_lowered(rule.severity) if match.doubt else rule.severity,
        needs=rule.needs,
        message=rule.message.format_map({"text": shown, **match.words}),
        advice=rule.advice,
        sources=(*match.sources, *rule.cited),
        start=start,
        end=end,
        position=document.place(start, end) if start is not None and end is not None else None,
        end_position=document.source_position(end) if end is not None else None,
        text=text,
        sentence=sentence,
        in_sentence=in_sentence,
        suggestions=suggestions,
        fingerprint=fingerprint(rule.id, _normal(text), _normal(sentence)),
        causes=match.causes,
        doubt=match.doubt,
        fixable=rule.is_safely_fixed and fits_unasked(text, suggestions),
    )


def _suggestions(rule: Rule, match: Match, text: str, *, begins: bool) -> tuple[str, ...]:
    """Return the wordings for these words; those that a rule has for all its words fit the first letter."""
    if match.suggestions or not rule.is_safely_fixed:
        return match.suggestions or rule.suggestions
    return tuple(in_place(wording, text, begins=begins) for wording in rule.suggestions)


def _lowered(severity: Severity) -> Severity:
    """Return the next milder severity; the mildest stays."""
    return SEVERITIES[min(SEVERITIES.index(severity) + 1, len(SEVERITIES) - 1)]


def _words(document: Document, region: Region | None) -> tuple[str, str, tuple[int, int]]:
    """Return the flagged words, the sentence or sentences around them, and where they stand in it."""
    if region is None:
        return "", "", (0, 0)
    first = document.sentence_at(region.start).region
    last = document.sentence_at(max(region.start, region.end - 1)).region
    start, end = min(first.start, region.start), max(last.end, region.end)
    return (
        document.text[region.start : region.end],
        document.text[start:end],
        (region.start - start, region.end - start),
    )


def _normal(text: str) -> str:
    return " ".join(text.lower().split())


def fingerprint(*parts: str) -> str:
    """Return a short hash of what makes a finding the same one after an edit elsewhere."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
