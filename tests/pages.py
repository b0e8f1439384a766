"""Invented pages for tests of what is new: sentences with and without findings, and small edits."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from medlint.model import Report

FAULTY = (
    "Zelpax is completely safe for adults.",
    "Our clinic sells a miracle against tired feet.",
    "Up to 70 percent of the guests sleep well after one week.",
    "The the nurse brings a cup of tea.",
    "Nine out of ten guests walk without pain after the laser.",
    "This tea cures every cold within a day.",
    "Ninety percent of people over 60 suffer from stiff knees.",
    "Without any side effects, the patch works overnight.",
)
"""Each has at least one finding."""

FRESH = (
    "Velorin guarantees a full recovery.",
    "Completely painless, the Hollow laser melts fat away.",
    "Eighty percent of our guests lose ten kilos in a month.",
)
"""The same, and none of them stands in `FAULTY`."""

SOBER = (
    "The rooms are on the second floor, next to the lift.",
    "Bring your insurance card and a list of your medicines.",
    "The visit takes about half an hour.",
    "You may eat and drink before the visit.",
    "A nurse calls you by your number.",
    "Parking is behind the house, beside the old mill.",
    "We are closed on the first Monday of each month.",
    "Write to us if you cannot come.",
    "Ask the nurse when you do not understand a word.",
    "The bus stops at the corner of Mill Lane.",
)
"""None has a finding."""

Paragraphs = list[list[str]]
"""A page: paragraphs of sentences."""

sentences = st.sampled_from((*FAULTY, *SOBER, *SOBER))
_bodies = st.lists(st.lists(sentences, min_size=1, max_size=4), min_size=2, max_size=5)


@st.composite
def pages(draw: st.DrawFn, name: str) -> Paragraphs:
    """Return a page; of the same name it has a paragraph that no other page has."""
    return [*draw(_bodies), own(name)]


def own(name: str) -> list[str]:
    """Return sober sentences that only this page has."""
    return [f"House {name.upper()} has a room with {number} chairs." for number in range(3, 11)]


def text(title: str, page: Paragraphs, width: int) -> str:
    """Return a page as Markdown, its lines no longer than `width`."""
    blocks = [f"# {title}", *(textwrap.fill(" ".join(each), width, break_on_hyphens=False) for each in page)]
    return "\n\n".join(blocks) + "\n"


@st.composite
def edited(draw: st.DrawFn, page: Paragraphs) -> Paragraphs:
    """Return the page after one to three small edits; some bring something new, most do not."""
    changed = [list(paragraph) for paragraph in page]
    for _ in range(draw(st.integers(1, 3))):
        _edit(draw, changed)
    return [paragraph for paragraph in changed if paragraph]


def _edit(draw: st.DrawFn, page: Paragraphs) -> None:
    paragraph = page[draw(st.integers(0, len(page) - 1))]
    place = draw(st.integers(0, len(paragraph)))
    match draw(st.sampled_from(("word", "sober", "faulty", "again", "delete", "move", "split"))):
        case "word" if place < len(paragraph) and paragraph[place] in SOBER:
            paragraph[place] = paragraph[place].replace("the ", "our ", 1).replace("You ", "Guests ", 1)
        case "sober":
            paragraph.insert(place, draw(st.sampled_from(SOBER)))
        case "faulty":
            paragraph.insert(place, draw(st.sampled_from(FRESH)))
        case "again":
            paragraph.insert(place, draw(st.sampled_from(FAULTY)))
        case "delete" if place < len(paragraph):
            del paragraph[place]
        case "move":
            page.insert(0, page.pop())
        case "split":
            page.append(paragraph[place:])
            del paragraph[place:]


def findings_of(reports: Report | Sequence[Report]) -> Counter[tuple[str, str]]:
    """Return rule and sentence of all findings of a report: how often each is there."""
    given = [reports] if isinstance(reports, Report) else reports
    return Counter(
        (each.rule, " ".join(each.sentence.lower().split())) for made in given for each in made.findings
    )


def by_page(report: Report) -> Mapping[str, Counter[tuple[str, str]]]:
    """Return path → rule and sentence of its findings."""
    return {
        document.path: Counter(
            (each.rule, " ".join(each.sentence.lower().split())) for each in document.findings
        )
        for document in report.documents
    }
