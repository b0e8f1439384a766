"""Measure the parts under the rules on data of others: negation, quantities, citation markers, hedges.

`external.py` runs these; each yields blocks of Markdown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import citations
import negation
from tables import SCORES, rates, scores, table

from medlint import parsers, quantities
from medlint.context import hedged, negated
from medlint.model import Region

Item = dict[str, Any]
Span = tuple[int, int]

_PEOPLE = r"participants?|patients?|men|women|employees|people|persons|adults|children|subjects|individuals"
READ_UNITS = re.compile(rf"%|% per year|percentage points.*|(?:\w+ )*(?:fold|times|{_PEOPLE})", re.IGNORECASE)
"""Units of the quantity set that medlint means to read: shares, multiples and numbers of people."""


def negations(_: Sequence[Item]) -> Iterator[str]:
    """Yield how well `context.negated` tells negated findings of clinical notes."""
    pairs = [(negated.holds(document, region), is_so) for document, region, is_so in negation.items()]
    yield from table(SCORES, [("negated", *scores(pairs))])


def quantity_spans(items: Sequence[Item]) -> Iterator[str]:
    """Yield how well spans of quantities are met, for all units and those medlint means to read."""
    counts: Counter[str] = Counter()
    for item in items:
        document = parsers.parse("text.txt", item["text"].encode())
        found = [_spans(document.source, each) for each in quantities.find(document)]
        gold = [((start, end), _is_read(unit)) for start, end, unit, _ in item["quantities"]]
        _count_spans(counts, found, gold)
    rows = [
        (f"{units}, {how}", counts[f"gold {units}"], *_span_rates(counts, units, how))
        for units in ("all units", "read units")
        for how in ("exact", "overlap")
    ]
    yield from table(("spans", "labelled", "precision", "recall", "F1"), rows)
    yield (
        "Exact: the figure with its unit, or with its noun, has the labelled start and end. medlint leaves "
        "out lengths, temperatures, doses, times and bare numbers on purpose, which are most of the set. "
        "“Read units” asks for the labelled shares, multiples and numbers of people alone; among them are "
        "compositions and concentrations in per cent, left out on purpose as well. Precision is against all"
        " labelled spans in both."
    )


def _spans(source: Callable[[Region], Span], quantity: quantities.Quantity) -> tuple[Span, Span]:
    return source(quantity.number), source(quantity.region)


def _is_read(unit: str | None) -> bool:
    return unit is not None and READ_UNITS.fullmatch(unit) is not None


def _count_spans(
    counts: Counter[str], found: Sequence[tuple[Span, Span]], gold: Sequence[tuple[Span, bool]]
) -> None:
    counts["found"] += len(found)
    for spans in found:
        counts["found exact"] += any(span in spans for span, _ in gold)
        counts["found overlap"] += any(_meet(spans[0], span) for span, _ in gold)
    for span, is_read in gold:
        for units in ("all units", *(["read units"] if is_read else [])):
            counts[f"gold {units}"] += 1
            counts[f"{units} exact"] += any(span in spans for spans in found)
            counts[f"{units} overlap"] += any(_meet(spans[0], span) for spans in found)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _span_rates(counts: Counter[str], units: str, how: str) -> tuple[str, str, str]:
    return rates(counts[f"found {how}"] / counts["found"], counts[f"{units} {how}"] / counts[f"gold {units}"])


def citation_markers(items: Sequence[Item]) -> Iterator[str]:
    """Yield how well markers of references are found in articles."""
    counts: Counter[str] = Counter()
    for item in items:
        for paragraph in item["paragraphs"]:
            gold = [(start, end) for start, end in paragraph["citations"]]
            found = citations.found_in(paragraph["text"])
            counts.update(citations.count(paragraph["text"], gold, found, show=False))
    precision, recall = counts["found met"] / counts["found"], counts["gold met"] / counts["gold"]
    yield from table(
        ("markers", "labelled", *SCORES[2:]), [("overlap", counts["gold"], *rates(precision, recall))]
    )


def certainty(items: Sequence[Item]) -> Iterator[str]:
    """Yield how well hedges and figures are told in findings that people graded for certainty."""
    graded = [each for each in items if each.get("aspects")]
    surely = [each for each in graded if each["aspects"]["Probability"] in ("Certain", "Uncertain")]
    words = [(hedges_of(each["text"]), each["aspects"]["Probability"] == "Uncertain") for each in surely]
    figures = [(_has_figure(each["text"]), each["aspects"]["Number"] != "NotPresent") for each in graded]
    rows = [
        (
            "hedge over any word: probability uncertain",
            *scores([(any(flags), is_so) for flags, is_so in words]),
        ),
        (
            "hedge over half of the words: probability uncertain",
            *scores([(2 * sum(flags) >= len(flags), is_so) for flags, is_so in words]),
        ),
        ("a quantity found: a number present", *scores(figures)),
    ]
    yield from table(SCORES, rows)
    yield (
        "People graded how sure a finding sounds as a whole; `context.hedged` asks only whether a claim is "
        "limited. Their numbers include doses, durations and ages."
    )


def hedges_of(text: str) -> list[bool]:
    """Return, for each word of a text, whether a hedge governs it."""
    document = parsers.parse("text.txt", text.encode())
    places = [Region(found.start(), found.end()) for found in re.finditer(r"\w+", document.text)]
    return [hedged.holds(document, place) for place in places]


def _has_figure(text: str) -> bool:
    return bool(quantities.find(parsers.parse("text.txt", text.encode())))
