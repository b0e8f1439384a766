"""A place in few words, as the viewer of a format would find it."""

from __future__ import annotations

from medlint.model import Position


def where(position: Position | None) -> str:
    """Return `3:5`, `p. 2`, `slide 4`, `3:5 at 00:01:07`; line and column of a PDF are shown by no viewer."""
    if position is None:
        return "the whole page"
    if position.page or position.slide:
        return f"p. {position.page}" if position.page else f"slide {position.slide}"
    at = f"{position.line}:{position.column}"
    return f"{at} at {position.cue}" if position.cue else at


def beside_line(position: Position | None) -> str:
    """Return what line and column do not tell: `page 2`, `slide 4`, `00:01:07`; else nothing."""
    if position is None:
        return ""
    if position.cue:
        return position.cue
    parts = {"page": position.page, "slide": position.slide, "paragraph": position.paragraph}
    return ", ".join(f"{name} {number}" for name, number in parts.items() if number)
