from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

from medlint.model import Document, Region
from medlint.parsers import parse
from tests.conftest import Done
from tests.parsers.soundness import FILES, check

FILM = """1
00:00:01,000 --> 00:00:03,500
Our tablets are <i>completely</i>

2
00:00:03,600 --> 00:00:05,000
safe &amp; new.
They {\\an8}help.

3
00:00:20,000 --> 00:00:22,000
- Really?
- Yes.
"""


def read(source_text: str, path: str = "film.srt") -> Document:
    return parse(path, source_text.encode())


def test_sentence_over_two_cues_is_one_with_the_time_of_the_first() -> None:
    document = read(FILM)

    assert [(block.marker, block.text) for block in document.blocks] == [
        ("00:00:01", "Our tablets are completely safe & new. They help."),
        ("00:00:20", "Really?"),
        ("00:00:20", "Yes."),
    ]
    assert document.sentences[0].text == "Our tablets are completely safe & new."


def test_words_over_two_cues_are_found_again() -> None:
    document = read(FILM)
    start = document.text.index("completely safe")
    source = document.source(Region(start, start + len("completely safe")))

    assert document.source_text[slice(*source)] == "completely</i>\n\n2\n00:00:03,600 --> 00:00:05,000\nsafe"
    assert document.position(document.text.index("safe")).line == 7


def test_times_of_the_cues_are_facts_of_the_document() -> None:
    document = read(FILM)

    assert [time for _, time in document.meta["cues"]] == ["00:00:01", "00:00:03", "00:00:20"]
    assert document.source_text[document.meta["cues"][1][0] :].startswith("00:00:03,600")


def test_position_tells_when_words_are_shown() -> None:
    document = read(FILM)
    start = document.text.index("completely safe")
    words = document.source(Region(start, start + len("completely safe")))

    assert document.position(document.text.index("help")).cue == "00:00:03"
    assert document.place(*words).cue == "00:00:01"
    assert (document.place(*words).line, document.place(*words).column) == (3, 20)


def test_time_without_hours_is_told_with_them() -> None:
    document = read("WEBVTT\n\n01:07.000 --> 01:09.000\nIt is safe.\n", "film.vtt")

    assert document.position(0).cue == "00:01:07"


def test_time_stands_in_the_reports(medlint: Callable[..., Done]) -> None:
    Path("film.srt").write_text(FILM)
    done = medlint("check", "film.srt", "--format", "terminal", "--format", "json:report.json",
                   "--format", "concise:report.txt")  # fmt: skip
    (finding,) = json.loads(Path("report.json").read_text())["documents"][0]["findings"]

    assert "3:20 at 00:00:01  error" in done.out
    assert finding["location"]["cue"] == "00:00:01"
    assert finding["start"] is not None
    assert "film.srt:3:20: error" in Path("report.txt").read_text()
    assert "(00:00:01)" in Path("report.txt").read_text()


def test_webvtt_has_speakers_notes_and_styles() -> None:
    document = read(
        "WEBVTT - a film\n\nSTYLE\n::cue { color: red }\n\nNOTE medlint: allow x -- "
        "y\n\nNOTE\ntwo lines\nof it\n\n"
        "00:01.000 --> 00:02.000 align:start\n<v Anna>It is <c.loud>safe</c>,\n\n"
        "intro\r\n01:00:02.000 --> 01:00:03.000\n<v Anna>they say.\n<v.first Ben>Who?\n",
        "film.vtt",
    )

    assert [(block.marker, block.text) for block in document.blocks] == [
        ("00:01", "It is safe,"),
        ("01:00:02", "they say."),
        ("01:00:02", "Who?"),
    ]
    assert [comment.text for comment in document.comments] == ["medlint: allow x -- y", "two lines\nof it"]
    assert document.source_text[document.comments[0].start :].startswith("NOTE medlint:")


@pytest.mark.parametrize(("gap", "blocks"), [("03", 1), ("09", 2)])
def test_long_pause_ends_what_a_speaker_says(gap: str, blocks: int) -> None:
    document = read(f"00:00:01,0 --> 00:00:02,0\nOne.\n\n00:00:{gap},0 --> 00:00:{gap},9\nTwo.\n")

    assert len(document.blocks) == blocks


def test_lines_without_a_time_are_counted() -> None:
    document = read("A title\n\n00:00:01,0 --> 00:00:02,0\nOne.\n\nstray\nlines\n")

    assert document.text == "One."
    assert document.not_checked == ("3 lines without a time not read",)


def test_film_without_full_stops_is_read_in_blocks() -> None:
    cues = "".join(
        f"00:{n // 60:02}:{n % 60:02},0 --> 00:{n // 60:02}:{n % 60:02},9\nla la\n\n" for n in range(100)
    )

    assert len(read(cues).blocks) == 3


@pytest.mark.parametrize("source_text", ["", "WEBVTT", "1\n", "00:00:01,0 --> 00:00:02,0\n"])
def test_nothing_to_read_gives_no_blocks(source_text: str) -> None:
    assert read(source_text).blocks == ()


@settings(max_examples=200, deadline=None)
@given(FILES["subtitles"][1])
def test_any_subtitles_are_read_with_sound_places(source_text: str) -> None:
    check(parse("film.vtt", source_text.replace("\0", "").encode()))
