"""Subtitles, SubRip and WebVTT: what is said, with a sentence in one block however many cues it runs over.

The marker of a block is the time of its first cue; `meta["cues"]` holds the time of every cue and
where it begins in the file, and each position tells the cue that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from medlint.model import Document
from medlint.parsers.builder import Builder
from medlint.parsers.chunk import Chunk, Mark, Span, write
from medlint.parsers.html_tokens import references
from medlint.parsers.placed import Cues, placed

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_CLOCK = r"((?:\d{1,3}:)?\d{1,2}:\d{2})[.,]\d{1,3}"
_TIMES = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}")
_NOTE = re.compile(r"NOTE(?:[ \t]|$)")
_NO_CUE = re.compile(r"WEBVTT\b|STYLE\s*$|REGION\s*$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,100}\}")
_SPEAKER = re.compile(r"<v(?:\.[^\s<>]{0,80})?[ \t]+([^<>]{1,120})>")
_TURN = re.compile(r"[ \t]*(?:[-\u2013\u2014]|>>)[ \t]*(?=\S)")
_ENDED = re.compile(r"[.!?\u2026][\"'\u2019\u201d)\]]*$")
# Our own judgement: how long a speaker pauses between thoughts, and inside of a sentence at most.
_PAUSE, _LONGEST_PAUSE = 3, 10  # seconds
_LONGEST = 40  # lines of a block


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is shown at one time."""

    time: str
    start: int  # seconds
    end: int
    lines: tuple[Span, ...]


@dataclass
class _Script:
    """A file while it is read."""

    source_text: str
    cues: list[tuple[int, str]] = field(default_factory=list)  # place in the file, time
    lost: int = 0  # lines that stand in no cue

    def items(self) -> Iterator[_Cue | Mark]:
        """Yield cues, and remarks between them, in the order of the file."""
        for lines in _paragraphs(self.source_text):
            first = self.source_text[slice(*lines[0])]
            times = next((number for number, line in enumerate(lines[:2]) if self._times(line)), None)
            if times is not None:
                yield from self._cue(lines, times)
            elif _NOTE.match(first):
                start, end = lines[0][0], lines[-1][1]
                yield Mark(start, end, "comment", self.source_text[start + len("NOTE") : end].strip())
            elif not _NO_CUE.match(first):
                self.lost += len(lines)

    def _times(self, line: Span) -> re.Match[str] | None:
        return _TIMES.match(self.source_text, *line)

    def _cue(self, lines: Sequence[Span], times: int) -> Iterator[_Cue]:
        found = self._times(lines[times])
        if found:
            self.cues.append((lines[times][0], found[1]))
            yield _Cue(found[1], _seconds(found[1]), _seconds(found[2]), tuple(lines[times + 1 :]))


def parse(path: str, source_text: str, sha256: str) -> Document:
    """Return subtitles as their reader sees them, one time after the other."""
    script = _Script(source_text)
    builder = Builder(source_text)
    for chunk in _chunks(script):
        write(builder, chunk)
    lost = f"{script.lost} line{'s' * (script.lost > 1)} without a time not read"
    built = builder.build(
        path,
        sha256,
        meta={"front_matter": {}, "cues": tuple(script.cues)},
        not_checked=(lost,) if script.lost else (),
    )
    starts, times = [start for start, _ in script.cues], [_clock(time) for _, time in script.cues]
    return placed(built, Cues(starts, times))


def _chunks(script: _Script) -> Iterator[Chunk]:
    """Yield what one speaker says without a pause."""
    spans: list[Span] = []
    marks: list[Mark] = []
    time, last, speaker = "", 0, ""
    for item in script.items():
        if isinstance(item, Mark):
            marks.append(item)
            continue
        pause = item.start - last
        for start, end in item.lines:
            said = script.source_text[start:end]
            named = _SPEAKER.search(said)
            is_turn = bool(_TURN.match(said)) or bool(named and named[1] != speaker)
            speaker = named[1] if named else speaker
            if spans and (is_turn or _is_over(script.source_text, spans, pause)):
                yield Chunk("paragraph", tuple(spans), tuple(marks), marker=time)
                spans, marks = [], []
            time = time if spans else item.time
            if spans:  # what stands between two lines is a space to their reader
                marks.append(Mark(spans[-1][1], start, text=" "))
                spans.append((spans[-1][1], start))
            spans.append((start, end))
            marks += _marks(script.source_text, start, end)
            pause = 0
        last = item.end
    yield Chunk("paragraph" if spans else None, tuple(spans), tuple(marks), marker=time)


def _is_over(source_text: str, spans: Sequence[Span], pause: int) -> bool:
    """Say whether a speaker begins anew after a pause."""
    start, end = spans[-1]
    has_ended = bool(_ENDED.search(_TAG.sub("", source_text[start:end]).strip()))
    return pause > (_PAUSE if has_ended else _LONGEST_PAUSE) or len(spans) > 2 * _LONGEST


def _marks(source_text: str, start: int, end: int) -> list[Mark]:
    """Return what of a line is not shown as it stands: tags, references, the dash of a speaker."""
    marks = [Mark(found.start(), found.end()) for found in _TAG.finditer(source_text, start, end)]
    if turn := _TURN.match(source_text, start, end):
        marks.append(Mark(*turn.span()))
    return sorted([*marks, *references(source_text, start, end)])


def _paragraphs(source_text: str) -> Iterator[list[Span]]:
    """Yield the lines between empty lines, without their ends."""
    lines: list[Span] = []
    for found in _LINE.finditer(source_text):
        if text := found[0].rstrip():
            lines.append((found.start(), found.start() + len(text)))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _clock(written: str) -> str:
    """Return a time with its hours, which WebVTT may leave out."""
    minutes, seconds = divmod(_seconds(written), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _seconds(clock: str) -> int:
    total = 0
    for part in clock.split(":"):
        total = 60 * total + int(part)
    return total
