"""Where a page says what kind of thing something is.

"A is a kind of B", "B such as A and C", "A and other Bs", "B (A, C)", "used as a B", a list of As under
the heading B. Whether it is right is not asked here; denials, questions and comparisons are no statements.
"""

from __future__ import annotations

from medlint.classing import _copula, _examples, _headings, _roles
from medlint.classing._statement import Statement
from medlint.model import Document

__all__ = ["Statement", "statements"]


def statements(document: Document) -> tuple[Statement, ...]:
    """Return what the page says of kinds, by place."""
    return document.derived(_statements)


def _statements(document: Document) -> tuple[Statement, ...]:
    found: dict[tuple[int, int], Statement] = {}
    for module in (_examples, _copula, _roles, _headings):
        for statement in module.statements(document):
            found.setdefault((statement.term.region.start, statement.kind.region.start), statement)
    return tuple(sorted(found.values(), key=lambda each: each.region))
