"""The verb follows its subject in number, also when words stand between: the side effects of the drug are.

The word nearest to the verb tempts the writer; the reader hears the slip.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import AGREEMENT, pairs
from medlint.tagging import spots, tag_spots

_ADJECTIVES = "(?:most)? (?:J|NJ|DNJ){0,2}"
_COUNTS = "counting-head|collective|one-or-many"
_ONE = f"(?:(?!{_COUNTS})(?:C|U|M))"
_ONE_BEHIND_THE = f"(?:(?!{_COUNTS})(?:C|U|M|&CB|&UB|&CJ|&UJ))"
_COUNTED = f"(?:(?!{_COUNTS})C)"
_MANY = "(?:(?!one-or-many)P)"
_MANY_BEHIND_THE = "(?:(?!one-or-many)(?:P|&PZ))"
_ADVERB = "(?:R|also|often|usually|always|never|not)?"
_START = "(?:^|conj|COMMA conj)"
_THE = "(?:the|this|each|every|owner)"
_THEM = "(?:the|these|those|owner|many|some|all|other|such|most)"
_OBJECT = (
    "(?=the|a|an|your|our|his|her|their|its|you|them|us|it|this|these|to|from|with|in|on|of|by|for|into"
    "|as|about|up|after|more|NUMBER|small-number|JR|away|back|out|down|off|no|some|many|several|all|every"
    "|each)"
)
_ACT = "(?:B|(?:&UB|&CB)(?=article|owner|object|J|many|several|some|all|every|each|more)|need-to(?=to))"
_HELPERS = "(?:are|were|have|don't|aren't|haven't|weren't)"
_HELPERS_ONE = "(?:is|was|has|does|doesn't|isn't|hasn't|wasn't)"
_ONE_VERB = f"(?:{_HELPERS_ONE}|Z|&PZ{_OBJECT}|z-verb(?=U|M|&UB))"
_LINKED = "(?:of|in|on|for|with|from|to|between|after|during|over|under|without|at)"
_PLACE_OF_MANY = f"{_LINKED} (?:article|owner|these|those)? (?:J|NJ|DNJ){{0,2}} (?:U|M|C)? {_MANY_BEHIND_THE}"
_PLACE_OF_ONE = f"{_LINKED} (?:article|owner|this)? (?:J|NJ|DNJ){{0,2}} (?:U|M|C|&UB|C)? (?:C|U|M|P)"

_PATTERNS = (
    f"^(?P<subject>(?:{_THE}|a|an) {_ADJECTIVES} (?:U|M)? {_COUNTED}) {_ADVERB} (?P<flagged>{_HELPERS})",
    f"^(?P<subject>{_THE} {_ADJECTIVES} (?!{_COUNTS})M) {_ADVERB} (?P<flagged>{_HELPERS})",
    (
        f"(?:^|conj|COMMA conj) (?P<subject>(?:{_THE}|a|an) {_ADJECTIVES} {_ONE}) {_ADVERB} "
        f"(?P<flagged>{_ACT}{_OBJECT})"
    ),
    f"conj (?P<subject>(?:{_THE}|a|an) {_ADJECTIVES} {_ONE}) (?P<flagged>(?:are|were|have|don't|aren't))",
    (
        f"^(?P<subject>(?:the|this|our) {_ADJECTIVES} (?:U|M|C)? {_ONE_BEHIND_THE} {_PLACE_OF_MANY}) "
        f"{_ADVERB} (?P<flagged>(?:are|were|have|B{_OBJECT}))"
    ),
    (
        f"^(?P<subject>(?:the|this|our|your) {_ADJECTIVES} {_ONE_BEHIND_THE} {_LINKED} "
        "(?:article|owner)? "
        f"(?:J|NJ)? (?:C|U|M)) (?P<flagged>(?:are|were|have|B{_OBJECT}))"
    ),
    (
        f"^(?P<subject>(?:the|this|our) {_ADJECTIVES} {_COUNTED} (?:that|which)? (?:we|you|they|i) "
        "(?:can)? (?:B|&UB|D|DN)) (?P<flagged>(?:are|were|have))"
    ),
    f"(?:^|conj|COMMA)(?P<subject>(?:everyone|everybody|nobody|everything|nothing)) (?P<flagged>B){_OBJECT}",
    f"^(?P<subject>(?:the|our) {_MANY} and (?:the|our)? (?:J)? (?:C|P)) (?P<flagged>(?:is|was|has|Z))",
    f"^(?P<subject>there) (?P<flagged>(?:is|was)) (?:J){{0,2}} {_MANY}(?=of|in|for|STOP|COMMA|that)",
    "^(?:what|which) (?P<flagged>are) (?P<subject>(?:the|your|our) (?:J|U)? C)(?=of|for|ASK)",
    (
        "(?:^|conj|COMMA)(?P<subject>(?:everything|everyone|everybody|something|nothing|nobody|someone"
        "|anyone)) (?P<flagged>(?:are|have|were|do))"
    ),
    f"(?P<subject>{_MANY} COMMA who) (?P<flagged>(?:is|was|has|does|doesn't))",
    "^(?P<subject>(?:&UG|M|U) and (?:U|M|&UG)) (?P<flagged>&PZ)(?=article|owner)",
    "^(?P<subject>(?:UNKNOWN|U|M|C) and (?:U|M|C)) (?P<flagged>(?:Z|has))",
    f"^(?P<subject>the number of (?:J|NJ)? {_MANY_BEHIND_THE}) (?P<flagged>(?:are|were|have))",
    f"{_START} (?P<subject>{_ADJECTIVES} (?:U|M|C|&CB|&UB)? {_MANY}) {_ADVERB} (?P<flagged>{_ONE_VERB})",
    (
        f"(?:^|conj|COMMA conj|C|U|M) (?P<subject>{_THEM} {_ADJECTIVES} (?:(?:U|M|C) "
        f"{_MANY}|{_MANY_BEHIND_THE})) {_ADVERB} (?P<flagged>{_ONE_VERB})"
    ),
    (
        f"{_START} (?P<subject>{_THEM}? {_ADJECTIVES} (?:U|M|C)? {_MANY_BEHIND_THE} {_PLACE_OF_ONE}) "
        f"{_ADVERB}"
        " (?P<flagged>(?:is|was|has|does|doesn't|Z|&PZ(?=article|owner|object|R|more)))"
    ),
    (
        f"^(?P<subject>one of (?:the|our|these|those|your) {_ADJECTIVES} {_MANY_BEHIND_THE}) {_ADVERB} "
        "(?P<flagged>(?:are|were|have))"
    ),
    (
        f"^(?P<subject>(?:each|every) (?:of)? (?:the|our|these)? {_ADJECTIVES} (?:P|C|U)) {_ADVERB} "
        "(?P<flagged>(?:are|were|have))"
    ),
    (
        f"(?P<subject>(?:a|an|this|each|every) {_ADJECTIVES} {_COUNTED}) (?:who|which|that) {_ADVERB}"
        f" (?P<flagged>(?:are|were|have|don't|B{_OBJECT}))"
    ),
    (
        f"(?:^|COMMA|and|or|help-form|because) (?P<subject>{_THEM}? {_ADJECTIVES} {_MANY}) "
        f"(?:who|which|that) {_ADVERB}"
        " (?P<flagged>(?:is|was|has|does|doesn't|Z))"
    ),
    (
        f"(?:^|COMMA|for|in|with|by|help-form) (?P<subject>{_THEM}? {_ADJECTIVES} {_MANY}) "
        "(?:who|which) "
        f"{_ADVERB}"
        f" (?P<flagged>(?:is|was|has|does|doesn't|Z|&PZ{_OBJECT}|&PZ(?=here|U|M|P)))"
    ),
    "(?P<subject>(?:those|people) who) (?P<flagged>(?:is|was|has|does|doesn't))",
    (
        "^(?P<subject>there) (?P<flagged>(?:is|was)) "
        "(?:many|several|numerous|various|small-number|no|some|other|few)"
        f" {_ADJECTIVES} {_MANY_BEHIND_THE}"
    ),
    "(?P<subject>there) (?P<flagged>(?:is|was)) (?:many|several|numerous|various) ~P",
    (
        f"(?P<subject>there) (?P<flagged>(?:are|were)) (?:a|an|another) {_ADJECTIVES} "
        f"(?:counted-here|{_COUNTED})"
        "(?=COMMA|STOP|for|that|which|with|in|to|of|and)"
    ),
    f"(?:^|conj|and|COMMA) (?P<subject>one-pron) {_ADVERB} (?P<flagged>{_ACT}{_OBJECT})",
    (
        f"(?:^|conj|and|but|which|COMMA) (?P<subject>(?:they|we|you)) {_ADVERB} "
        f"(?P<flagged>(?:Z|{_HELPERS_ONE}|&PZ{_OBJECT}))"
    ),
    (
        "^(?P<subject>(?:the|our|your|a) J? (?:C|U) and (?:the|our|your|a)? J? (?:C|U)) "
        "(?P<flagged>(?:is|was|has))"
    ),
)


_PATTERNS_WITH_TAGS = (
    (
        "(?P<subject>no one|everyone|everybody|nobody|someone) "
        "(?P<flagged>B/~bp|&UB/~bp)(?=/D|/O|/P|how|what|that|to)"
    ),
    "(?P<subject>news) (?P<flagged>are|were|have)",
    "^(?P<subject>the number of (?:/D|/O)? /j? P/s) (?P<flagged>are|were|have)",
    ("(?P<subject>(?:neither|either|each) of (?:them|us|you|(?:/D|/O) /j? P/s)) (?P<flagged>are|were|have)"),
    (
        "(?:^|conj|and|but|COMMA|because) (?P<subject>it|he|she) /r!? "
        "(?P<flagged>~B/~bp)(?=/D|/O|/P|/I!|/r|STOP|COMMA|to)"
    ),
    (
        "(?P<subject>(?:all|most|many|some|both|several|few) of (?:them|us|you)) "
        "(?P<flagged>/z!|is|has|does|was)"
    ),
    (
        "(?:if|when|because|^) (?P<subject>(?:a|an|the|your|our|/O) /n! or (?:a|an|the|your|/O)? /n!) "
        "(?P<flagged>~B/~bp|have|are)(?=to|/D|/O|/P|/I|STOP)"
    ),
    (
        "(?P<subject>there) (?P<flagged>is|was) (?:also|not|now|always|usually)? "
        "(?:/j|many|small-number|several|NUMBER|some|no|/n){0,2} (?!one-or-many)P/s!"
    ),
    "(?P<subject>^(?:which|what|how many) (?:/j|/n)? (?!one-or-many)P/s) (?P<flagged>/z!|is|has)",
    "(?P<subject>each of (?:/D|/O) /jn? P/s) (?P<flagged>are|were|have|~B/bp)",
)


@rule(
    id="grammar.verb-of-noun",
    label="grammar.agreement",
    severity="warning",
    needs="wording",
    fix="unsafe",
    message="“{text}” does not agree with “{subject}”.",
    advice="Use the form of the verb that belongs to one, or to many, as the subject is.",
    sources=(AGREEMENT,),
    scope="document",
    bad=(
        "The nurses of the day ward [[is]] kind. The risk of infections [[are]] small.",
        "People who [[has]] asthma may call. There [[is]] two rooms.",
        "Our clinic [[offer]] a bus, and it [[help]] you. They [[helps]] us.",
        "One of the tablets [[are]] white. Every patient [[have]] a room.",
    ),
    good=(
        "The nurses of the day ward are kind. The risk of infections is small.",
        "A number of patients have asked. The staff are kind. Measles is rare.",
        "We suggest that it help. Does it help you? Let the clinic offer a bus.",
        "The people we treat and the doctor who treats them are here. It helps to ask.",
        "A substance in foods that comes from plants; one of the drugs that help.",
    ),
    misses=("The fee for the two nights that you stay [[are]] low.",),
)
def check(document: Document) -> Iterator[Match]:
    """Yield verbs whose number is not that of their subject."""
    partners = pairs("third-person")
    for spot in (*spots(document, *_PATTERNS), *tag_spots(document, *_PATTERNS_WITH_TAGS)):
        verb = spot.text("flagged").lower()
        suggestions = (partners[verb],) if verb in partners else ()
        yield Match(spot.region(), {"subject": spot.text("subject")}, suggestions)
