"""A question ends with a question mark: do you have pain?

Without it the reader looks for the rest of a statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION
from medlint.tagging import tag_spots

_REST = "(?:(?!COMMA|ASK|MARK|COLON|SEMICOLON).)* (?P<flagged>. STOP)$"
_PATTERNS = (
    f"^(?:do|does|did|can|are|will|is|have|has) (?:you|we|they|i|he|she) {_REST}",
    (
        "^(?:what|how|why|where|when) (?:long|much|many|often)? (?:is|are|do|does|did|can|should) "
        f"(?:/P|/D|/O) {_REST}"
    ),
    f"^(?:is|are) (?:it|there|this) {_REST}",
)


@rule(
    id="grammar.missing-question-mark",
    label="grammar.punctuation",
    severity="note",
    needs="wording",
    message="“{text}” ends a question and needs a question mark.",
    advice="End the question with “?”.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=("Do you have [[pain.]] We help.", "Call us. What should I [[bring.]]"),
    good=("Do you have pain? We help.", "Call us. What should I bring?", "Should you feel pain, call us."),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the ends of questions with a full stop."""
    for spot in tag_spots(document, *_PATTERNS):
        text = spot.text()
        if text.endswith("."):
            yield Match(spot.region(), suggestions=(f"{text[:-1]}?",))
