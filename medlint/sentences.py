"""Where sentences begin and end, by regular expressions and short word lists of our own."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from medlint import abbreviations
from medlint.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

# A mark that may end a sentence, what clings to it, and the word after it. What clings is a smiley,
# closing quotes and brackets, and the number of a source ("risk.[1] Then", "risk.1,2 Then"). Possessive
# repeats, and no start inside a run of marks, keep a line of a million dots linear. Of four spaced dots
# after a word and before a capital the first ends the sentence, the others begin the next.
_MARK = expression(
    r"""(?P<mark>[.!?…](?<![.!?…].)(?<![.!?…]\s.)
        (?>(?<=\w\.)(?=(?:\s\.){3}\s[A-Z]) | [.!?…]*+(?:\s[.!?…]++(?!\w))*+))
    (?P<smiley>\s?[:;]-?[()DP](?!\w))?+
    (?P<closers>['")\]}’”»*]*+)
    (?P<source>(?:\s?\[\d[\d,;–\s-]{0,40}\]){1,4} | [\u00b9\u00b2\u00b3\u2070-\u2079]{1,9}
        | \d{1,3}(?:[,–-]\d{1,3}){0,9})?
    (?:\s++ | (?=[A-Z][a-z]*(?:['’][a-z]+)?(?:[\s,.!?]|$)))
    (?P<openers>[^\w\s]{0,8})(?P<next>\S{1,24})
    """,
    re.VERBOSE,
)
_BULLET = expression(r"[•‣⁃◦●▪■](?<!\S.)")
_ITEM = expression(r"\W{0,3}(?P<name>\d{1,2}|[a-z]|[A-Z](?=\)))(?P<close>\.\)|[.)])\s")
_BEFORE_WORD = expression(r".*[\s(\[{\"'“‘«/–—]", re.DOTALL)
_PANEL = expression(r"[A-Za-z][),]")
_FIRST_I = expression(r"I(?:\b|$)")
_LETTERS = expression(r"\b[A-Z] (?:and|or|to) [A-Z]$")
_LIST_NUMBER = expression(r"\d+(?:\.\d+)*|[A-Za-z]")
_DOTTED = expression(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}")
_LABEL = expression(r"[A-Z]{0,2}\d|[IVXLC]+\b|[A-Za-z]\b(?![’'])")
_FIRST_WORD = expression(r"([A-Z][a-z]*)(?:[’'](?:s|re|ve|ll|m|d|t))?(?=[\s,;:]|$)")
_SMILEY = expression(r"[:;]-?[()DP](?!\w)")
_SOURCE_NUMBER = expression(r"\[\d[\d,;–-]*\]")
# Words of biology keep a small letter at the start of a sentence: mRNA, p53, pH, ephrin-B2. So do labels
# of panels: (a).
_SMALL_START = expression(r"[a-zα-ω]{1,12}-?[A-Z0-9]|[a-z]{1,3}\)|α|β|γ|δ|κ")
_SPEECH = expression(
    r"(?!(?:He|She|It|We|They|You|I) )(?:[A-Z][\w-]+\.? ){1,3}"
    r"(?:said|says|asked|asks|replied|added|adds|explained|explains|told|wrote|recalls)\b"
)
_TIME_PHRASE = expression(r"(?:At|By|Around|About|From|Before|After|Until|On|Since|Between)\s")
_WORD_LIMIT = 40  # characters; a longer "word" is an address or a sequence, and needs no reading


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end (excluded) of each sentence of a block, in characters from 0.

    White space between sentences belongs to none of them.
    """
    cuts = [0, *_item_starts(text), len(text)]
    for first, last in pairwise(cuts):
        yield from _spans_within(text, first, last)


def _item_starts(text: str) -> list[int]:
    """Return where the items of a list begin that somebody wrote into one line."""
    bullets = [found.start() for found in _BULLET.finditer(text)]
    if len(bullets) > 1:
        return bullets
    found = _ITEM.match(text)
    if not found:
        return []
    starts: list[int] = []
    name, close, position = found["name"], found["close"], found.end() - 1
    while (name := _next_name(name)) and (position := text.find(f" {name}{close} ", position) + 1):
        if close == "." and _last_word(text, 0, position - 1).lower() in abbreviations.NOT_BEFORE_ITEM:
            return []
        starts.append(position)
    return starts


def _next_name(name: str) -> str:
    if name.isdigit():
        return str(int(name) + 1)
    return chr(ord(name) + 1) if name not in "zZ" else ""


def _spans_within(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    position = start = last - len(text[first:last].lstrip())
    while found := _MARK.search(text, position, last):
        position = found.start("openers")
        if _ends(text, start, found):
            yield start, max(found.end(name) for name in ("mark", "smiley", "closers", "source"))
            start = position
    if start < last:
        yield start, start + len(text[start:last].rstrip())


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether the mark that was found ends the sentence that began at `start`."""
    at, following, mark = found.start(), found["next"], found["mark"]
    if at == start or text[at - 1] in "([" or _clings(text, found):
        return False
    word = _last_word(text, start, at)
    if _is_inside_word(text, found, word):
        return False
    is_small = following[0].islower() and not _SMALL_START.match(following)
    if found["closers"] and (is_small or _SPEECH.match(text, found.start("next"))):
        return False
    if "!" in mark or "?" in mark:
        return not (is_small and mark == "!" and _is_name(word, at - start))
    if mark != ".":
        return not is_small and not (" " in mark and _FIRST_I.match(following))
    return _stops_before_small(word) if is_small else _stops(text, start, found, word)


def _clings(text: str, found: re.Match[str]) -> bool:
    """Tell whether what follows belongs to what was said: a smiley, the number of a source."""
    following = found.start("openers")
    return bool(_SMILEY.match(text, following) or _SOURCE_NUMBER.match(text, following))


def _last_word(text: str, start: int, end: int) -> str:
    head = text[max(start, end - _WORD_LIMIT) : end].rstrip()
    found = _BEFORE_WORD.match(head)
    return head[found.end() :] if found else head


def _is_inside_word(text: str, found: re.Match[str], word: str) -> bool:
    """Tell whether the mark belongs to a decimal ("12.5 mg") or a name ("Node.JS"), not to "risk.1 Then"."""
    is_glued = not text[found.start("openers") - 1].isspace()
    has_number = (found["source"] or "x")[0].isdigit()
    if not (is_glued or has_number) or word.endswith(")"):
        return False
    if is_glued and found["mark"] != ".":
        return not word.isalpha()
    tail = word if is_glued else word[1:]
    return not (word.isalpha() and tail.islower()) or word.lower() in abbreviations.KNOWN


def _is_name(word: str, length: int) -> bool:
    """Tell whether `word`, the last of `length` characters, is a capitalised one of several."""
    return word[:1].isupper() and not word.isupper() and length > len(word) + 1


def _stops_before_small(word: str) -> bool:
    """Tell whether a full stop ends the sentence although its writer goes on in small letters."""
    if word.endswith((")", "]", "%")) or (word.isdigit() and len(word) > 1):
        return True
    is_word = word.isalpha() and len(word) > 1
    return is_word and word not in abbreviations.TITLES and word.lower() not in abbreviations.KNOWN


def _stops(text: str, start: int, found: re.Match[str], word: str) -> bool:
    """Tell whether a full stop ends the sentence before a capital, a figure or a quotation mark."""
    at, following, lower = found.start(), found["next"], word.lower()
    if (
        word in abbreviations.TITLES
        or lower in abbreviations.NEVER_LAST
        or _is_list_number(text, start, at, word)
    ):
        return False
    if len(word) == 1 and word.isupper():
        return _letter_stops(text, start, at, following)
    if lower in abbreviations.BEFORE_NUMBER:
        return not following[0].isdigit()
    if lower in abbreviations.BEFORE_LABEL:
        return not _LABEL.match(following)
    if lower in ("a.m", "p.m") and any(map(str.isdigit, text[max(start, at - 8) : at])):
        return _time_stops(text[start : min(at, start + _WORD_LIMIT)], following)
    is_name = (
        lower in abbreviations.BEFORE_NAME or word in abbreviations.DAYS or bool(_DOTTED.fullmatch(word))
    )
    if found["openers"].startswith("(") and (is_name or lower in abbreviations.SHORTENED):
        return bool(_PANEL.match(following))
    if is_name and lower not in abbreviations.AFTER_DOSE:
        return _is_starter(following)
    return True


def _is_list_number(text: str, start: int, at: int, word: str) -> bool:
    """Tell whether `word` numbers what comes: "2. Dry them", "Step 2. Dry them"."""
    if at - start >= _WORD_LIMIT or not _LIST_NUMBER.fullmatch(word):
        return False
    before = text[start : at - len(word)].strip().lower()
    return (word[0].isdigit() and before in abbreviations.LABELLED) or not any(map(str.isalnum, before))


def _letter_stops(text: str, start: int, at: int, following: str) -> bool:
    """Tell "vitamin C. Then" and "panels A and B. Then" from "E. Smith"."""
    before = _last_word(text, start, at - 1)
    if _is_starter(following) or before.lower() in abbreviations.LABELLED:
        return True
    if text[at - 1] in "IVX":
        return before.isalpha() and before.islower() and before not in abbreviations.BEFORE_INITIAL
    return bool(_LETTERS.search(text, max(start, at - _WORD_LIMIT), at))


def _time_stops(sentence: str, following: str) -> bool:
    """Tell "We close at 5 p.m. Visitors …" from "At 5 p.m. Dr. Smith …" and "5 p.m. Monday"."""
    if following.lower().strip(".,()") in abbreviations.AFTER_TIME:
        return False
    return _is_starter(following) or not (_TIME_PHRASE.match(sentence) and len(sentence) < _WORD_LIMIT)


def _is_starter(following: str) -> bool:
    found = _FIRST_WORD.match(following)
    return found is not None and found[1].lower() in abbreviations.STARTERS
