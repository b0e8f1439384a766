"""Long sentences are read twice or not at all, above all by people who are ill or tired."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.page.kind import prose
from medlint.readability.figures import words_of
from medlint.rule import rule

_LONG = (
    "When you come to the house on the day of your visit you should bring the letter and the list of "
    "your tablets"
    " and wait on the first floor until the nurse calls you by the number that you have been given at "
    "the desk."
)


@rule(
    id="plain-language.long-sentence",
    severity="note",
    not_for=("professional",),
    needs="wording",
    message="The sentence has {number} words.",
    advice="Make two of it; one thought a sentence.",
    sources=("us-plain", "us-cci", "uk-nhsaz"),
    scope="document",
    bad=(f"[[{_LONG}]]", f"Hello. [[{_LONG}]] Then you rest."),
    good=(
        "When you come to the house, bring the letter. Wait on the first floor.",
        f"> {_LONG}",
        "Bring a coat, a hat, a scarf, gloves, boots, two towels, soap, a brush, a book, a pen and a lamp.",
    ),
)
def check(document: Document, *, words: int = 35) -> Iterator[Match]:
    """Yield sentences with more words than `words`."""
    for sentence in prose(document):
        if len(sentence.text) > words * 4 and len(found := words_of(sentence)) > words:
            yield Match(sentence.region, words={"number": str(len(found))})
