"""A clause needs its subject: because it is safe, it is a new method. Other languages do without.

Without it the reader looks for the subject in the sentence before, and may find the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR
from medlint.tagging import spots, tag_spots

_PATTERNS = (
    (
        "(?P<flagged>(?:because|although|if|though|unless) (?:not|also)? "
        "(?:is|are|was|were|has|have|can|must|will|should|may|does|Z))(?!COMMA)"
    ),
    (
        "^(?P<flagged>(?:is|are|was|were)) (?:not|also|very)? "
        "(?:a|an|the|J|DN|N|G|NJ|DNJ|important|one) "
        "(?:(?!ASK).)* STOP"
    ),
    "^(?P<flagged>(?:can|must|should|will) (?:also|not)? be) (?:N|DN|DNJ|J|done) (?:(?!ASK).)* STOP",
    "^(?P<flagged>(?:has|does) (?:not|no|a|an|the|many|few|very)) (?:(?!ASK).)* STOP",
    "(?P<flagged>(?:when) Z)(?!ASK)",
    (
        "^(?!conj|opener)(?:(?!COMMA).)*? (?:is|are|has|have) (?:(?!COMMA|that|which).)*? COMMA "
        "(?P<flagged>(?:does not|is not|has no|do not|are not))(?:(?!COMMA|and|but|or|ASK).)*STOP"
    ),
    "COMMA (?P<flagged>so (?:is|are)) J (?:to|for)",
    (
        "^(?:for|in|at|with|after|because of|during|by) (?:article|owner|this|these)? (?:J|NJ)? "
        "(?:C|U|M|P|&UG|this|&PZ|&UB) (?P<flagged>(?:is|are) (?:not|also|very)?"
        " "
        "(?:important|necessary|recommended|needed|possible|advisable|better|forbidden|allowed|normal"
        "|useful)) (?:to|that)"
    ),
    "COMMA (?P<flagged>so (?:can|must|should|will) be)",
    "COMMA (?P<flagged>(?:is|are) (?:necessary|important|recommended)) (?:to|that)",
)


_PATTERNS_WITH_TAGS = (
    # must be used every day, lasts about an hour
    "^(?P<flagged>modal (?:not|also|/r!)? (?:be|have|~B/b)) (?:(?!ASK).)* STOP",
    (
        "^(?P<flagged>/r? /z!) (?:about|around|up|between|from|NUMBER|small-number|only|not|very) "
        "(?:(?!ASK).)* STOP"
    ),
    # because can leave scars, if miss a dose
    (
        "(?<!until)(?P<flagged>(?:because|if|when|although|unless|until|while) not? "
        "(?:can|could|will|must|may|should|is|are|has|have|does|/z!))(?!COMMA)(?!(?:.)*ASK)"
    ),
    "(?P<flagged>(?:if|when) B/~bp) (?:the|a|an|/O|any|it)",
    # in the afternoon can choose, between the visits is necessary to rest
    (
        "^(?:in|at|on|after|before|during|from|for) (?:/D|/O)? /j? /n "
        "(?P<flagged>(?:can|must|will|should|may) (?:not|also)?) (?:be|have|~B/b)"
    ),
    (
        "^prep (?:/D|/O)? /j? (?:/n|/s) (?P<flagged>is (?:not|also|very)? "
        "(?:important|necessary|recommended|possible|advisable|better)) (?:to|that)"
    ),
    "(?:and|but|COMMA) (?P<flagged>no need) to",
    (
        "^(?P<flagged>is not? (?:allowed|possible|necessary|better|important|recommended|safe|normal"
        "|forbidden|advisable)) (?:to|that|for)"
    ),
)


@rule(
    id="grammar.missing-subject",
    label="grammar.missing",
    severity="warning",
    needs="wording",
    message="“{text}” has no subject.",
    advice="Say who or what: “it is”, “they can”, “the method has”.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "Rest, [[because is]] important. [[Is]] a safe method.",
        "[[Must be]] used daily. Do not scratch, [[because can]] leave a scar.",
        "For this reason [[is important]] to rest. [[Has no]] taste.",
    ),
    good=(
        "Rest, because it is important. Is it a safe method?",
        "For this reason it is important to rest.",
        "- Has no taste\n- Is safe",
        "Have your blood pressure measured. Can it be done?",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield verbs that begin their clause without a subject."""
    for spot in (*spots(document, *_PATTERNS), *tag_spots(document, *_PATTERNS_WITH_TAGS)):
        if document.block_at(spot.region().start).kind in ("paragraph", "quote"):
            yield Match(spot.region())
