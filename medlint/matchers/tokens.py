"""`tokens:` patterns of spaCy's Matcher, looked for where one of their `anchors` stands.

The pipeline is blank: attributes of the token's own text work (LOWER, ORTH, SHAPE, LIKE_NUM,
IS_PUNCT, REGEX, IN …), those of a tagger or parser do not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

from medlint import nlp
from medlint.lexicons import Lexicon, normalised
from medlint.model import Document, Match, Passage, Region
from medlint.rule import Probe

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

_MODEL_ATTRIBUTES = {"TAG", "POS", "DEP", "LEMMA", "MORPH", "ENT_TYPE", "ENT_IOB"}


class Spec(BaseModel):
    """Token patterns and the words they cannot do without."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    patterns: list[list[dict[str, Any]]] = Field(min_length=1)
    anchors: list[str] = Field(min_length=1)


@dataclass(frozen=True)
class Tokens:
    """Token patterns; calling it yields their places in a passage. The first call loads spaCy."""

    patterns: str  # as JSON

    @cached_property
    def matcher(self) -> Matcher:
        """SpaCy's matcher over the patterns."""
        from spacy.matcher import Matcher

        matcher = Matcher(nlp.pipeline().vocab, validate=True)
        matcher.add("rule", json.loads(self.patterns), greedy="LONGEST")
        return matcher

    def __call__(self, document: Document, passage: Passage) -> Iterator[Match]:
        """Yield the places of the patterns in `passage`."""
        doc = _tokens(document.text[passage.region.start : passage.region.end])
        for _, first, last in sorted(self.matcher(doc), key=lambda found: found[1:]):
            span = doc[first:last]
            shift = passage.region.start
            yield Match(Region(shift + span.start_char, shift + span.end_char))


def plain(spec: Spec, probes: Sequence[Probe]) -> Any:  # noqa: ARG001 - one shape for all kinds
    """Return what `restored` needs to make the probe again, as plain data."""
    return spec.model_dump(mode="json", by_alias=True)


def restored(kept: Any, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:
    """Return the probe of what `plain` returned."""
    return probes(Spec.model_validate(kept), lexicons)


def probes(spec: Spec, lexicons: Mapping[str, Lexicon]) -> tuple[Probe, ...]:  # noqa: ARG001 - one shape for all kinds
    """Return the probe of the patterns.

    Raises:
        ValueError: a pattern asks for what only a tagger or parser knows.
    """
    asked = {key for pattern in spec.patterns for token in pattern for key in token}
    if missing := sorted(asked & _MODEL_ATTRIBUTES):
        raise ValueError(f"{', '.join(missing)} would need a trained model, which medlint does not load")
    anchors = tuple(normalised(anchor) for anchor in spec.anchors)
    return (Probe(anchors, Tokens(json.dumps(spec.patterns))),)


@lru_cache(maxsize=64)
def _tokens(text: str) -> Doc:
    return nlp.pipeline().make_doc(text)
