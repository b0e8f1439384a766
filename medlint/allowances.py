"""Allowances: findings that may stand, by a remark in the text or by the settings, with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from medlint.allowance_rules import ALLOWANCE_RULES
from medlint.directives import Directive, directives
from medlint.model import Allowed
from medlint.selection import named
from medlint.settings import Settings, fits, relative
from medlint.shapes import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from medlint.errors import Mistake
    from medlint.model import Comment, Document, Finding

__all__ = ["ALLOWANCE_RULES", "Applied", "Problem", "apply", "has_ended", "unused_in_settings"]

OWN = "medlint"
"""The category of what is wrong with allowances; it cannot be allowed away."""


@dataclass(frozen=True)
class Problem:
    """Something wrong with a remark: one of `ALLOWANCE_RULES`, its place and its words."""

    rule: str
    start: int  # code points of the decoded file, from 0
    end: int  # end excluded
    text: str  # the remark
    words: Mapping[str, str] = field(default_factory=dict)  # for the message, by name


@dataclass(frozen=True)
class Applied:
    """What became of the findings of a document."""

    kept: tuple[Finding, ...]  # in their order
    allowed: tuple[Allowed, ...]  # by a remark or the settings
    accepted: tuple[Finding, ...]  # on words that the settings accept
    problems: tuple[Problem, ...]  # by place
    used: frozenset[int]  # indexes of `settings.values.allow`


@dataclass(frozen=True)
class _Allowance:
    """One name of a remark, and the stretch of the file it covers."""

    name: str
    ids: tuple[str, ...]
    directive: Directive
    start: int
    end: int
    is_for_file: bool = False

    @property
    def comment(self) -> Comment:
        return self.directive.comment

    def covers(self, finding: Finding) -> bool:
        if finding.rule not in self.ids:
            return False
        return self.is_for_file or (finding.start is not None and self.start <= finding.start < self.end)


def apply(
    document: Document,
    findings: Sequence[Finding],
    settings: Settings,
    known: Collection[str],
    active: Collection[str] | None = None,
    as_of: str = "",
) -> Applied:
    """Return the findings that stand, those that are allowed, and what is wrong with the allowances.

    Args:
        document: What was checked.
        findings: What was found in it, in any order.
        settings: For `words.accept`, `allow` and `allowances`.
        known: The ids of all rules.
        active: The ids of the rules that ran; all, where it is left out. An allowance of a rule that
            did not run is not called unused.
        as_of: The day; what ended before it allows nothing. Without it nothing has ended.
    """
    allowances, problems = _read(document, settings, tuple(known), as_of)
    kept, allowed, accepted = [], [], []
    used: set[int] = set()
    needed: set[_Allowance] = set()
    for finding in findings:
        by_text = [allowance for allowance in allowances if allowance.covers(finding)]
        by_settings = [*_by_settings(document, finding, settings, tuple(known), as_of)]
        needed.update(by_text)
        used.update(by_settings)
        is_own = finding.rule.partition(".")[0] == OWN
        if not is_own and (by_text or by_settings):
            allowed.append(_allowed(finding, by_text, by_settings, settings))
        elif not is_own and any(_stands_in(finding, words) for words in settings.values.words.accept):
            accepted.append(finding)
        else:
            kept.append(finding)
    ran = set(known if active is None else active)
    unused = [
        allowance for allowance in allowances if allowance not in needed and ran.issuperset(allowance.ids)
    ]
    problems += [_problem("unused-allowance", each.comment, name=each.name) for each in unused]
    return Applied(
        tuple(kept), tuple(allowed), tuple(accepted), tuple(sorted(problems, key=_place)), frozenset(used)
    )


def unused_in_settings(settings: Settings, used: Collection[int]) -> tuple[Mistake, ...]:
    """Return the allowances of the settings that allowed nothing, given those used in a whole run."""
    unused = (index for index in range(len(settings.values.allow)) if index not in used)
    return tuple(settings.mistake(("allow", index), "this allowance allows nothing") for index in unused)


def has_ended(until: str, as_of: str) -> bool:
    """Say whether an allowance with this last day has ended on a day; ISO dates sort as text."""
    return bool(until and as_of) and until < as_of


def _allowed(
    finding: Finding, by_text: Sequence[_Allowance], by_settings: Sequence[int], settings: Settings
) -> Allowed:
    """Return the finding with the words of what allows it: of the remark in the text, if there is one."""
    if by_text:
        remark = by_text[0].directive
        return Allowed(finding, "text", remark.reason, remark.author, remark.until)
    entry = settings.values.allow[by_settings[0]]
    until = entry.until.isoformat() if entry.until else ""
    return Allowed(finding, "settings", entry.reason or "", entry.author or "", until)


def _read(
    document: Document, settings: Settings, known: tuple[str, ...], as_of: str
) -> tuple[list[_Allowance], list[Problem]]:
    """Return the allowances of the text that are sound, and what is wrong with the others."""
    allowances: list[_Allowance] = []
    problems: list[Problem] = []
    opened: dict[str, Directive] = {}
    for directive in directives(document):
        faults = [*_faults(directive, settings, known)]
        problems += faults
        if directive.problem or any(fault.rule != "medlint.unknown-rule" for fault in faults):
            continue
        names = tuple(name for name in directive.names if named(name, known))
        if directive.form == "allow-start":
            problems += _open(directive, names, opened)
        elif directive.form == "allow-end":
            for name in names if directive.names else tuple(opened):
                if name in opened:
                    allowances.append(_range(name, known, opened.pop(name), directive))
                else:
                    problem = f"no range that allows {name} is open here"
                    problems.append(_problem("bad-allowance", directive.comment, problem=problem))
        else:
            start, end = _stretch(document, directive.comment)
            is_for_file = directive.form == "allow-file"
            allowances += [
                _Allowance(name, named(name, known), directive, start, end, is_for_file) for name in names
            ]
    problems += [_problem("unclosed-range", each.comment, name=name) for name, each in opened.items()]
    in_force = [each for each in allowances if not has_ended(each.directive.until, as_of)]
    problems += [
        _problem("expired-allowance", each.comment, name=each.name, until=each.directive.until)
        for each in allowances
        if each not in in_force
    ]
    return in_force, problems


def _faults(directive: Directive, settings: Settings, known: tuple[str, ...]) -> Iterator[Problem]:
    comment = directive.comment
    if directive.problem:
        yield _problem("bad-allowance", comment, problem=directive.problem)
    for name in directive.names:
        if name.partition(".")[0] == OWN:
            yield _problem(
                "bad-allowance", comment, problem="what medlint says of allowances cannot be allowed"
            )
        elif not named(name, known):
            categories = {rule.partition(".")[0] for rule in known}
            near = nearest(name, [*known, *sorted(categories)]) or "."
            yield _problem("unknown-rule", comment, name=name, near=near)
    needs_reason = directive.form in ("allow", "allow-file", "allow-start")
    if needs_reason and not directive.reason and settings.values.allowances.require_reason:
        yield _problem("no-reason", comment, name=", ".join(directive.names))


def _open(directive: Directive, names: Sequence[str], opened: dict[str, Directive]) -> Iterator[Problem]:
    for name in names:
        if name in opened:
            yield _problem(
                "bad-allowance", directive.comment, problem=f"a range that allows {name} is open already"
            )
        else:
            opened[name] = directive


def _range(name: str, known: tuple[str, ...], first: Directive, last: Directive) -> _Allowance:
    return _Allowance(name, named(name, known), first, first.comment.end, last.comment.start)


_LINES_MEAN_NOTHING = (".html", ".htm", ".xhtml", ".eml")  # a whole page may stand on one line


def _stretch(document: Document, comment: Comment) -> tuple[int, int]:
    """Return the places in the file of the blocks on the remark's lines, or else of the next one."""
    if document.path.lower().endswith(_LINES_MEAN_NOTHING):
        return _block_of(document, comment)
    spans = [document.source(block.region) for block in document.blocks]
    first, last = _lines(document, comment.start, comment.end)
    here = [span for span in spans if _share_lines(document, span, first, last)]
    if not here:
        following = next((span for span in spans if span[0] >= comment.end), None)
        if following is None:
            return comment.end, comment.end
        # A table's row is many blocks on one line.
        line = _lines(document, *following)[0]
        here = [span for span in spans if _share_lines(document, span, line, line)]
    return min(start for start, _ in here), max(end for _, end in here)


