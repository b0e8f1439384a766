"""“It's” is short for “it is”; what belongs to it is “its”: the bruise and its colour.

Spelling checkers know both, and let the slip pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR, like
from medlint.tagging import tag_spots

_PATTERNS = (
    "(?P<flagged>it-is) /j? ~CMU/n! (?:/~z|is|can|will|has|of)",
    "(?:of|in|with|from|on|and|to|for|has|have) (?P<flagged>it-is) (?:own|CMUP(?=STOP|COMMA|/I))",
)


_IT_IS = (
    "(?:^|because|that|if|but|and|COMMA) (?P<flagged>its) "
    "(?:not|a|an|the|very|also|important|possible|necessary|better)(?=/D|/j|to|that|for|/n)"
)


@rule(
    id="grammar.its-or-it-is",
    label="grammar.spelling",
    severity="warning",
    needs="wording",
    message="“{text}” means “{meant}”; here it should be “{right}”.",
    advice="Write “its” for what belongs to it, and “it's” for “it is”.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "[[Its]] important to rest.",
        "The bruise is large, and [[it's]] size changes.",
        "A drug and the size of [[it's]] tablets.",
    ),
    good=("The bruise is large, and its size changes.", "It's safe, and it's time to go. It's skin deep."),
)
def check(document: Document) -> Iterator[Match]:
    """Yield "it's" before what belongs to it."""
    for spot in tag_spots(document, *_PATTERNS):
        yield Match(spot.region(), {"meant": "it is", "right": "its"}, (like("its", spot.text("flagged")),))
    for spot in tag_spots(document, _IT_IS):
        yield Match(spot.region(), {"meant": "of it", "right": "it's"}, (like("it's", spot.text("flagged")),))
