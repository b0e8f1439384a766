"""One goes with one and many with many, also with words between: two missing teeth, one of these methods.

A number that does not fit its noun makes the reader ask which of the two is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from medlint.model import Document, Match
from medlint.rule import rule
from medlint.rules.grammar import AGREEMENT
from medlint.tagging import tag_spots

_ENDS = "(?=STOP|COMMA|/I!|/m|/d|be-form|have-form|/W|$)"
_ENDS_OR_VERB = f"{_ENDS[:-1]}|/z|/r!)"
_ONE = "(?!counting-head|bare-allowed|one-or-many|bare-with-adjective)"
_MANY = "(?!one-or-many|calendar|time-noun)PZ/s!"
_BETWEEN = "(?:/j|/v|/g){0,2}"

_PATTERNS = (
    f"(?P<flagged>(?:an|each|every|another) (?:(?!few|great)/j|/v|/n){{0,2}} {_MANY}){_ENDS_OR_VERB}",
    f"(?:^|/I|/b|/z|/p|is) (?P<flagged>a (?:(?!few|great|many|lot)/j|/v){{0,2}} {_MANY}){_ENDS_OR_VERB}",
    f"(?<!/P)(?<!the)(?P<flagged>one /j? {_MANY}){_ENDS_OR_VERB}",
    f"(?:^|/z|/p|/b|when|if|because|that|COMMA)(?P<flagged>this (?:/j|/v){{0,2}} {_MANY}){_ENDS_OR_VERB}",
    (
        "(?<!label)(?P<flagged>(?:small-number|several|many|few|these|those|various|numerous) "
        f"{_BETWEEN} {_ONE}CUB/n!){_ENDS_OR_VERB}"
    ),
    f"(?<!label)(?<!MARK)(?<!COMMA)(?P<flagged>NUMBER {_BETWEEN} (?!unit){_ONE}CB/n!){_ENDS}",
    (
        "(?P<flagged>one of (?:the|our|your|these|those|its|their) (?:/j|/v|/g|most|superlative){0,3} "
        f"(?!counting-head|one-or-many|collective)~CU/n!){_ENDS_OR_VERB}"
    ),
    f"(?P<flagged>lots of (?:/j|/v){{0,2}} {_ONE}CB/n!)(?:(?=/p|B/~bp)|{_ENDS_OR_VERB})",
    "(?P<flagged>(?<!too)(?<!so)much /j? P/s!)",
    f"(?P<flagged>(?:many|few|several|these|those) /j? (?!counting-head|one-or-many)M/n!){_ENDS}",
    (
        "(?<!/D)(?<!/O)(?<!any)(?<!no)(?<!some)(?<!each)(?<!one)(?<!every)(?<!or)(?<!and)(?<!/W)"
        f"(?P<flagged>other /j? {_ONE}CB/n!)(?=STOP|/I!|/m|be-form|have-form|/W|and|/r)"
    ),
    f"(?P<flagged>such /j? {_ONE}CB/n!){_ENDS}(?!as)",
    (
        "(?:they|we|these|those) are /r!? /j? "
        "(?P<flagged>(?!also-adjective|counting-head)C/n!)(?=STOP|with|in|of)"
    ),
    "(?P<flagged>and half) calendar",
    # a 50 years old man, a two weeks course
    "(?:a|an|the) (?P<flagged>(?:NUMBER|small-number) (?!unit)calendar old) /n!",
    (
        "(?:a|an) (?P<flagged>(?:NUMBER|small-number) (?!unit)calendar) "
        "CUMB/n!(?=STOP|COMMA|/I|with|/C|be-form)"
    ),
    "(?P<flagged>(?:small-number|many|several|various|all|NUMBER) kind-type of)",
    "(?P<flagged>less (?!calendar)P/s!)",
    f"(?P<flagged>some /j? {_ONE}CB/n!) (?:~B/~bp|are|have)",
    (
        "(?P<flagged>(?:most|some|many|all|few|both) of (?:our|the|these|their|your) (?:/j){0,2} "
        f"(?!calendar|time-noun){_ONE}CB/n!)(?=have|are|were|/p|can|may|must)"
    ),
    f"(?P<flagged>some /j? {_ONE}CB/n!) (?:~B/~bp|are|have)",
    (
        "(?P<flagged>(?:most|some|many|all|few|both) of (?:our|the|these|their|your) (?:/j){0,2} "
        f"(?!calendar|time-noun){_ONE}CB/n!)(?=have|are|were|/p|can|may|must)"
    ),
)


@rule(
    id="grammar.one-and-many",
    label="grammar.agreement",
    severity="warning",
    needs="wording",
    message="“{text}” mixes one and many, or lacks “a”.",
    advice="Give both words the same number.",
    sources=(AGREEMENT,),
    scope="document",
    bad=(
        "A bridge replaces [[two missing tooth]]. We use [[one of these method]].",
        "There is a bed for [[one companions]], and a [[lot of tablet]] in it.",
    ),
    good=(
        "A bridge replaces two missing teeth. We use one of these methods.",
        "There is a bed for one companion, and a lot of tablets in it.",
        "A two week course takes a few days. It is a 20 minute walk. Phase 3 trial.",
    ),
)
def check(document: Document) -> Iterator[Match]:
    """Yield nouns whose number is not that of the word that counts them."""
    for spot in tag_spots(document, *_PATTERNS):
        if not spot.text().startswith(("1 ", "01 ", "A ")):
            yield Match(spot.region())
