"""The parts of speech that the tagger tells apart, a letter each.

n one noun, s plural, E name; b bare infinitive, p present, z present in -s, d past, v participle,
g -ing form, m modal; j adjective, r adverb; D determiner, O owner (my, the doctor's), P pronoun,
I preposition or "if", "because" and their like, T to, C and/or/but, W which/who/when, X there,
# number, . mark, x all else.
"""

TAGS = "nsEbpzdvgmjrDOPITCWX#.x"

CERTAIN = {
    "D": frozenset(("the", "a", "an", "every")),
    "O": frozenset(("your", "my", "our", "their", "its")),
    "P": frozenset(("you", "we", "they", "he", "she", "it", "i", "us", "them")),
    "C": frozenset(("and", "or", "but")),
    "I": frozenset(("of", "from", "with", "for", "at", "into", "if", "because", "during", "without")),
    "m": frozenset(("should", "would", "could", "must", "cannot")),
    "z": frozenset(("is", "does")),
    "d": frozenset(("was", "were", "did")),
}
"""Words that are one thing nearly wherever they stand; nothing is computed for them."""

OF_CLASS = {"n": "n", "P": "s", "J": "j", "R": "r", "Z": "z", "D": "d", "N": "v", "G": "g"}
"""Classes of the lexicon whose words have one tag in 97 of 100 places."""
