"""A wall of text is not read. Short paragraphs and headings let readers find what they need."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match, Passage
from medlint.rule import rule

_LINE = (
    "The nurse calls you by your number and shows you the way to the room on the second floor of the house."
)
_SENTENCES = 4  # a paragraph of fewer is a long sentence, which has its own rule


@rule(
    id="plain-language.long-paragraph",
    severity="note",
    not_for=("professional",),
    needs="wording",
    message="The paragraph that begins here has {number} words.",
    advice="Break it up, or make a list of it; one subject a paragraph.",
    sources=("us-cci", "us-pemat", "us-plain"),
    scope="block",
    bad=(f"[[{_LINE}]] {' '.join([_LINE] * 7)}", f"Hello.\n\n[[{_LINE}]] {' '.join([_LINE] * 8)}"),
    good=(" ".join([_LINE] * 4), "> " + " ".join([_LINE] * 9)),
)
def check(document: Document, passage: Passage, *, words: int = 150) -> Iterator[Match]:
    """Yield the first sentence of paragraphs with more words than `words`."""
    if passage.kind != "paragraph" or len(passage.text) < words * 4:
        return
    number = len(passage.text.split())
    sentences = document.sentences_of(passage)
    if number > words and len(sentences) >= _SENTENCES:
        yield Match(sentences[0].region, words={"number": str(number)})
