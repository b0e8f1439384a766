"""A comma closes an opening clause or phrase: if you have pain, call us; therefore, the patient rests.

Without it the reader runs into the main clause and has to go back.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match, Region
from medlint.rule import rule
from medlint.rules.grammar import PUNCTUATION
from medlint.tagging import spots, tag_spots

_NO_COMMA = "(?!COMMA|SEMICOLON|COLON|MARK)."
_HELPER = "(?:is|are|can|must|should|will|may|might|has|have|cannot|do|does)"
_MAIN = (
    f"(?:(?:you|we|it|they|he|she|this|these) (?:also)? {_HELPER}|please|there (?:is|are)|no (?:J)? "
    f"(?:P|C|U|&PZ) {_HELPER}"
    f"|(?:the|your|our|a|an|this|these) (?:J|NJ|DNJ){{0,2}} (?:C|U|M|P|&PZ|&UB|&CB) (?:R)? (?:{_HELPER}|Z))"
)
_CLAUSE = (
    "^(?:if|when|because|although|though|unless|while|once|(?:since|after|before|as)"
    "(?=pron|(?:article|owner|this) (?:J)? (?:C|U|M|P) (?:be-form|have-form|modal|Z|B|D|DN|&PZ))) "
    "(?:not)? (?:pron|there|det|P|NAME)"
    f" (?:{_NO_COMMA}){{1,12}}? "
    "(?P<last>(?!said|indirect|be-form)(?:CMUPJR|&BJ|&UBJ|DNJ|GJ|NJ|&UB|&CB|&PZ|&UG|CMUPJRG|down|up|it"
    "|you|them|off|out|on|more))"
    f" (?P<next>(?!{_HELPER}){_MAIN})(?:{_NO_COMMA})*$"
)
_CLAUSE_SHORT = (
    f"^(?:if|when|because|although|since) (?:pron|article|owner|this|these|P|NAME) (?:{_NO_COMMA}){{1,9}}? "
    "(?P<last>(?:J|JR))"
    f" (?P<next>(?:you|we|they) (?!{_HELPER})(?:B|&UB|&CB)) (?:{_NO_COMMA})*$"
)
_CLAUSE_ORDER = (
    f"^(?:if|when) (?:pron|article|owner|this|these|P) (?:{_NO_COMMA}){{0,9}}? be-form (?:R|very|too|not)? "
    "(?P<last>J) (?P<next>(?:B|call|contact|(?!have-form)takes-object))(?!to)"
    f" (?:{_NO_COMMA})*$"
)
_ADVERB = (
    "^(?P<last>adverb-opener) (?P<next>(?:the|it|we|you|they|this|these|our|your|there|he|she|P)) "
    f"(?:{_NO_COMMA})*$"
)
_PHRASE = (
    "^(?:as a (?P<last>result)|(?:for|in) (?P<last2>(?:example|instance|addition|conclusion|general)))"
    f" (?P<next>(?:the|it|we|you|they|this|these|our|your|there|P)) (?:{_NO_COMMA})*$"
)


_OPENS = "^(?:if|when|because|although|though|unless|while|once)"
_SHOWS_TIME = "(?:be-form|have-form|modal|/zpdm|do|does|did)"
_CLAUSE_WITH_TAGS = f"{_OPENS} (?:{_NO_COMMA}){{0,8}}? {_SHOWS_TIME} (?:{_NO_COMMA}){{0,8}}?"
_LAST = "(?!said|told|sure|not)(?:/n!|/s!|/j!|/r!|/v!|it|you|them|us|me|out|up|off|down|in|on)"
_VERB = "(?:be-form|modal|have-form|/p!|/z!|do|does|don't|can't|cannot|should)"
_PATTERNS_WITH_TAGS = (
    (
        f"{_CLAUSE_WITH_TAGS} (?P<flagged>{_LAST} (?:we|you|they|he|she|it|there)) /r? {_VERB} "
        f"(?:{_NO_COMMA})*$"
    ),
    (
        f"{_CLAUSE_WITH_TAGS} (?P<flagged>{_LAST} (?:~B/b!|B/~bp|~B/~b(?=the|your|us|this|it|a|an|our|back)"
        f"|call|contact|do not|don't|please)) (?:{_NO_COMMA})*$"
    ),
    (
        f"{_CLAUSE_WITH_TAGS} (?P<flagged>{_LAST} (?:the|your|our|this|a|an|these)) (?:/j){{0,2}} "
        f"(?:/n!|/s!) {_VERB} (?:{_NO_COMMA})*$"
    ),
    (
        f"^(?:if|when|because|although|unless|before|after|while) (?:{_NO_COMMA}){{2,12}}? "
        f"(?P<flagged>(?!and|or|but|COLON|COMMA). please) (?:{_NO_COMMA})*$"
    ),
    (
        f"^(?:before|after|until|as soon as|whenever) /P (?:{_NO_COMMA}){{0,8}}? (?P<flagged>"
        "(?:/n!|/s!|/j!|/r!|no-object/p|it|you) (?:you|we|they|he|she|it|(?:the|your|our|a|an) (?:/n!|/s!))) "
        f"/r? (?:be-form|modal|have-form|do not|/p!|/z!) (?:{_NO_COMMA})*$"
    ),
    (
        f"{_CLAUSE_WITH_TAGS} (?P<flagged>(?!said|told)(?:/n!|/s!|/j!|/r!|it|you|them) "
        "(?:some|many|most|all|no|every|each)) "
        f"/j? (?:/n!|/s!) (?:be-form|modal|have-form|/p!|/z!) (?:{_NO_COMMA})*$"
    ),
    (
        "^if (?P<flagged>(?:necessary|needed|possible) "
        f"(?:we|you|they|he|she|it|the|your|our|a|an|please|~B/b)) (?:{_NO_COMMA})*$"
    ),
)


@rule(
    id="grammar.opening-comma",
    label="grammar.punctuation",
    severity="note",
    needs="wording",
    message="“{text}” needs a comma inside: the main clause begins here.",
    advice="Put a comma between the opening words and the main clause.",
    sources=(PUNCTUATION,),
    scope="document",
    bad=(
        "If you feel pain after the [[operation you]] should call us.",
        "If the back is [[painful leave]] this out. If [[necessary we]] call you.",
        "[[Therefore the]] patient rests. As a [[result the]] skin is soft.",
    ),
    good=(
        "If you feel pain after the operation, you should call us.",
        "Call us if you feel pain. When the nurse asks who you are, say it.",
        "If you think you should rest, rest. However the wound heals, come.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield the words on both sides of a comma that is missing."""
    for spot in spots(document, _CLAUSE, _CLAUSE_SHORT, _CLAUSE_ORDER, _ADVERB, _PHRASE):
        last = "last" if spot.text("last") else "last2"
        behind = spot.tagged.starts[spot.found.start("next")]
        end = spot.tagged.ends[spot.found.start("next")]
        region = Region(spot.region(last).start, end)
        text = document.text
        yield Match(region, suggestions=(f"{spot.text(last)}, {text[behind:end]}",))
    for spot in tag_spots(document, *_PATTERNS_WITH_TAGS):
        last_word, _, rest = spot.text().partition(" ")
        yield Match(spot.region(), suggestions=(f"{last_word}, {rest}",))
