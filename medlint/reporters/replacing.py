"""The wordings that a tool may put in place of the flagged words."""

from __future__ import annotations

from medlint.model import Document, Finding

_GAP = "…"  # in a wording that the writer has to fill in


def replacements(finding: Finding, page: Document | None) -> tuple[str, ...]:
    """Return the wordings that can stand there as they are.

    None where the words do not stand in the file exactly as they are read: with markup between them, putting
    other words there would break it.
    """
    if page is None or finding.start is None or finding.end is None:
        return ()
    if page.source_text[finding.start : finding.end] != finding.text:
        return ()
    return tuple(wording for wording in finding.suggestions if _GAP not in wording)
