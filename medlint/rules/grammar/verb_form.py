"""A verb takes the form that the words before it ask for: must be examined, after cleaning, do not wait.

Where a word can be noun and verb, or words stand in between, the place decides which form is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR
from medlint.tagging import tag_spots

_SUBJECT = "(?:/P|/n|/s|/E|/W)"
_NOT = "(?:not|also|/r!)?"
_WHOM = "(?:the|your|our|his|her|their|its|my|you|it|them|him|us)"
_BEHIND = "(?=/D|/O|/P|/I|/#|/r|/T|STOP|COMMA|$)"

_PATTERNS = (
    # can themselves causing, can already to drink, should drives, must examined
    f"{_SUBJECT} (?P<flagged>modal (?:not|also|/r!|reflexive){{1,2}} (?:/z!|/g!|to))",
    f"{_SUBJECT} (?P<flagged>(?!can)modal not? /z!)(?!/s|/n)",
    "(?:/P|/s|which|that|who) (?P<flagged>can not? /z!)(?!/s|/n)",
    f"(?:/P|/n!|/s!|who|which) (?P<flagged>plain-modal (?:not|also)? ~N/vd){_BEHIND}",
    "(?P<flagged>(?:(?:do|does|did) not|don't|doesn't|didn't) /r!? (?:/g!|/z!|plain-modal|to|/v!))",
    "^(?P<flagged>(?:are|is|was|were) /P ~B/~bp)(?=/D|/O|/P|/n|/s|/j|to)",
    # is depend, must be look, has take the, has went, been develop
    f"(?:/n!|/s|/P|which|that) (?P<flagged>be-form {_NOT} ~B/bp!)(?=STOP|COMMA|/I|/D|/O|/P)",
    f"(?P<flagged>be-form {_NOT} ~B/~bp)(?=by|under|STOP)",
    "modal (?:not|also)? (?P<flagged>be ~B/bp)",
    f"(?:/P|/n|/s|who|which|that) (?P<flagged>have-form {_NOT} ~B/~bp)(?=/D|/O|/P)",
    f"(?P<flagged>have-form {_NOT} D/d)",
    "(?P<flagged>been /r!? (?:~B/b!|~B/p!))",
    "(?:COMMA|/n|/s)(?P<flagged>B/~bp) by (?:a|an|the|our|your|/j? /s)",
    "(?:/n!|/s!) (?P<flagged>not ~B/bp) (?:the|your|our|his|her|their|its|my|it|them|any|a|an)",
    # after cleaned the skin, without to stand up, for reduce the pain
    f"(?P<flagged>(?:after|before|without|by|while) ~N/~vd) {_WHOM}",
    "(?P<flagged>(?:before|after|without|instead of|by|of|for|(?<!choose)with|besides) to) ~B/~b",
    f"(?P<flagged>(?:for|without|by|of|after|before|instead of) B/~bp) (?:{_WHOM}|a|an)",
    "(?P<flagged>(?:for|without|by|of|after|before|about|from|in|with) (?:have|be|do))(?!/n|/s|or|not)",
    # that you to finish, it allows to see, makes easier to walk, let the wound to dry
    "(?:that|because|if|when) (?P<flagged>(?:you|we|they|he|she|it) to) (?:be|have|do|~B/~b)",
    "(?P<flagged>permits to) ~B/b",
    "(?P<flagged>makes-easy easy to) ~B/b",
    "(?P<flagged>(?:let|lets) (?:you|us|them|him|her|me|(?:/D|/O) /j? (?:/n|/s)) (?:to|/g!|/z!))",
    "(?P<flagged>want-to ~B/b)",
    "to /z!(?=/D|/O|/P|/s|/n)",
    (
        "(?:want-to|order|need-to|/j|/s|/n|important|necessary) (?P<flagged>to (?:~D/d!|~N/v!))"
        "(?=the|a|an|/O|/P)"
    ),
    # draws the line and is asking you, alternatives are existing
    (
        "^(?:/D|/O) (?:/jn){0,2} /n /z! (?:(?!COMMA|that|which|who|if|when|while|SEMICOLON).){1,9} and "
        "(?P<flagged>is also? /g!)(?=/D|/O|you|it|them|us)"
    ),
    "(?P<flagged>be-form (?:not|also)? stative-ing)(?!on)",
    (
        "(?P<flagged>be-form (?:not|also)? having) "
        "(?:a|an|the|any|no|many|some|/O|NUMBER|small-number)? (?:/jnv){0,2} possessed"
    ),
    (
        "(?P<flagged>(?:is|am|are) /g!)(?:(?!COMMA|SEMICOLON|that|which|who|to|if|when).){0,8} since "
        "(?:YEAR|the NAME? YEAR|NUMBER calendar|small-number calendar)"
    ),
    (
        "(?:it|which|that|/n|/s) (?P<flagged>(?:is|are) taking) "
        "(?:about|around|only|up|from|between|NUMBER|small-number) .{0,3} calendar"
    ),
    "(?P<flagged>(?:is|are) also? speaking) languages",
    "^(?:does|did|do) (?:/D|/O) /jn? (?:/n|/s) (?P<flagged>(?:/z!|has|is|are|can))",
    "(?P<flagged>(?:(?:do|does|did) not|don't|doesn't|didn't) does-not-have)",
    "^(?P<flagged>(?:do|does|did) /P (?:can|must|should|will|may|is|are|has))",
    (
        "(?P<flagged>(?:be-form not?|been|be|being) irregular-base)"
        "(?=STOP|COMMA|by|in|with|for|every|after|before|NUMBER|/r|out|from|on|to|/I)"
    ),
    "(?P<flagged>(?:is|are) last) (?:about|around|only|NUMBER|up|for|small-number)",
    "(?P<flagged>be-form (?:&UB|&CB|B) (?:out|off|up|away)) by",
    "(?P<flagged>need not to ~B/b)",
    "(?P<flagged>have-form not) (?:/j (?:/n!|/s!)|C/n!|P/s!|M/n!|to ~B/b)",
    "(?!doers)/n! (?P<flagged>(?:is|are) acting) (?:under|in|by|with|at|through)",
    "(?P<flagged>(?:help-form|helped) object /g!)(?=STOP|COMMA|/r|/D|/O|with)",
    "^(?P<flagged>(?:can|must|should|may|could|will) /P to) ~B",
    "(?P<flagged>be-form Z/z!)(?=/D|/r|STOP|at|in|when|if|/P|COMMA)",
    # is take ten minutes, has study for, is come when
    "(?P<flagged>be-form (?:not|also)? ~B/~bp)(?=with|in|from|to|on|for|/D|/O|NUMBER|small-number)",
    f"(?:/P|/s|who|which|that) (?P<flagged>have-form {_NOT} ~B/~bp)(?=for|in|since|with|from|to)",
    "(?P<flagged>(?:is|are|was|were) comes)(?=STOP|when|after|from|to|in|with|by|/D|/j)",
    # we give oxygen and sending you; boil it, then turning down
    (
        "(?:^|COMMA)(?:we|they|you) /r? ~B/p (?:(?!COMMA|/g|that|which).){1,6} and "
        "(?P<flagged>/g!) (?:you|them|it|/D|/O)"
    ),
    (
        "^~B/b (?:(?!COMMA|/g|that|which|by|without|for|after|before|of).){1,9} (?:and|COMMA then) "
        "(?P<flagged>/g!) (?:you|them|it|/D|/O|down|up)"
    ),
    "such as (?P<flagged>B/~bp)(?=/D|/O|/P)",
    f"(?:{_SUBJECT}|one) (?P<flagged>(?!will|would)plain-modal (?:not|also)? to) (?:be|have|do|~B/b)",
    "^(?P<flagged>/n not ~B/~bp) (?:the|your|our|a|an|any|it)",
    "there (?P<flagged>(?:has|have))(?!been|to|not|/r)",
)
_QUESTIONS = ("does ", "do ", "did ")  # and not "what we do is treat"
_CLEFT = re.compile(
    r"\b(?:how|what|whatever|all|thing|things|everything|anything|do|does|did|as|than|whether)\b[^,;]*$"
)


@rule(
    id="grammar.verb-form",
    label="grammar.verb",
    severity="warning",
    needs="wording",
    message="“{text}” has a verb in a form that does not fit there.",
    advice="Write must be examined, do not wait, is performed, after cleaning, without standing up.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "Please [[do not waiting]] at home. The mole [[must examined]] by a nurse.",
        "[[After cleaned]] the wound she covers it. Sit [[without to]] move.",
        "The scan [[can already to]] show it, and it is vital that [[you to]] rest.",
    ),
    good=(
        "Please do not wait at home. The mole must be examined by a nurse.",
        "After cleaning the wound she covers it. Sit without moving.",
        "The scan can already show it, and it is vital that you rest.",
        "What we do is treat pain. The drug may need to be changed.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield verbs whose form does not fit behind the words before them."""
    for spot in tag_spots(document, *_PATTERNS):
        before = spot.before()
        if before.startswith(_QUESTIONS) or not _CLEFT.search(before):
            yield Match(spot.region())
