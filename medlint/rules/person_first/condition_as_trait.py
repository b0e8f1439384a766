"""She is diabetic: to have a condition is one fact about a person, not what the person is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from medlint.lazy import stand_on
from medlint.matchers.trie import alternation
from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.person_first import is_own_words, words

_HAVE = {
    "am": "have", "'m": "have", "is": "has", "are": "have", "'re": "have", "was": "had", "were": "had",
    "be": "have", "being": "having", "been": "had",
}  # fmt: skip
_SUBJECT = re.compile(
    r"\b(?:i|you|he|she|who|they|we|patients?|people|persons?|child(?:ren)?|adults?|wom[ae]n|m[ae]n|mothers?|fathers?"
    r"|parents?|husbands?|wi(?:fe|ves)|sons?|daughters?|brothers?|sisters?|uncles?|aunts?|friends?|bab(?:y|ies)|grand\w+|relatives?|anyone|someone|everyone|those|partners?|to|donors?|or|and)$"
)


@rule(
    id="person-first.condition-as-trait",
    label=None,
    severity="note",
    needs="wording",
    message="“{text}” makes of the condition what the person is.",
    advice="Write has, have: she has diabetes.",
    sources=("us-ada", "us-ama-1112"),
    scope="document",
    bad=(
        "Tell us if you [[are diabetic]].",
        "Her son [[is epileptic]] and takes tablets.",
    ),
    good=(
        "Tell us if you have diabetes.",
        "The wound is diabetic in origin.",
        "Most foot ulcers are diabetic.",
        "You are diabetic retinopathy screening's first guest.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield people who "are" a condition."""
    if not stand_on(document, words("traits").keys()):
        return
    for found in _expression().finditer(document.folded):
        start = max(document.sentence_at(found.start()).region.start, found.start() - 30)
        subject = document.folded[start : found.start("be")].rstrip()
        region = Region(found.start("be"), found.end("trait"))
        if _SUBJECT.search(subject) and is_own_words(document, region):
            yield Match(region, suggestions=(f"{_HAVE[found['be']]} {words('traits')[found['trait']]}",))


@cache
def _expression() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<be>am|is|are|was|were|be|being) (?P<trait>{alternation(words('traits'))})"
        r"(?=\s*$|[.,;:!?)]| (?:and|or|but|because|since|when|if|as|with|who|before|for|you|we"
        r"|tell|ask|should|may|must)\b)"
    )
