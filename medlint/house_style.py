"""Words that the settings refuse, as a rule like all others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from medlint.errors import SettingsError
from medlint.matchers.phrases import Phrase, compile_phrase
from medlint.model import Document, Match, Passage
from medlint.rule import Probe, Rule
from medlint.settings import Rejected, Settings

REJECTED_WORD = Rule(
    id="terminology.rejected-word",
    label=None,
    message="“{text}”{problem}",
    severity="warning",
    needs="wording",
    why="The settings list wordings that this publisher does not want on its pages.",
    advice="Use the wording that house style gives, or ask whoever keeps the settings.",
    sources=("medlint-guide",),
    bad=(),
    good=(),
    probes=(),
    origin=__name__,
)
"""The rule before it knows any words."""


@dataclass(frozen=True)
class _Refused:
    """Finds one refused wording and says what to write in its place."""

    phrase: Phrase
    entry: Rejected

    def __call__(self, document: Document, passage: Passage) -> Iterator[Match]:
        problem = f": {self.entry.message}" if self.entry.message else " is not our house style."
        if self.entry.use and not self.entry.message:
            problem = f" is not our house style; write “{self.entry.use}”."
        for match in self.phrase(document, passage):
            suggestions = (self.entry.use,) if self.entry.use else ()
            yield replace(match, words={"problem": problem}, suggestions=suggestions)


def rejected_words(settings: Settings) -> Rule:
    """Return the rule with the words that `words.reject` lists.

    Raises:
        SettingsError: a wording cannot be read as a phrase.
    """
    probes = []
    for number, entry in enumerate(settings.values.words.rejected):
        try:
            phrase = compile_phrase(entry.words, {})
        except ValueError as error:
            raise SettingsError([settings.mistake(("words", "reject", number), str(error))]) from error
        probes.append(Probe(phrase.anchors, _Refused(phrase, entry)))
    return replace(REJECTED_WORD, probes=tuple(probes))
