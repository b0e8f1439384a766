"""A dietary supplement that speaks of body functions needs the disclaimer that the law prescribes.

The Act lets supplements say that they support a structure or function of the body, on condition that the
reader is told, in fixed words, that the FDA has not evaluated the statement and that the product treats no
disease.
"""

import re
from collections.abc import Iterator

from medlint import disclaimer
from medlint.model import Document, Match
from medlint.rule import rule

# `re` compiles them when they are first asked, and keeps them: a run for another market never needs them.
_SUPPLEMENT = (
    r"\b(?:dietary|food|herbal|nutritional|health|vitamin|mineral) supplements?\b|\bsupplement facts\b"
    r"|\bour (?:\w+ ){0,2}(?:supplements?|capsules|gummies|softgels|tincture|vitamins|probiotics?)\b"
    r"|\b(?:buy|order|try) (?:\w+ ){0,2}(?:supplements?|gummies|softgels|capsules|tincture)\b"
)
_FUNCTION = (
    r"\b(?:supports?|supporting|promotes?|promoting|maintains?|enhances?|boosts?|strengthens?|nourishes|"
    r"helps? (?:to )?(?:support|maintain|promote|protect|strengthen|boost)|contributes? to)\s+(?:\w+ ){0,3}"
    r"(?:immun\w+|joints?|bones?|hearts?|brain|memory|focus|digesti\w+|gut|skin|hair|nails?|muscles?|energy|"
    r"metabolism|sleep|mood|stress|circulation|prostate|liver|thyroid|vision|eyes?|health|wellness|vitality|"
    r"well-?being|antioxidant|blood sugar|cholesterol|hormon\w+|libido|testosterone|stamina|flexibility)\b"
)
_SOLD = (
    r"\b(?:our|buy|order (?:now|today|yours?)|servings?|supplement facts|suggested use)\b"
    r"|[\u2122\u00ae*\u2020]"
)
_DENIED = r"\b(?:no|not|never|without|may|might|little|whether)\b"


@rule(
    id="regulatory.us-no-disclaimer",
    message="The page says what a supplement does for the body, and the prescribed disclaimer is missing.",
    severity="error",
    needs="addition",
    advice=(
        "Add, linked by an asterisk: “This statement has not been evaluated by the Food and Drug "
        "Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.”"
    ),
    sources=("us-101-93c", "us-403r6"),
    profiles=("us",),
    scope="document",
    anchors=("supplement", "supplements", "capsules", "gummies", "softgels", "tincture", "vitamins",
             "probiotic", "probiotics"),
    bad=(
        "Our zinc gummies support immune health. Order your dietary supplement today.",
        "DIETARY SUPPLEMENT. Promotes healthy joints.* Suggested use: one capsule a day.",
    ),
    good=(
        f"Our zinc gummies support immune health.* *{' '.join(disclaimer.FIXED)}",
        "There is little proof that dietary supplements support joint health.",
        "Dietary supplement. 60 capsules. Store in a dry place.",
    ),
)  # fmt: skip
def check(document: Document) -> Iterator[Match]:
    """Yield the page where it sells a supplement by a function and lacks both sentences."""
    text = document.folded
    if disclaimer.parts(document) or not (re.search(_SUPPLEMENT, text) and re.search(_SOLD, text)):
        return
    claims = (document.sentence_at(found.start()) for found in re.finditer(_FUNCTION, text))
    if any(not re.search(_DENIED, sentence.text.lower()) for sentence in claims):
        yield Match(None)
