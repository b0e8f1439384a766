"""How many syllables a word has, told from its letters: rules of English spelling, no dictionary."""

from __future__ import annotations

import re
from functools import lru_cache

_NO_LETTERS = re.compile(r"[^a-z]+")
_VOWELS = re.compile(r"[aeiouy]+")
# An e that is written and not spoken: rate, rates, hoped, safely; but spoken in needles, roses, treated.
_SILENT = re.compile(
    r"(?<=[aeiouy])(?:[bcdfghjkmnpqrstvwxz]+|[bcdfgkpst]?l)(?<![^aeiouylr]l)e$"
    r"|(?<=[aeiouy])(?:[bdfgklmnprtvw]+|th|ph|c?k)(?<![^aeiouyl]l)es$"
    r"|(?<=[^td])(?<![^aeiouyl]l)ed$(?<![aeiouy]ed)"
    r"|(?<=[aeiouy][a-z])e(?=(?:ly|ments?|less|ful|ness|some|where|thing)$)"
)
# Vowels side by side that are two syllables: diet, area, fluid, science, being, neuron.
_TWO = re.compile(
    r"i(?=a(?!ge))(?<![cgst]i)|(?<=[st])i(?=a$)|(?<=[cgst])ia(?=[bsv]|t[ei]|b|ri|l?i[sz])|i(?=o(?!us|n|r[^a-z]))|i(?=um|us$)|(?<![cgstx])i(?=ous)"
    r"|(?<![aeoucgst])i(?=e(?:t|n[ct]))|e(?=o(?!us$|ns?$|pl|u))|e(?=a(?:l[ai]|[mn]i|$|s$))|(?<=cr)e(?=at)|(?<=^sc)i(?=e)|(?<![gq])u(?=a(?!r[dt]|de|s|g)|e(?:l|nt|nc|t)|i(?:[nt]i|ty|ng$)|ou)|(?<=[aeouy])i(?=ng)"
    r"|(?<=[bcdfghjklmnprstvwz])y(?=[aou])|(?<=[^aeiou])(?=s?ms?$)(?<=[sh])|i(?=ing)|o(?=e[tl]|in[ag]|as|op|al)(?<=[a-z]o)|a(?=e[rs]o?|o|i[cs]$)|u(?=u)"
)


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> int:
    """Return the number of syllables of an English word, at least 1."""
    letters = _NO_LETTERS.sub("", word.lower())
    groups = len(_VOWELS.findall(letters))
    return max(1, groups - len(_SILENT.findall(letters)) + len(_TWO.findall(letters)))
