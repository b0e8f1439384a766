"""In which language a text is, told by its smallest words, as far as that matters: English or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from medlint.model import Anchors, Document

_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        name: frozenset(words.split())
        for name, words in {
            "English": "the of and to is are with for that this you your from by not be have has it as at if "
            "may will when which their they we our after before than about should can an or was were",
            "German": "der die das und ist nicht mit für von auf ein eine einer den dem des im zu sich auch "
            "wir sie ihre oder bei nach werden wird sind haben wie als aus",
            "French": "le la les des et est une dans pour que qui sur avec pas vous nous votre ce cette par "
            "plus sont du au aux ou de un",
            "Spanish": "el la los las de y es un una en que para con por no se su del al lo como más o",
            "Italian": "il la di e che è un una per non con si del della dei sono gli le nel alla più",
            "Portuguese": "o os de e que é um uma para com não em por da dos das se ao mais seu sua",
            "Dutch": "de het een en van is niet met voor op zijn dat die te aan ook wij u uw bij",
            "Turkish": "ve bir bu için ile da de olarak olan çok daha en gibi ya değil var ne kadar sonra",
            "Polish": "i w na z nie się jest do to że o dla jak lub po oraz są przez",
            "Swedish": "och att det som en på är av för med den till inte har om ett vi du eller",
            "Danish": "og at det som en på er af for med den til ikke har om et vi du eller kan",
            "Finnish": "ja on ei se että kun tai myös mutta voi ovat joka sekä kuin jos niin",
        }.items()
    }
)
"""Words that every text of a language is full of: our own lists."""

_CODES = (
    "ar:Arabic bg:Bulgarian bn:Bengali ca:Catalan cs:Czech cy:Welsh da:Danish de:German el:Greek "
    "es:Spanish et:Estonian fa:Persian fi:Finnish fr:French ga:Irish gu:Gujarati he:Hebrew hi:Hindi "
    "hr:Croatian hu:Hungarian hy:Armenian id:Indonesian it:Italian ja:Japanese ka:Georgian ko:Korean "
    "ku:Kurdish la:Latin lt:Lithuanian lv:Latvian nl:Dutch no:Norwegian nb:Norwegian pa:Punjabi "
    "pl:Polish pt:Portuguese ro:Romanian ru:Russian sk:Slovak sl:Slovenian so:Somali sq:Albanian "
    "sr:Serbian sv:Swedish ta:Tamil th:Thai tr:Turkish uk:Ukrainian ur:Urdu vi:Vietnamese zh:Chinese"
)
_NAMES = MappingProxyType(dict(pair.split(":") for pair in _CODES.split()))
_SAMPLE = 20_000  # characters that are looked at
_FEWEST = 40  # words that tell a language
_FEWEST_DIFFERENT = 5  # of a language's words: one said often tells nothing
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-z\u00aa-\u024f\u1e00-\u1eff]")
# Our own judgement: English texts reach 0.05 with the words of other languages, other texts 0.15 and more.
_MIN_SHARE, _TIMES_ENGLISH = 0.12, 2.5
_MIN_ENGLISH = 0.12


def name(code: str) -> str:
    """Return the English name of a language, or its code in quotation marks."""
    return _NAMES.get(code, f"“{code}”")


def is_english(text: str) -> bool:
    """Say whether a text is certainly English; of a short one nothing is certain."""
    shares = _shares(text)
    return shares["English"] >= _MIN_ENGLISH and shares["English"] == max(shares.values())


def foreign(text: str) -> str:
    """Return the language that a text is certainly in; "" for English and where nothing is certain."""
    letters = _WORD.findall(text[:_SAMPLE].lower())
    other = sum(len(word) for word in letters if not _LATIN.match(word))
    if other > 0.6 * sum(map(len, letters)) and other >= _FEWEST:
        return "another script than Latin"
    shares = _shares(text)
    best = max(shares, key=shares.__getitem__)
    if best == "English" or shares[best] < max(_MIN_SHARE, _TIMES_ENGLISH * shares["English"]):
        return ""
    return best if len(_WORDS[best].intersection(letters)) >= _FEWEST_DIFFERENT else ""


def only_english(document: Document) -> Document:
    """Return the document; without its text, and saying so, where the text is certainly not English."""
    found = foreign(document.text)
    if not found:
        return document
    note = f"{document.words:,} words not read: the text is in {found}"
    return replace(
        document,
        text="",
        blocks=(),
        anchors=Anchors((), (), (), 0),
        links=(),
        comments=(),
        not_checked=(note, *document.not_checked),
    )


def _shares(text: str) -> Mapping[str, float]:
    """Return the share of each language's words; all 0 for a short text."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _FEWEST:
        return dict.fromkeys(_WORDS, 0.0)
    counts = Counter(words)
    return {language: sum(counts[word] for word in known) / len(words) for language, known in _WORDS.items()}
