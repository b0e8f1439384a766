"""Short forms on a page: where they stand, which need explaining, and where they are explained.

Everybody knows DNA and the NHS; a brand, a gene, a unit, a degree and a word in capitals stand for
nothing. What is left is a short form that a reader may never have met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from medlint import config, expansions, taxonomy
from medlint.expansions import Word, longest_fit, whole_fit, words_before, words_in
from medlint.model import Document, Passage, Region

_FORM = re.compile(
    r"(?<![\w.@/#&*'’-])(?:[a-z]?[A-Z][A-Za-z]*[A-Z][A-Za-z]*"
    r"|[A-Z])(?:[-/]?[A-Z0-9][A-Za-z0-9]*)*\+?(?![\w@/]|\.\w|['’]\w{2}|-\d|-[a-z]{1,5}-)"
)
_ROMAN = re.compile(r"[IVXLC]+[AB]?")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_WORD_BEFORE = re.compile(r"([\w&-]+)\W{1,2}\Z")
_WORD_BEHIND = re.compile(r"\W?[\s-]([\w&-]+)")
_BEHIND_NAME = re.compile(r"(?:[A-Z][\w.'-]+|[A-Z]{2,}),? \Z")
_TELLS_BEFORE = re.compile(
    r"(?:,? or|,|,? (?:also )?(?:known as|sometimes known as|sometimes called"
    r"|(?:sometimes |also )?referred to as|called|abbreviated(?: as| to)?)(?: the)?|:| [-–—]) [\"“']?\Z"
)
_TELLS_BEHIND = re.compile(
    r"[\"”']?(?:,? (?:which )?(?:stands for|is short for|short for|means|meaning|is the abbreviation "
    r"(?:of|for)),?|, or|:| [-–—]| =|, an abbreviation (?:of|for)|,)"
    r" [\"“']?(?:the |an? )?"
)
_SYLLABLE = re.compile(r"-[a-z]+[)\s]")  # "(PLATE-lets)": how a word is said
_YEAR = re.compile(r"\W{1,2}(?:19|20)\d\d\b")  # "QZV 2019" names a report
_IN_BRACKETS = re.compile(r"\w[\w ,/-]* [(\[](?:also |or |sometimes )?(?:called |known as )?\Z")
_MOST_LETTERS = 6
_BRACKET_BEHIND = re.compile(r"(?: [a-z]{4,10})? [(]([^()]{8,160})[)]")
_FEWEST_UNKNOWN = 3
_REACH = 120


@dataclass(frozen=True, slots=True)
class Use:
    """A short form at one place."""

    form: str  # in the singular
    region: Region


def uses(document: Document) -> Mapping[str, tuple[Use, ...]]:
    """Return where the page uses each short form that may need explaining, in reading order."""
    return document.derived(_uses)


def explained(document: Document) -> Mapping[str, tuple[tuple[Region, str], ...]]:
    """Return where the page says what a short form stands for, and the words it says, in reading order."""
    return document.derived(_explained)


@cache
def meanings(form: str) -> tuple[str, ...]:
    """Return what a short form of medicine stands for, the usual meaning first; empty if we do not know."""
    listed = _lists()["medical"]
    found = listed.get(form, "") if isinstance(listed, Mapping) else ""
    return tuple(found.split(" | ")) if found else ()


@cache
def full_words(form: str) -> tuple[str, ...]:
    """Return what a short form stands for, the everyday ones too."""
    listed = _lists()["everyday-meanings"]
    found = listed.get(form, "") if isinstance(listed, Mapping) else ""
    return (found,) if found else meanings(form)


def singular(form: str) -> str:
    """Return a short form without the s of its plural."""
    return form[:-1] if len(form) > 2 and form.endswith("s") and form[-2].isupper() else form


def _uses(document: Document) -> Mapping[str, tuple[Use, ...]]:
    found: dict[str, list[Use]] = {}
    names: set[str] = set()
    for block in document.blocks:
        if block.kind == "reference" or _is_shouted(block.text):
            continue
        for place in _FORM.finditer(block.text):
            form = singular(place[0])
            region = Region(block.region.start + place.start(), block.region.start + place.end())
            if not _may_need_words(form, block):
                continue
            if _is_name(document, region, form):
                names.add(form)
            else:
                found.setdefault(form, []).append(Use(form, region))
    return {
        form: tuple(each) for form, each in found.items() if form not in names or meanings(form)
    }  # a firm or a study keeps its name all over the page


def _is_shouted(text: str) -> bool:
    """Say whether a block is written in capitals."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 8 and sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def _may_need_words(form: str, block: Passage) -> bool:
    """Say whether a form by itself could be a short form that not everybody knows."""
    if form in _listed("known"):
        return False
    if meanings(form):
        return True
    letters = sum(character.isalpha() for character in form)
    return (
        _FEWEST_UNKNOWN <= letters <= _MOST_LETTERS
        and form.isupper()
        and form.isalpha()
        and block.kind != "table-cell"
        and _ROMAN.fullmatch(form) is None
        and len(set(form)) > 1
    )