def _block_of(document: Document, comment: Comment) -> tuple[int, int]:
    """Return the place in the file of the block that holds the remark, or else of the next one."""
    for block in document.blocks:
        is_inside = block.region.start < comment.offset <= block.region.end
        if is_inside or block.region.start >= comment.offset:
            return document.source(block.region)
    return comment.end, comment.end


def _share_lines(document: Document, span: tuple[int, int], first: int, last: int) -> bool:
    begin, end = _lines(document, *span)
    return begin <= last and first <= end


def _lines(document: Document, start: int, end: int) -> tuple[int, int]:
    return document.source_position(start).line, document.source_position(max(start, end - 1)).line


def _by_settings(
    document: Document, finding: Finding, settings: Settings, known: tuple[str, ...], as_of: str
) -> Iterator[int]:
    for index, allowance in enumerate(settings.values.allow):
        if allowance.until and has_ended(allowance.until.isoformat(), as_of):
            continue
        is_meant = finding.rule in named(allowance.rule, known)
        if is_meant and (_stands_in(finding, allowance.words) or _holds(finding, allowance.words)):
            path = relative(settings, Path(document.path))
            if not allowance.files or fits(path, allowance.files):
                yield index


def _stands_in(finding: Finding, words: str) -> bool:
    """Say whether all that is flagged is part of the words."""
    start, end = finding.in_sentence
    return start < end and any(
        found.start() <= start and end <= found.end() for found in _pattern(words).finditer(finding.sentence)
    )


def _holds(finding: Finding, words: str) -> bool:
    return _pattern(words).search(finding.text) is not None


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str]:
    """Return the words as they may be written: any case, white space, dash or apostrophe."""
    parts = (re.escape(part) for part in re.split(r"[\s\u2010-\u2015-]+", words.strip()))
    text = r"[\s\u2010-\u2015-]+".join(re.sub(r"['\u2018\u2019]", "['\u2018\u2019]", part) for part in parts)
    return re.compile(rf"(?<!\w){text}(?!\w)", re.IGNORECASE)


def _problem(fault: str, comment: Comment, **words: str) -> Problem:
    return Problem(f"{OWN}.{fault}", comment.start, comment.end, comment.text, words)


def _place(problem: Problem) -> tuple[int, int, str]:
    return problem.start, problem.end, problem.rule
