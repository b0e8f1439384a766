"""The body of an e-mail in clear, with the way back to the file for every character."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from medlint.model import Anchors, Region

_ESCAPED = re.compile(r"(?:=[0-9A-Fa-f]{2}|=[ \t]*\r?\n)+")
_ESCAPE = re.compile(r"=([0-9A-Fa-f]{2})")
_NO_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")

Piece = tuple[str, int, int]
"""Clear text, and start and end (excluded) of what stands for it in the file."""


def clear(source_text: str, start: int, end: int, *, encoding: str, charset: str) -> tuple[str, Anchors]:
    """Return the text of a part, and where its characters stand in the file.

    Args:
        source_text: The file.
        start: Where the part begins.
        end: Where it ends.
        encoding: Its `Content-Transfer-Encoding`; "octets" where each character of the file is a byte.
        charset: The encoding of its characters; an unknown one is taken for UTF-8.
    """
    decoder = _decoder(charset)
    if encoding == "base64":
        return _joined(_from_base64(source_text, start, end, decoder))
    if encoding == "quoted-printable":
        return _joined(_from_quoted(source_text, start, end, decoder))
    if encoding == "octets" and not source_text[start:end].isascii():
        octets = ((source_text[at].encode("latin-1"), at, at + 1) for at in range(start, end))
        return _joined(_characters(octets, decoder))
    return _joined([(source_text[start:end], start, end)])


def through(inner: Anchors, outer: Anchors) -> Anchors:
    """Return the way from a text to the file, given the way to a text between them and on from there."""
    starts, firsts, lasts = array("q"), array("q"), array("q")
    for run, start in enumerate(inner.starts):
        stop = inner.starts[run + 1] if run + 1 < len(inner.starts) else inner.length
        source_start, source_end = inner.source_starts[run], inner.source_ends[run]
        if stop - start == source_end - source_start:
            for shift, first, last in _runs(outer, source_start, source_end):
                starts.append(start + shift)
                firsts.append(first)
                lasts.append(last)
        else:
            first, last = outer.source(Region(source_start, source_end))
            starts.append(start)
            firsts.append(first)
            lasts.append(last)
    return Anchors(starts, firsts, lasts, inner.length)


def _runs(outer: Anchors, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield a stretch in parts that stand together in the file: shift, start and end there."""
    place = start
    while place < end:
        run = _run_at(outer.starts, place)
        stop = min(end, outer.starts[run + 1] if run + 1 < len(outer.starts) else outer.length)
        first, last = outer.source(Region(place, stop))
        yield place - start, first, last
        place = stop


def _run_at(starts: Sequence[int], place: int) -> int:
    return bisect_right(starts, place) - 1


def _decoder(charset: str) -> codecs.IncrementalDecoder:
    try:
        return codecs.getincrementaldecoder(charset or "utf-8")("replace")
    except LookupError:
        return codecs.getincrementaldecoder("utf-8")("replace")


def _joined(pieces: Iterable[Piece]) -> tuple[str, Anchors]:
    texts: list[str] = []
    starts, firsts, lasts = array("q"), array("q"), array("q")
    length = 0
    for text, first, last in pieces:
        if text:
            texts.append(text)
            starts.append(length)
            firsts.append(first)
            lasts.append(last)
            length += len(text)
    return "".join(texts), Anchors(starts, firsts, lasts, length)


def _from_quoted(
    source_text: str, start: int, end: int, decoder: codecs.IncrementalDecoder
) -> Iterator[Piece]:
    place = start
    for found in _ESCAPED.finditer(source_text, start, end):
        yield source_text[place : found.start()], place, found.start()
        place = found.end()
        octets = [
            (bytes.fromhex(each[1]), each.start(), each.end())
            for each in _ESCAPE.finditer(source_text, found.start(), place)
        ]
        yield from _characters(octets, decoder)
    yield source_text[place:end], place, end


def _from_base64(
    source_text: str, start: int, end: int, decoder: codecs.IncrementalDecoder
) -> Iterator[Piece]:
    places: list[int] = []
    letters: list[str] = []
    place = start
    for found in [*_NO_BASE64.finditer(source_text, start, end), None]:
        stop = found.start() if found else end
        places += range(place, stop)
        letters.append(source_text[place:stop])
        place = found.end() if found else end
    written = "".join(letters)
    try:
        data = base64.b64decode(written[: len(written) // 4 * 4] + _padded(written))
    except binascii.Error:
        return
    yield from _characters(
        (
            (bytes((octet,)), places[index // 3 * 4 + index % 3], places[index // 3 * 4 + index % 3 + 1] + 1)
            for index, octet in enumerate(data)
        ),
        decoder,
    )


def _padded(written: str) -> str:
    rest = written[len(written) // 4 * 4 :]
    return rest + "=" * (4 - len(rest)) if len(rest) > 1 else ""


def _characters(
    octets: Iterable[tuple[bytes, int, int]], decoder: codecs.IncrementalDecoder
) -> Iterator[Piece]:
    """Yield the characters that bytes make, each with the place of all its bytes."""
    first = last = -1
    for octet, start, end in octets:
        first = start if first < 0 else first
        last = end
        if text := decoder.decode(octet):
            # Each by itself: two characters from two of the file would pass for a pair each.
            yield from ((character, first, last) for character in text)
            # A byte that ended a broken character may begin the next one.
            first = start if decoder.getstate()[0] else -1
    yield from ((character, first, last) for character in decoder.decode(b"", final=True))
    decoder.reset()
