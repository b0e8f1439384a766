"""Behind can, must, do, be and have the verb takes one form only: can cause, is caused, has caused.

Another form stops the reader, who has to guess which of two sentences was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import GRAMMAR
from medlint.tagging import spots

_ADVERB = "(?:not|also|often|usually|always|never|only|R)?"
_SUBJECT = "(?:pron|which|who|that|this|there|C|U|M|P|&CP|&UP|&PZ|&UB|&CB|&UBDN|NAME|COMMA)"
_DETERMINER = "(?:article|owner|pointer|object)"
_NO_QUESTION = "(?<!^how)"

_PATTERNS = (
    # can causes, may experienced the, must taking
    f"{_SUBJECT} (?P<flagged>modal {_ADVERB} Z)",
    (
        f"{_SUBJECT} (?P<flagged>modal {_ADVERB} &PZ) "
        f"(?={_DETERMINER}|in|to|for|with|from|by|after|when|if|as|at|J|U|M|P|C)"
    ),
    f"{_SUBJECT} (?P<flagged>modal {_ADVERB} D)(?!N)",
    (
        f"{_SUBJECT} (?P<flagged>modal {_ADVERB} (?:N|DN|DNJ)) "
        f"(?={_DETERMINER}|in|to|for|with|from|by|after|when|if|as|at|during|STOP|COMMA)"
    ),
    (
        f"{_SUBJECT} (?P<flagged>modal (?:not|also)? (?:G|GJ)) "
        f"(?={_DETERMINER}|in|to|for|with|from|by|after|P|M|U|C|STOP)"
    ),
    "(?<!a)(?<!the)(?P<flagged>(?:must|should|may|might|shouldn't) (?:not)? to)(?=B|be|have|&UB|&CB|do)",
    "(?:pron|C|P|U) (?P<flagged>modal back) (?:to|home)",
    "(?P<flagged>(?:do|does|did) not (?:must|can|should|will|may|could))",
    (
        "^(?P<flagged>(?:did|does|do) (?:you|it|they|we|he|she|(?:the|your) (?:C|U|P)) "
        "(?:D|Z|DN|DNJ)) "
        "(?:article|owner|object|M|P|U|in|to)"
    ),
    "(?:C|U|P|M|pron) (?P<flagged>be-form (?:can|must|should|will)) (?:B|be)",
    "(?P<flagged>be-form (?:R)? (?!also-adjective)D)(?=in|on|by|from|at|to|STOP)(?!N)",
    "(?P<flagged>be-form (?:not)? (?:&UB|&CB)) by",
    (
        "(?:modal) (?:not|also)? (?P<flagged>be "
        "use)(?=to|for|in|by|twice|with|as|on|R|STOP|after|before|without)"
    ),
    "(?:modal) (?:not|also|R)? (?P<flagged>be R? B)",
    (
        "modal (?:not|also)? (?P<flagged>be "
        "passive-base)(?=STOP|COMMA|R|by|with|in|for|every|before|after|once|NUMBER)"
    ),
    "(?P<flagged>(?:(?<=pron)be-form|are|were|am) (?:not|also|R)? B)",
    (
        "(?:pron|P|C) (?P<flagged>(?:can|may|must|will|should) (?:not)? "
        "(?:&UG|&MG))(?=JR|better|article|owner|after|in|with|to|by|on|at|STOP|from)"
    ),
    "(?P<flagged>(?:is|was|are|were|be) (?:not|also)? passive-base)(?=under|by|from|after|since)",
    "modal (?P<flagged>be passive-base)(?=J? (?:M|P|U))",
    "(?P<flagged>(?:have-form|need-to|needs) to (?:Z|D))",
    "(?:he|she|we|they|you|i)(?P<flagged>(?:be-form|am) (?:passive-base|&UB(?=in|at|as|from)))",
    "(?P<flagged>(?:help-form|helped) object to G)",
    "(?P<flagged>help-form to (?:G|&UG))(?=article|owner|STOP|COMMA|JR|P|M)",
    "(?:we|they|i|you|he|she)(?P<flagged>(?:has|have) passive-base)(?=many|more|NUMBER|article|owner)",
    "(?:C|U|M|P|pron)(?P<flagged>be-form (?:need-to|start)) to (?:B|&UB|&CB)",
    "(?P<flagged>(?:is|are|was|were) lasting) (?:NUMBER|small-number|from|about|only|article)",
    "pron (?P<flagged>(?:will|would) to) (?:B|&UB|be|have)",
    "^(?P<flagged>if (?:pron|(?:the|your|our) (?:C|U|P|M)) would) (?!like)(?:B|have|be|&UB)",
    "(?P<flagged>(?:is|was|are|were) (?:consisting|belonging))",
    "(?P<flagged>(?:cannot|can't|couldn't) to) ~B",
    "(?:pron|P|C) (?P<flagged>(?:can|could) (?:not)? to) (?:B|be|have)",
    (
        "^(?P<flagged>(?:do|does|did) (?:you|it|they|we|he|she|(?:the|your) (?:C|U|P)) "
        "(?:has|is|are|was|were|had))"
    ),
    (
        "(?P<flagged>(?:does|did|do)) (?:the|your|this|our|these) (?:J|NJ)? (?:C|U|P|M) "
        "(?P<verb>(?:Z|&PZ))(?=ASK|article|owner|object|to)"
    ),
    "(?P<flagged>be-form acting) (?:by|from) (?:the|a|an|small-number|owner|P|J)",
    "(?P<flagged>(?:have-form|need|needs) to G)(?=article|owner|object|M|P|U|in|to|C)",
    (
        "^(?P<flagged>(?:when|after|before|until) (?:pron|(?:the|your|our) (?:C|U|P|M|swelling)) "
        "will) "
        "(?:B|be|have|&UB|&CB)"
    ),
    "^(?P<flagged>if (?:pron|(?:the|your|our) (?:C|U|P|M)) will) (?:B|have|&UB|&CB)",
    "(?P<flagged>(?:let|lets) (?:the|your|our|a) J? (?:C|U|P|M) to) ~B",
    "(?P<flagged>make-verb (?:the|your|our|a) J? (?:C|U|P|M) to) state",
    f"{_SUBJECT} (?P<flagged>modal (?:not|also)? (?:is|are|was|were|been|being|am|has|had|does|did))",
    (
        "(?:pron|which|who|that|C|P) (?P<flagged>plain-modal (?:not|also)? "
        "(?:can|could|may|might|must|should|will))"
    ),
    (
        "(?:pron|which|who|that|this|C|P|U) (?P<flagged>(?:can|may|might|must|should|could) "
        "(?:not|also|R)? (?!early|JR)(?:very)? J)"
        "(?=STOP|COMMA|for|to|because|if|when|in|and)"
    ),
    # does not helps, did not went
    f"(?P<flagged>(?:do|does|did) not {_ADVERB} (?:Z|D|N))",
    (
        f"(?P<flagged>(?:do|does|did) not {_ADVERB} (?:DN|&PZ|G)) "
        f"(?={_DETERMINER}|in|to|for|with|from|by|P|M|STOP|COMMA)"
    ),
    (
        f"(?P<flagged>(?:don't|doesn't|didn't) {_ADVERB} (?:Z|D|N|DN|&PZ|G)) "
        f"(?={_DETERMINER}|in|to|for|with|from|by|P|M|STOP|COMMA|\\n)"
    ),
    # to improves, to treated the
    f"(?P<flagged>to Z)(?={_DETERMINER}|P|M|U|J|C)",
    "(?:B|J|want-to|order|C|U|P|&UB|DN|D)(?P<flagged>to (?:D|DN)) (?:article|owner|object)",
    # is consist of, are depend on, has develop, has went
    (
        "(?P<flagged>be-form (?:not|also|R)? "
        f"B)(?=prep|JR|U|C|NUMBER|small-number|of|on|R|STOP|COMMA|{_DETERMINER}|P|M)"
    ),
    f"(?P<flagged>(?:is|are|was|were) (?:not|also)? Z)(?={_DETERMINER}|P|M|to|in|on|of)",
    f"(?P<flagged>(?:is|are|was|were|be|been|being) {_ADVERB} unpassive)",
    (
        f"(?:(?<!CUMP)pron|which|who|P|C|U|M|that) (?P<flagged>have-form {_ADVERB} "
        f"B)(?=of|on|in|to|with|from|by|for|at|more|NUMBER|{_DETERMINER}|P|M|U|J|C)"
    ),
    f"(?P<flagged>have-form {_ADVERB} D)(?!N)",
    "(?P<flagged>(?:is|are|was|were|modal) (?:not|also)? been)",
    "(?:pron|which|who|P|C|U|that) (?P<flagged>(?:has|have) (?:not|also)? being) (?:N|DN|DNJ)",
    # it is depending on
    "(?P<flagged>(?:is|are|was|were) (?:R|also)? depending) on",
    (
        "(?:(?:pron|which|that|this) (?:is|was)|are|were) "
        "(?P<flagged>stative)(?=article|owner|of|to|that|how|what|P|M|U)"
    ),
    # has not any
    "(?P<flagged>have-form not (?:any|a|an|enough|much|many))",
    # made you to
    "(?P<flagged>(?:make-verb|let|lets) (?:object|P) to) B(?!P)",
)


# "What we do is treat", "how bad it is depends": two clauses meet, or "do" owns the second verb.
_CLEFT = re.compile(
    r"\b(?:how|what|whatever|all|thing|things|everything|anything|do|does|did|as|than|whether)\b[^,;]*$"
)


@rule(
    id="grammar.form-behind-helper",
    label="grammar.verb",
    severity="warning",
    needs="wording",
    message="“{text}” has a verb form that does not fit behind the first word.",
    advice="Write can cause, does not cause, is caused, has caused, it depends.",
    sources=(GRAMMAR,),
    scope="document",
    bad=(
        "It [[can causes]] pain, and you [[must to]] rest.",
        "The treatment [[is consist]] of two parts. It [[is depending]] on your age.",
        "The nurse [[has took]] it, and it [[has not any]] smell.",
        "The wound [[should cleaned]] with water. It [[was appeared]] at night.",
        "It [[is cause]] by a virus. [[When you will]] arrive, we wait.",
    ),
    good=(
        "It can cause pain, and you must rest. Does it hurt?",
        "What we do is treat pain. How bad it is depends on the nerve.",
        "The kinds of pain you have depend on the drug. All you can to help us is kind.",
        "How can increased pressure harm the eye? She has become a nurse.",
        "The hardest part is knowing when to rest. If you will be away, call.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield helping verbs with a form that cannot follow them."""
    for spot in spots(document, *_PATTERNS):
        if not _CLEFT.search(spot.before()):
            yield Match(spot.region())
