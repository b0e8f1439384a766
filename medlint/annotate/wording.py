"""What a comment or mark says."""

from __future__ import annotations

from medlint.model import Finding

_MOST_SUGGESTIONS = 3


def text(finding: Finding, place: str = "") -> str:
    """Return the words of a comment or mark, a paragraph on each line.

    Args:
        finding: What it is about.
        place: Where the words stand if it cannot stand there: "Footnote 2".
    """
    message = f"{finding.severity.capitalize()}: {finding.message}"
    lines = [f"{place}: {message}" if place else message, finding.advice]
    if finding.suggestions:
        wordings = (f"“{words}”" for words in finding.suggestions[:_MOST_SUGGESTIONS])
        lines.append(f"Instead: {', '.join(wordings)}")
    sources = [
        source.title if source.url == source.title else f"{source.title}, {source.url}"
        for source in finding.sources[:1]
    ]
    lines.append(" · ".join((finding.rule, *sources)))
    return "\n".join(" ".join(line.split()) for line in lines if line)
