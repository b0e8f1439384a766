"""British and American forms of one word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set

_ENDINGS = (
    ("our", "or"), ("tre", "ter"), ("bre", "ber"), ("ae", "e"), ("oe", "e"), ("yse", "yze"),
    ("ysing", "yzing"), ("ence", "ense"), ("ll", "l"), ("l", "ll"), ("grey", "gray"),
    ("oeuv", "euv"), ("mould", "mold"), ("plough", "plow"), ("sceptic", "skeptic"), ("wool", "woo"),
    ("aluminium", "aluminum"),
)  # fmt: skip
"""What British words have, and what American ones have there."""

_BLOOD = (
    r"(?<!pid)(?<!pand)(?<!end)(?<!cad)(?<!syst)(?<!lch)(?<!och)(?<!\bch)(?<!pol)(?<!tot)(?<!phon)(?<!ph)"
    r"(?<!rac)(?<!\bpr)(?<!boh)(?<!lex)(?<!tax)(?<!kin)(?<!ton)(?<!anath)emi(?=as?$|cs?$)"
)
"""-emia and -emic, where they are of the blood: not epidemic, systemic, academic."""

_MEDICAL = (
    (r"(?<![a-z])hem(?=[aot])(?!p)|(?<=[a-z])hem(?=oly|ogl|ost|orr)", "haem"),
    (_BLOOD, "aemi"),
    (r"(?<!r)edema", "oedema"),
    (r"esophag", "oesophag"),
    (r"(?<![a-hj-np-z])estr(?=ogen|adi|one|io|us)", "oestr"),
    (r"pediatr", "paediatr"),
    (r"gynec", "gynaec"),
    (r"anesthe", "anaesthe"),
    (r"\bfec(?=al|es)", "faec"),
    (r"\bfet(?=al|us|o)", "foet"),
    (r"\bcec(?=al|um|o)", "caec"),
    (r"diarrhe", "diarrhoe"),
    (r"orrhea", "orrhoea"),
    (r"\bceliac", "coeliac"),
    (r"cesarean", "caesarean"),
    (r"leuk(?=em)", "leuka"),
    (r"etiolog", "aetiolog"),
    (r"orthoped", "orthopaed"),
    (r"tumor", "tumour"),
    (r"uremi", "uraemi"),
)
_EITHER = ("aesthet", "sulph")
"""Words that both dialects spell either way."""

_STRONG = frozenset(("leuka",))


def british_forms(word: str) -> Iterator[str]:
    """Yield the British form of an American word of medicine, where it has one."""
    form = word
    for pattern, british in _MEDICAL:
        if british not in _STRONG and british not in form:
            form = re.sub(pattern, british, form)
    if form != word:
        yield form


def dialect_pairs(british: Set[str], american: Set[str], known: Iterable[str]) -> Mapping[str, str]:
    """Return British words with their American forms.

    Args:
        british: Words that are British alone.
        american: Words that are American alone.
        known: All words, for those of medicine that general lists lack.
    """
    pairs = {}
    for word in british:
        forms = [form for form in _american_forms(word) if form in american]
        if word.isalpha() and not word.endswith("ae") and len(set(forms)) == 1:
            pairs[word] = forms[0]
    everything = set(known)
    for word in everything:
        pairs.update({form: word for form in british_forms(word) if form in everything and form not in pairs})
    americans = set(pairs.values())
    return {
        left: right for left, right in pairs.items() if left not in americans and not left.startswith(_EITHER)
    }


def _american_forms(word: str) -> Iterator[str]:
    for british, american in _ENDINGS:
        for found in re.finditer(british, word):
            yield word[: found.start()] + american + word[found.end() :]
