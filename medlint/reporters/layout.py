"""Text into lines of a terminal: wrapping, and the part of a sentence around the flagged words.

Widths are in cells, of which a wide character (漢, most emoji) takes two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells

from medlint.reporters.characters import on_one_line

_CUT = "…"
_GAP = " … "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a document, cut to a width: the flagged words and what stands around them."""

    before: str
    words: str
    after: str

    @property
    def carets(self) -> str:
        """The line that marks the words when written under them."""
        return " " * cell_len(self.before) + "^" * max(1, cell_len(self.words))


def wrapped(text: str, first: int, rest: int) -> list[str]:
    """Return the lines of `text`, the first up to `first` cells wide, the others up to `rest`.

    An address is never cut, so that it can still be opened: its line may be too long.
    """
    lines: list[str] = []
    line, room = "", first
    for word in text.split():
        candidate = f"{line} {word}" if line else word
        if cell_len(candidate) <= room:
            line = candidate
            continue
        if line:
            lines.append(line)
            room = rest
        pieces = [word] if "://" in word else _pieces(word, room, rest)
        for piece in pieces[:-1]:
            lines.append(piece)
            room = rest
        line = pieces[-1]
    return [*lines, line]


def _pieces(word: str, first: int, rest: int) -> list[str]:
    """Return an endless word in pieces that fit. A lone combining mark has no width and is one piece."""
    head = next(iter(chop_cells(word, first)), word)
    tail = word[len(head) :]
    return [head, *chop_cells(tail, rest)] if tail else [head]


def excerpt(sentence: str, start: int, end: int, width: int) -> Excerpt:
    """Return the part of `sentence` around its characters `start` to `end` that fits into `width` cells."""
    # A “sentence” may be a whole file in one line: look no further than could be shown.
    reach = 4 * width
    before = on_one_line(sentence[max(0, start - reach) : start])
    after = on_one_line(sentence[end : end + reach])
    flagged = sentence[start:end]
    if len(flagged) > 2 * reach:
        flagged = flagged[:reach] + flagged[-reach:]
    words = _shortened(on_one_line(flagged), width - _marks(before, after))
    room = width - cell_len(words)
    left, right = cell_len(before), cell_len(after)
    left_room = min(left, max(room // 2, room - right))
    right_room = min(right, room - left_room)
    if left > left_room or start > reach:
        before = _marked(_last(before, left_room - 2), before=True)
    if right > right_room or end + reach < len(sentence):
        after = _marked(_first(after, right_room - 2), before=False)
    return Excerpt(before, words, after.rstrip())


def _marks(before: str, after: str) -> int:
    """Return the cells that the marks of what is left out need at least."""
    return 2 * (bool(before.strip()) + bool(after.strip()))


def _marked(text: str, *, before: bool) -> str:
    """Return `text` with the mark at its far end, and the space towards the words kept."""
    if before:
        return f"{_CUT} {text.lstrip()}"
    return f"{text.rstrip()} {_CUT}"


def _shortened(words: str, room: int) -> str:
    """Return the words, or their beginning and end when they are too long."""
    if cell_len(words) <= room:
        return words
    half = max(1, (room - len(_GAP)) // 2)
    return _first(words, half).rstrip() + _GAP + _last(words, half).lstrip()


def _first(text: str, room: int) -> str:
    """Return the whole words at the beginning of `text` that fit; of an endless word, a part."""
    kept = _fitting(text, room, lambda size: text[:size])
    if len(kept) == len(text) or text[len(kept)].isspace():
        return kept
    cut = kept.rfind(" ")
    return kept if cut < 0 else kept[:cut]


def _last(text: str, room: int) -> str:
    """Return the whole words at the end of `text` that fit; of an endless word, a part."""
    kept = _fitting(text, room, lambda size: text[len(text) - size :])
    if len(kept) == len(text) or text[-len(kept) - 1].isspace():
        return kept
    return kept[kept.find(" ") + 1 :]


def _fitting(text: str, room: int, part: Callable[[int], str]) -> str:
    """Return the longest part that fits; parts are asked for by their length in characters."""
    sizes = range(min(len(text), room), 0, -1)
    return next((part(size) for size in sizes if cell_len(part(size)) <= room), "")
