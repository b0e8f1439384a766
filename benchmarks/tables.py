"""Tables of figures, and the figures of what is found and what was labelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

Row = Sequence[object]

SCORES = ("what", "labelled so", "precision", "recall", "F1")


def scores(pairs: Sequence[tuple[bool, bool]]) -> tuple[object, ...]:
    """Return the number labelled so, precision, recall and F1 of pairs of found and labelled."""
    right = sum(found and is_so for found, is_so in pairs)
    labelled = sum(is_so for _, is_so in pairs)
    return labelled, *rates(right / max(1, sum(found for found, _ in pairs)), right / labelled)


def rates(precision: float, recall: float) -> tuple[str, str, str]:
    """Return precision, recall and F1 as they are printed."""
    score = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{precision:.3f}", f"{recall:.3f}", f"{score:.3f}"


def table(head: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield a Markdown table as one block."""
    lines = [head, ["---"] * len(head), *rows]
    yield "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)