def _is_name(document: Document, region: Region, form: str) -> bool:
    """Tell "the VXQ Clinic", "code VXQ", "Jane Roe, VXQ" and shouted words from a short form in use."""
    block = document.block_at(region.start)
    before = document.text[max(block.region.start, region.start - 40) : region.start]
    behind = document.text[region.end : min(block.region.end, region.end + 40)]
    word_before, word_behind = _WORD_BEFORE.search(before), _WORD_BEHIND.match(behind)
    if word_before and word_before[1].lower() in _listed("code-lead"):
        return True
    if form == "ACE" and word_behind and word_behind[1].startswith("inhibitor"):
        return True  # nobody names these medicines otherwise
    if word_behind and word_behind[1].lower() in _listed("name-nouns"):
        return not meanings(form) or word_behind[1][0].isupper()
    if _BEHIND_NAME.search(before) and before.rstrip().endswith(","):
        return True
    if _is_in_capitals(before, behind) or (not meanings(form) and _SYLLABLE.match(behind)):
        return True
    return not meanings(form) and (_is_in_name(before, behind) or _YEAR.match(behind) is not None)


def _is_in_capitals(before: str, behind: str) -> bool:
    """Say whether the words on both sides are written in capitals too."""
    left = before.split()[-1:] or [""]
    right = behind.split()[:1] or [""]
    near = [word.strip(".,:;!?()") for word in (*left, *right)]
    return sum(word.isupper() and word.isalpha() and len(word) > 1 for word in near) > 1


def _is_in_name(before: str, behind: str) -> bool:
    """Find capitals beside a form we do not know: "Gliss VXQ", "VXQ Seven" are names of their own."""
    left, right = before.split()[-1:], behind.split()[:1]
    is_left = bool(left) and left[0][:1].isupper() and left[0][-1:].isalnum() and len(before.split()) > 1
    is_right = bool(right) and right[0][:1].isupper() and behind[:1] in " -"
    return is_left or is_right


def _explained(document: Document) -> Mapping[str, tuple[tuple[Region, str], ...]]:
    found: dict[str, list[tuple[Region, str]]] = {}
    for expansion in expansions.in_document(document):
        found.setdefault(singular(expansion.short), []).append((expansion.short_region, expansion.long))
    for form, places in uses(document).items():
        for use in places:
            long = _told_beside(document, use)
            if long and not any(region == use.region for region, _ in found.get(form, ())):
                found.setdefault(form, []).append((use.region, long))
    return {form: tuple(sorted(each)) for form, each in found.items()}


def _told_beside(document: Document, use: Use) -> str:
    """Return the words of "artificial tear film, or ATF" and of "ATF stands for artificial tear film"."""
    text, start, end = document.text, use.region.start, use.region.end
    before = _TELLS_BEFORE.search(text, max(0, start - 40), start)
    if before:
        words = words_before(text, before.start())
        long = longest_fit(use.form, words, _bar(use.form)) or _nearly(use.form, words)
        if long:
            return text[long.start : long.end]
    if _stands_in_brackets(text, use.region):
        return text[max(0, start - 40) : start].rstrip("([ ")
    if bracket := _BRACKET_BEHIND.match(text, end):
        return bracket[1] if _begins_alike(use.form, bracket[1]) else ""
    behind = _TELLS_BEHIND.match(text, end)
    if behind:
        stop = document.sentence_at(behind.end() - 1).region.end
        words = words_in(text, behind.end(), min(stop, behind.end() + _REACH))
        for number in range(2, len(words) + 1):
            whole = whole_fit(use.form, words[:number])
            if whole and not words[number - 1].ends_phrase:
                return text[whole.start : whole.end]
    return ""


def _stands_in_brackets(text: str, region: Region) -> bool:
    """Find "desmopressin (DDAVP)": whatever the letters, the words before the bracket are what is meant."""
    is_closed = text[region.end : region.end + 1] in (")", "]")
    return is_closed and _IN_BRACKETS.search(text, max(0, region.start - 60), region.start) is not None


def _begins_alike(form: str, words: str) -> bool:
    """Say whether the words of a bracket can be what a form stands for: as many, with the same beginning."""
    return words[0].lower() == form[0].lower() and len(words.split()) >= len(form) - 1 >= 2


def _nearly(form: str, words: Sequence[Word]) -> Region | None:
    """Return the last words if all but one of the letters begin them: "end-stage kidney disease", ESRD."""
    last = words[-len(form) :]
    same = sum(word.text[0] == letter for word, letter in zip(last, form.lower(), strict=False))
    if len(form) < _FEWEST_UNKNOWN + 1 or len(last) < len(form) or same < len(form) - 1:
        return None
    return Region(last[0].start, last[-1].end)


def _bar(form: str) -> float:
    """Return the bar for words that stand before a comma and "or": nearly every letter begins a word."""
    return 0.6 + 0.3 * len(form)


def is_spelled_out(document: Document, form: str) -> bool:
    """Say whether the words that a form stands for are on the page, though nothing ties them to it."""
    names = [*meanings(form), *_names_of(form)]
    return any(_plain(name) in document.plain for name in names)


@cache
def _names_of(form: str) -> tuple[str, ...]:
    return tuple(
        name
        for term in taxonomy.load().terms.values()
        if form in term.short
        for name in (term.name, *term.synonyms)
    )


def _plain(words: str) -> str:
    return words.lower().replace("-", " ")


@cache
def _listed(name: str) -> frozenset[str]:
    if name == "known":
        parts = ("everyday", "bodies", "titles", "marks", "genes", "words")
        return frozenset[str]().union(*(_listed(part) for part in parts))
    return frozenset(str(_lists()[name]).split())


@cache
def _lists() -> Mapping[str, str | Mapping[str, str]]:
    lists: Mapping[str, str | Mapping[str, str]] = config.data("words/abbreviations.yaml")
    return lists


def in_running_text(document: Document, places: tuple[Use, ...]) -> Iterator[Use]:
    """Yield the uses that stand in sentences, headings left out."""
    for use in places:
        if document.block_at(use.region.start).kind != "heading":
            yield use
