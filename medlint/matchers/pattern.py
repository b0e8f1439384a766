"""`pattern:` a regular expression, looked for where one of its `anchors` stands.

It runs over the folded text (lower case, plain quotation marks and dashes), or over the text as it
stands with `case: sensitive`. A group named `flagged` narrows what is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from medlint import expressions
from medlint.lexicons import Lexicon, digest_of, normalised
from medlint.matchers.runaway import repeats_without_bound
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Passage, Region
from medlint.rule import Probe, Scope

_NAME = re.compile(r"\{([a-z][a-z-]*)\}")


class Spec(BaseModel):
    """A regular expression and the words it cannot do without."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    regex: str
    anchors: list[str] = Field(min_length=1)
    case: Literal["folded", "sensitive"] = "folded"
    within: Scope = "sentence"


@dataclass(frozen=True)
class Pattern:
    """A regular expression; calling it yields its places in a passage."""

    written: str  # as in the pack: `{name}` stands for a lexicon
    is_case_sensitive: bool
    lexicons: Mapping[str, Lexicon] = field(repr=False, compare=False)

    @cached_property
    def regex(self) -> str:
        """The expression with its lexicons.

        Raises:
            ValueError: it names an unknown one.
        """
        return _NAME.sub(lambda name: _lexicon(name[1], self.lexicons), self.written)

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The compiled expression; compiled when first needed."""
        digest = digest_of(self.lexicons)
        if digest is None:
            return expressions.expression(self.regex)
        return expressions.named((self.written, "pattern", digest), lambda: self.regex)

    def __call__(self, document: Document, passage: Passage) -> Iterator[Match]:
        """Yield the places of the expression in `passage`."""
        text = document.text if self.is_case_sensitive else document.folded
        group = "flagged" if "flagged" in self.expression.groupindex else 0
        region = passage.region
        for found in self.expression.finditer(text, region.start, region.end):
            start, end = found.span(group)
            if start < end:
                yield Match(Region(start, end))


def probes(spec: Spec, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probe of an expression, in which `{name}` stands for a lexicon.

    Raises:
        ValueError: the expression cannot be read, or may take for ever on some text.
    """
    pattern = Pattern(spec.regex, spec.case == "sensitive", lexicons)
    try:
        expressions.expression(pattern.regex)
    except re.error as error:
        raise ValueError(f"the expression cannot be read: {error}") from error
    if repeats_without_bound(pattern.regex):
        raise ValueError(
            "a repeat inside a repeat may take for ever; give one of them a bound, such as {0,5}"
        )
    anchors = tuple(form for anchor in spec.anchors for form in _forms(anchor, lexicons))
    return (Probe(anchors, pattern, spec.within),)


def plain(spec: Spec, probes: Sequence[Probe]) -> Any:
    """Return what `restored` needs to make the probe again, as plain data."""
    return spec.regex, spec.case == "sensitive", spec.within, probes[0].anchors


def restored(kept: Any, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probe of what `plain` returned."""
    regex, is_case_sensitive, within, anchors = kept
    return (Probe(anchors, Pattern(regex, is_case_sensitive, lexicons), within),)


def _forms(anchor: str, lexicons: Mapping[str, Lexicon]) -> tuple[str, ...]:
    name = _NAME.fullmatch(anchor)
    if name is None:
        return (normalised(anchor),)
    if name[1] not in lexicons:
        raise ValueError(f"there is no lexicon {name[1]!r}")
    return lexicons[name[1]]


def _lexicon(name: str, lexicons: Mapping[str, Lexicon]) -> str:
    if name not in lexicons:
        raise ValueError(f"there is no lexicon {name!r}")
    return f"(?:{alternation(lexicons[name])})"
