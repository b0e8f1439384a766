"""A sentence needs a verb that shows its time: we are offering, it is made of gold, you do not need it.

Where “is”, “are” or “do” is left out, the reader takes the next word for something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR
from medlint.tagging import spots, tag_spots

_START = "(?:^|clause-opener|but|COMMA (?:and|but|so)?)"
_PRON = "(?:it|he|she|they|we|you)"
_PATTERNS = (
    (
        f"{_START}(?P<flagged>{_PRON} (?:also|now)? "
        "(?:G|&UG|&MG))(?=article|owner|to|in|with|for|on|from|P|M|U|JR|object|by)"
    ),
    f"{_START}(?P<flagged>{_PRON} (?:also|not)? (?:N|NJ))(?=by|in|to|from|with|at|STOP|COMMA|on|for|as)",
    f"{_START}(?P<flagged>(?:it|they|she|he) (?:made-by) by)",
    "(?P<flagged>(?:which|that|who) (?:also|often|usually|R)? N)(?=by|in|to|from|with|at|STOP|COMMA|as)",
    "(?P<flagged>(?:which|that|who) (?:also|often|usually|R)? made-by by)",
    "(?P<flagged>(?:which|that) called)(?=article|owner|NAME|U|C|M|MARK|UNKNOWN)",
    f"{_START}(?P<flagged>it (?:also)? advised) (?:to|that)",
    "(?P<flagged>who (?:also|previously|already)? patient-of) (?:with|by|at|in|for)",
    "(?P<flagged>(?:C|U) not (?:always|often|only)? (?:Z|&PZ(?=article|owner)))",
    "^(?:the|this|our) (?:J|NJ)? (?P<flagged>(?:C|U|M) it is) (?:a|an|the|very|not|J)",
    "^(?:the|these|our) (?:J|NJ)? (?P<flagged>(?:P) they are) (?:very|not|also|J)",
    (
        f"{_START}(?P<flagged>(?:it|they|we|he|she|you) (?:not|also)? degree? "
        "J)(?=STOP|COMMA|to|for|that|because|if|when)"
    ),
    "(?:^|clause-opener|but|and|COMMA|so)(?P<flagged>(?:pron|who|which) not (?:B|&UB|&CB))(?!and)",
    "(?P<flagged>(?:pron) not (?:can|must|should|will|could|is|are|has|have|do|does|did))",
    "^(?P<flagged>(?:the|this|our|your) (?:C|U|M) (?:not|very|always|also) J)(?=STOP|COMMA|and|for|because)",
    "^(?P<flagged>(?:the|this|our|your|these) (?:C|U|M|P) not (?:N|DN|DNJ)) (?:for|by|in|to|with|STOP)",
    (
        "^(?P<flagged>(?:the|this|our|your|these) (?:J|NJ)? (?:C|U|M|P) "
        "(?:called|made-by|N|satisfied|interested|pleased)) (?:in|at|near|on|by|with|from|for)"
        " (?:(?!be-form|have-form|modal|Z|&PZ|D|DN|B|&UB|&CB|do|does|COMMA).)* STOP"
    ),
    "(?:^|COMMA|conj) (?P<flagged>pron not (?:J|N|DN|DNJ))(?=to|by|for|in|with|STOP|COMMA)",
    "^(?P<flagged>(?:the|this|our|your|these) (?:C|U|M|P) not (?:B|&UB|&CB|need))",
)


_FINITE = "(?:be-form|have-form|modal|/zpdm|do|does|did)"
_PATTERNS_WITH_TAGS = (
    "(?:/n!|/s!|/P) (?P<flagged>not /z!)",
    "(?:/s|/n|those) (?P<flagged>(?:who|which|that) (?:also|/r!)? /g!)(?=/D|/O|to|/s|/n|/I)",
    "(?P<flagged>(?:who|which) (?:also|/r!)? (?!no-object)~N/~vd) by (?:/D|/O|/s|/n)",
    (
        "(?:if|when|because|until) (?:/D|/O) /jn? (?:/n|/s) (?P<flagged>/g!)"
        f"(?=/D|/O|/j|/I|STOP|COMMA|to)(?!(?:(?!COMMA).){{0,12}} {_FINITE})"
    ),
    (
        "there (?P<flagged>(?:may|can|could|might|must|will|should) (?:also|not|/r)?) "
        "(?:a|an|the|some|many|several|no|/j|/s)"
    ),
    (
        f"{_START} (?P<flagged>(?:we|they|you|he|she|it) (?:also|now|always)? /g!)"
        "(?=/D|/O|/I|/P|/s|/n|/j|/r|since)"
    ),
    (
        f"{_START} (?P<flagged>(?:/D|/O) /j? (?!counting-head)CUMP/ns! (?:not|also|always|very|too|so) J/j!)"
        "(?=STOP|COMMA|and|for|because|if|when)"
    ),
    (
        "(?:because|if|when|although) (?:/D|/O) /j? (?P<flagged>CUMP/ns! (?:very|not|too|also)? J/j!)"
        "(?=STOP|COMMA)"
    ),
)


@rule(
    id="grammar.missing-helper",
    label="grammar.verb",
    severity="warning",
    needs="wording",
    message="“{text}” lacks “is”, “are”, “do” or another helping verb.",
    advice="Put the helping verb between the words.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "[[We offering]] a free room. [[You not need]] surgery.",
        "If [[it necessary]], we call. The method [[which called]] ozone therapy is new.",
        "There [[may]] a stone in it. [[We working]] since May, because the [[pain strong]].",
        "[[The tablets not contain]] iron. People [[who treated]] with Zelpax sleep well.",
    ),
    good=(
        "We are offering a free room. You do not need surgery.",
        "If it is necessary, we call. The method is called ozone therapy.",
        "If not needed, leave it. We keep it clean, and make it safe to use.",
        "Those who work here, and the doctors who treated her, know.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield subjects whose verb lacks its helper."""
    for spot in spots(document, *_PATTERNS):
        yield Match(spot.region())
    for spot in tag_spots(document, *_PATTERNS_WITH_TAGS):
        if spot.text("flagged").lower() not in ("we being", "it being"):
            yield Match(spot.region())
